using AoBot.Conversations;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Updates.Reminders;

/// <summary>The window in which somebody says that they are not the one to ask, and who is.</summary>
public sealed class NotMeView(ReminderDesk desk, ReminderAnswers answers) : IViewSubmissionHandler
{
    public const string CallbackId = "remind.not_me";
    private const string Who = "who";
    private const string Value = "value";

    public static ModalView Render(ReminderMatter matter) => new("Not me",
    [
        Parts.Plain($"I ask you no more about {matter.Row.Name}, from now on."),
        new InputBlock("Who is the one to ask?", new UsersSelect(Value)) { BlockId = Who, Optional = true, Hint = "I write to them only after the fund's staff say yes. Leave it blank if you don't know." },
    ])
    { CallbackId = CallbackId, PrivateMetadata = matter.About.ToString(), Submit = "Save", Close = "Cancel" };

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var proposed = submission.View.State[Who, Value]?.SelectedUsers.FirstOrDefault(u => u != submission.User.Id);
        var (matter, otherwise) = await desk.Find(submission.User.Id, submission.View.PrivateMetadata, cancellationToken);
        if (matter is null)
        {
            return ReminderDesk.Done(otherwise);
        }

        await answers.Deny(new Answerer(submission.User.Id, submission.TriggerId), matter.About with { Partner = matter.Row.Key }, proposed, matter.Staff, cancellationToken);
        return ReminderDesk.Done($"Noted: I ask you no more about {matter.Row.Name}{(proposed is null ? ", and the fund's staff know" : ". The fund's staff decide whether I may write to whom you named")}. Thank you!");
    }
}
