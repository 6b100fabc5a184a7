using System.Globalization;
using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Events;

/// <summary>The window in which the host answers for somebody, or takes them off the list.</summary>
public sealed class RsvpHostView(RsvpRegister register, Roles roles, ProgramClock clock) : IViewSubmissionHandler
{
    public const string CallbackId = "rsvp.host";
    private const string Who = "who";
    private const string Answer = "answer";
    private const string None = "none";
    private const string Remove = "remove";
    private const int MostShown = 100;

    public static ModalView Render(Occurrence occurrence, IReadOnlyDictionary<string, string> names) => new("Answer for someone",
    [
        new InputBlock("Who", new StaticSelect(GatheringForm.Value)
        {
            Options = [.. occurrence.Invitees.Where(i => i.RemovedAt is null).OrderBy(i => HostMessage.NameOf(i, names), StringComparer.OrdinalIgnoreCase).Take(MostShown)
                .Select(i => new Option(PlainText.Truncated($"{HostMessage.NameOf(i, names)} ({(i.Rsvp?.Answer).Words()})", 75), i.Id.ToString(CultureInfo.InvariantCulture)))],
        })
        { BlockId = Who },
        new InputBlock("Their answer", new StaticSelect(GatheringForm.Value)
        {
            Options =
            [
                .. Enum.GetValues<RsvpAnswer>().Select(a => new Option(new PlainText(((RsvpAnswer?)a).Words()), $"{a}")),
                new Option(new PlainText("No answer yet"), None),
                new Option(new PlainText("Take them off the list"), Remove),
            ],
        })
        { BlockId = Answer },
    ])
    {
        CallbackId = CallbackId,
        PrivateMetadata = occurrence.Id.ToString(CultureInfo.InvariantCulture),
        Submit = "Save",
        Close = "Cancel",
    };

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var actor = submission.User.Id;
        if (!int.TryParse(submission.View.State[Who, GatheringForm.Value]?.SelectedOption?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var invitee))
        {
            return RsvpWindow.Error(Who, "Choose somebody.");
        }

        var isHost = roles.IsStaff(actor);
        var chosen = submission.View.State[Answer, GatheringForm.Value]?.SelectedOption?.Value;
        var outcome = await register.Change(
            RsvpWindow.Occurrence(submission),
            o => isHost || o.Gathering.HostId == actor ? o.Invitees.Find(i => i.Id == invitee) : null,
            (o, i) =>
            {
                if (chosen == Remove)
                {
                    i.RemovedAt = clock.Now;
                    return true;
                }

                return RsvpPolicy.Answer(o, i, Enum.TryParse<RsvpAnswer>(chosen, out var answer) ? answer : null, RsvpPress.After(i, clock.Now, actor));
            },
            isHost: true,
            cancellationToken);
        return RsvpWindow.Answer(outcome, clock.Today, chosen == Remove ? "They are off the list." : "Noted: your list and their invitation show it.");
    }
}
