using AoBot.Conversations;
using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>The window in which somebody says that they are away, and who stands in for them.</summary>
public sealed class AwayView(ReminderDesk desk, ReminderAnswers answers, PeopleDirectory people) : IViewSubmissionHandler
{
    public const string CallbackId = "remind.away";
    private const string Until = "until";
    private const string Substitute = "substitute";
    private const string Value = "value";
    private const int LongestDays = 366;

    /// <param name="until">What was typed.</param>
    /// <param name="substitute">Who was typed.</param>
    /// <param name="today">The program's day.</param>
    public static ModalView Render(LocalDate? until, string? substitute, LocalDate today) => new("I'm away",
    [
        new InputBlock("Until and including", new DatePicker(Value) { InitialDate = LocalDatePattern.Iso.Format(until ?? today.PlusDays(7)) }) { BlockId = Until, Optional = true, Hint = "I write nothing to you meanwhile, and one message when you are back. Blank: you are back." },
        new InputBlock("Who stands in for you?", new UsersSelect(Value) { InitialUser = substitute }) { BlockId = Substitute, Optional = true, Hint = "Blank: I ask the next contact, or wait for you." },
    ])
    { CallbackId = CallbackId, Submit = "Save", Close = "Cancel" };

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var until = submission.View.State[Until, Value]?.SelectedDate?.ToLocalDate();
        var substitute = submission.View.State[Substitute, Value]?.SelectedUsers.FirstOrDefault();
        if (((until < desk.Today || until > desk.Today.PlusDays(LongestDays)) ? (Until, "Choose a day from today on, within a year.")
            : substitute == submission.User.Id ? (Substitute, "Somebody else, please.")
            : ((string, string)?)null) is { } fault)
        {
            return ViewSubmissionResponse.Errors(new Dictionary<string, string>(StringComparer.Ordinal) { [fault.Item1] = fault.Item2 });
        }

        if (substitute is not null)
        {
            // Their zone, before something is planned for them.
            await people.Find(substitute, cancellationToken);
        }

        await answers.Away(new Answerer(submission.User.Id, submission.TriggerId), until, substitute, cancellationToken);
        return ReminderDesk.Done(until is { } last ? $"Noted: you are away until {DayWords.Day(last, desk.Today)}. Have a good time!" : "Welcome back! I write to you again.");
    }
}
