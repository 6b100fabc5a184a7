using System.Globalization;
using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Events;

/// <summary>The window in which an invitee who cannot come names somebody to be invited in their place.</summary>
public sealed class RsvpSubstituteView(RsvpRegister register, PeopleDirectory people, ProgramClock clock) : IViewSubmissionHandler
{
    public const string CallbackId = "rsvp.substitute";
    private const string Who = "who";

    public static ModalView Render(int occurrence) => new("Send someone else",
    [
        new InputBlock("In your place", new UsersSelect(GatheringForm.Value)) { BlockId = Who, Hint = new PlainText("They get an invitation of their own; you are noted as one who cannot come.") },
    ])
    {
        CallbackId = CallbackId,
        PrivateMetadata = occurrence.ToString(CultureInfo.InvariantCulture),
        Submit = "Invite them",
        Close = "Cancel",
    };

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.View.State[Who, GatheringForm.Value]?.SelectedUsers is not [var other, ..] || other == submission.User.Id)
        {
            return RsvpWindow.Error(Who, "Choose somebody else.");
        }

        if (await people.Find(other, cancellationToken) is { IsGone: true })
        {
            return RsvpWindow.Error(Who, "Nothing reaches this person any more. Choose somebody else.");
        }

        var isInvited = false;
        var outcome = await register.Change(
            RsvpWindow.Occurrence(submission),
            o => o.Invitees.Find(i => i.SlackId == submission.User.Id),
            (o, i) =>
            {
                isInvited = o.Invitees.Exists(x => x.SlackId == other);
                if (!isInvited)
                {
                    o.Invitees.Add(new Invitee { SlackId = other, Partner = i.Partner, Ecosystem = i.Ecosystem, InPlaceOfId = i.Id });
                    RsvpPolicy.Answer(o, i, RsvpAnswer.Cant, RsvpPress.After(i, clock.Now, submission.User.Id));
                }

                return !isInvited;
            },
            isHost: false,
            cancellationToken);
        return isInvited ? RsvpWindow.Error(Who, "They are invited already.") : RsvpWindow.Answer(outcome, clock.Today, "They get an invitation of their own, and you are noted as one who cannot come. Thank you!");
    }
}
