using System.Globalization;
using AoBot.Conversations;
using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;

namespace AoBot.Events;

/// <summary>The window in which staff take a gathering off, or all that come of a series.</summary>
public sealed class GatheringCancelView(GatheringRegister register, Roles roles, ProgramClock clock) : IViewSubmissionHandler
{
    public const string CallbackId = "gathering.cancel";
    private const string Scope = "scope";
    private const string Later = "later";

    public static ModalView Render(Occurrence occurrence, LocalDate today) => new("Cancel",
    [
        Parts.Plain($"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, today)}. Whoever was told of it hears that it does not take place; calendars take it off."),
        new InputBlock("What", new RadioButtons(GatheringForm.Value, [One, .. occurrence.Gathering.Rule is null ? [] : new[] { AllLater }]) { InitialOption = One }) { BlockId = Scope },
    ])
    {
        CallbackId = CallbackId,
        PrivateMetadata = occurrence.Id.ToString(CultureInfo.InvariantCulture),
        Submit = "Cancel it",
        Close = "Keep it",
    };

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (!roles.IsStaff(submission.User.Id))
        {
            return GatheringEditView.Say("Only the fund's staff can cancel this.");
        }

        var isForAllLater = submission.View.State[Scope, GatheringForm.Value]?.SelectedOption?.Value == Later;
        var outcome = await register.Cancel(RsvpWindow.Occurrence(submission), isForAllLater, submission.User.Id, submission.TriggerId, cancellationToken);
        return GatheringEditView.Answer(outcome, cancelled => GatheringSavedMessage.Cancelled(cancelled, isForAllLater, clock.Today));
    }

    private static Option One { get; } = new(new PlainText("This one"), "one");

    private static Option AllLater { get; } = new(new PlainText("This one and all later ones"), Later);
}
