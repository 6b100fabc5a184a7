using System.Globalization;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Events;

/// <summary>The window in which an invitee leaves a note for the host.</summary>
public sealed class RsvpNoteView(RsvpRegister register, ProgramClock clock) : IViewSubmissionHandler
{
    public const string CallbackId = "rsvp.note";
    private const string Note = "note";
    private const int Longest = 300;

    public static ModalView Render(int occurrence) => new("Your note",
    [
        new InputBlock("For the host", new PlainTextInput(GatheringForm.Value) { MaxLength = Longest, Multiline = true }) { BlockId = Note, Hint = new PlainText("For instance that you come later. Blank: no note."), Optional = true },
    ])
    {
        CallbackId = CallbackId,
        PrivateMetadata = occurrence.ToString(CultureInfo.InvariantCulture),
        Submit = "Save",
        Close = "Cancel",
    };

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var note = submission.View.State[Note, GatheringForm.Value]?.Value?.Trim();
        var outcome = await register.Change(
            RsvpWindow.Occurrence(submission),
            o => o.Invitees.Find(i => i.SlackId == submission.User.Id),
            (o, i) =>
            {
                i.Rsvp ??= new Rsvp { PressedAt = "", AnsweredAt = o.ChangedAt, AnsweredBy = submission.User.Id };
                i.Rsvp.Note = string.IsNullOrEmpty(note) ? null : note;
                return true;
            },
            isHost: false,
            cancellationToken);
        return RsvpWindow.Answer(outcome, clock.Today, string.IsNullOrEmpty(note) ? "There is no note of yours now." : "Your note stands beside your answer, for its host.");
    }
}
