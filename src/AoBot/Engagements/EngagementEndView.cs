using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;
using NodaTime.Extensions;

namespace AoBot.Engagements;

/// <summary>The window in which staff say when an engagement ends. What it delivered stays.</summary>
public sealed class EngagementEndView(RosterSubmission submissions) : IViewSubmissionHandler
{
    public const string CallbackId = "engagement.end";

    public static ModalView Render(RosterRow row, LocalDate today) => RosterWindow.Of(row).View(CallbackId, "End an engagement", "End it",
    [
        RosterSubmission.Heading(row),
        new InputBlock("Last day", new DatePicker(RosterForm.Value) { InitialDate = RosterDates.Write(row.End ?? today) })
        {
            BlockId = RosterColumns.End,
            Hint = new PlainText("Months that it lived in until their 15th are still owed. What it delivered stays."),
        },
    ]);

    public ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken) => submissions.Answer(
        submission,
        (row, faults) =>
        {
            if (row is not null && submission.View.State[RosterColumns.End, RosterForm.Value]?.SelectedDate is { } day)
            {
                return row with { End = day.ToLocalDate() };
            }

            faults.Add(new RosterFieldFault(RosterColumns.End, "Choose the last day."));
            return row;
        },
        cancellationToken);
}
