using AoBot.Conversations;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using Humanizer;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>The window in which a contact says that nothing comes this time, and why.</summary>
public sealed class NothingThisMonthView(ReminderDesk desk, ReminderAnswers answers) : IViewSubmissionHandler
{
    public const string CallbackId = "remind.nothing";
    private const string Reason = "reason";
    private const string Value = "value";
    private const int LongestReason = 300;

    public static ModalView Render(ReminderMatter matter, LocalDate today) => new("Nothing this month",
    [
        Parts.Plain($"{matter.Row.Name}, {matter.About.Months.Select(m => DayWords.Month(m, today)).Humanize("and")}: I ask for nothing, and nobody is told that something is open."),
        new InputBlock("Why? In a few words", new PlainTextInput(Value) { MaxLength = LongestReason }) { BlockId = Reason, Hint = "Only the fund's staff and the contacts of this engagement can see it." },
    ])
    { CallbackId = CallbackId, PrivateMetadata = matter.About.ToString(), Submit = "Save", Close = "Cancel" };

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var reason = submission.View.State[Reason, Value]?.Value?.Trim() ?? "";
        if (reason.Length == 0)
        {
            return ViewSubmissionResponse.Errors(new Dictionary<string, string>(StringComparer.Ordinal) { [Reason] = "A word is enough." });
        }

        var (matter, otherwise) = await desk.Find(submission.User.Id, submission.View.PrivateMetadata, cancellationToken);
        if (matter is null)
        {
            return ReminderDesk.Done(otherwise);
        }

        await answers.Skip(new Answerer(submission.User.Id, submission.TriggerId), matter.About with { Partner = matter.Row.Key }, reason, cancellationToken);
        return ReminderDesk.Done($"Noted: nothing is due from {matter.Row.Name} this time. Thank you for telling me.");
    }
}
