using AoBot.Conversations;
using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Events;

/// <summary>The window in which staff add one more time to a series, on a day that its rule does not give: shown in full, and saved when they have seen it.</summary>
public sealed class GatheringAddView(GatheringRegister register, GatheringPlanning planning, Roles roles, ProgramClock clock) : IViewSubmissionHandler
{
    public const string CallbackId = "gathering.add";

    /// <param name="occurrence">One of the series.</param>
    public static ModalView Render(Occurrence occurrence)
    {
        var gathering = occurrence.Gathering;
        return View(
            new GatheringWindow(gathering.Kind, occurrence.Id),
            GatheringForm.FieldsOfOne(gathering.Kind, GatheringForm.Known(day: null, gathering.Time, gathering.Minutes, gathering.Link, gathering.Place)),
            Parts.Section(Mrkdwn.Of($"One more *{gathering.Title}*, beside those of the series, by the clocks of {GatheringWords.Place(gathering.Zone)}.")));
    }

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (!roles.IsStaff(submission.User.Id))
        {
            return GatheringEditView.Say("Only the fund's staff can add this, so nothing was changed. If something is missing here, please tell them.");
        }

        if (GatheringWindow.Read(submission.View.PrivateMetadata) is not { OccurrenceId: { } id } window || await register.ZoneOf(id, cancellationToken) is not { } zone)
        {
            return GatheringEditView.Say("I do not know this series any more, so nothing was changed. Please open the window anew.");
        }

        var faults = new List<FieldFault>();
        var typed = GatheringForm.TypedIn(submission.View.State);
        var (when, link) = (GatheringForm.ReadWhen(typed, zone, clock.Now, faults), GatheringForm.ReadLink(typed, faults));
        if (when is not { } at || faults.Count > 0)
        {
            return GatheringEditView.Errors(faults);
        }

        var inFull = GatheringWords.InFull(at.Day, at.Time, at.Minutes, zone);
        if (window.Seen != inFull)
        {
            return ViewSubmissionResponse.Update(View(window with { Seen = inFull }, GatheringForm.FieldsOfOne(window.Kind, typed), Parts.Section(Mrkdwn.Of($"*{inFull}*\nIf this is right, save it. Otherwise change it below."))));
        }

        var outcome = await register.AddToSeries(id, at, GatheringForm.Blank(typed[GatheringForm.Place]), link, submission.User.Id, submission.TriggerId, cancellationToken);
        return GatheringEditView.Answer(outcome, saved => GatheringSavedMessage.Render(saved, isNew: true, planning.Rules, clock.Now));
    }

    private static ModalView View(GatheringWindow window, IReadOnlyList<Block> fields, Block above) => new("One more", [above, .. fields])
    {
        CallbackId = CallbackId,
        PrivateMetadata = window.Write(),
        Submit = window.Seen is null ? "Next" : "Save",
        Close = "Cancel",
    };
}
