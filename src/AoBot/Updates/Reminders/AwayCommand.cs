using System.Text.RegularExpressions;
using AoBot.Conversations;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary><c>/ao away until Aug 19</c>: opens the window in which one says until when, and who stands in.</summary>
public sealed partial class AwayCommand(ProgramClock clock) : IWord
{
    private static readonly LocalDatePattern[] Patterns = [.. new[] { "uuuu-MM-dd", "MMM d uuuu", "MMMM d uuuu", "MMM d", "MMMM d" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    public WordHelp Help { get; } = new(
        "away",
        "I write nothing to you until you are back; somebody may stand in",
        new Usage("away", "say until when, and who stands in"),
        new Usage("away until Aug 19 @bert", "the same, with the day and the one who stands in filled in"))
    {
        Aliases = ["vacation", "ooo"],
        IsPersonal = true,
    };

    public Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken) => Task.FromResult(
        Parts.Short("Being away is said in a window, for your own reminders alone: type `/ao away` in Slack.") with
        {
            Opens = request.UserId is null ? null : AwayView.Render(Read(Person().Replace(request.Argument, " "), clock.Today), Person().Match(request.Argument) is { Success: true } named ? named.Groups["id"].Value : null, clock.Today),
        });

    /// <summary>The day that was typed; without a year the next one of that name.</summary>
    internal static LocalDate? Read(string typed, LocalDate today)
    {
        var day = typed.StartsWith("until", StringComparison.OrdinalIgnoreCase) ? typed["until".Length..] : typed;
        day = string.Join(' ', day.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var pattern in Patterns)
        {
            if (pattern.WithTemplateValue(new LocalDate(today.Year, 1, 1)).Parse(day) is { Success: true, Value: var found })
            {
                return found >= today || pattern.PatternText.Contains('u', StringComparison.Ordinal) ? found : found.PlusYears(1);
            }
        }

        return null;
    }

    [GeneratedRegex("@(?<id>[UW][A-Z0-9]{2,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Person();
}
