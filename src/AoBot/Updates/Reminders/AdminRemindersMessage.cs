using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Whether reminders are sent, rendered, with the button that changes it.</summary>
public static class AdminRemindersMessage
{
    public const string ChooseId = "reminders.choose";

    /// <param name="chosen">How they are set.</param>
    /// <param name="wanted">How somebody wants them to be set; none who only looks.</param>
    /// <param name="zone">The program's.</param>
    /// <param name="today">Its day.</param>
    public static Answer Render(ReminderSwitch chosen, ReminderMode? wanted, DateTimeZone zone, LocalDate today)
    {
        var since = chosen.ChosenBy.Length > 0 ? $", since {DayWords.Day(chosen.Since.InZone(zone).Date, today)}" : "";
        var now = $"Reminders are {Word(chosen.Mode)}{since}: {Means(chosen.Mode)}";
        var offered = wanted is { } one ? [one] : Enum.GetValues<ReminderMode>();
        var buttons = offered.Where(m => m != chosen.Mode).Select(m => m == ReminderMode.On && wanted is null ? Preview : Button(m)).ToList();
        var question = wanted is { } mode && mode != chosen.Mode ? $" Shall they be {Word(mode)}? Then {Means(mode)}{(mode == ReminderMode.On ? " Whatever is past already is recorded as before the start, and never sent." : "")}" : "";
        return new Answer(
            now + question,
            [Parts.Section(Mrkdwn.Of($"{now}{question}")), .. buttons.Count == 0 ? [] : (Block[])[new ActionsBlock([.. buttons])]])
        { IsShareable = false };
    }

    /// <summary>Who only looks sees first what would leave, and turns them on there.</summary>
    private static Button Preview => AskAction.Button(new Ask("admin reminders on", "Turn them on…"), 0) with { Style = ButtonStyle.Primary };

    private static Button Button(ReminderMode mode) => new($"{ChooseId}.{Word(mode)}", mode switch
    {
        ReminderMode.Off => "Turn them off",
        ReminderMode.Preview => "Preview: staff alone hear",
        _ => "Turn them on",
    })
    { Value = Word(mode), Style = mode == ReminderMode.On ? ButtonStyle.Primary : null };

    internal static string Word(ReminderMode mode) => $"{mode}".ToLowerInvariant();

    private static string Means(ReminderMode mode) => mode switch
    {
        ReminderMode.Off => "I write to nobody by myself.",
        ReminderMode.Preview => "partners hear nothing, and once a day staff read what would have been sent.",
        _ => "partners are asked, and staff hear what they need to know.",
    };
}
