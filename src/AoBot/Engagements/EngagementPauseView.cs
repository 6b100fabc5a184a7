using AoBot.Conversations;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;
using NodaTime.Extensions;

namespace AoBot.Engagements;

/// <summary>The window in which staff pause an engagement: nothing is owed on those days.</summary>
public sealed class EngagementPauseView(RosterSubmission submissions) : IViewSubmissionHandler
{
    public const string CallbackId = "engagement.pause";
    private const string From = "from";
    private const string To = "to";

    public static ModalView Render(RosterRow row, LocalDate today) => RosterWindow.Of(row).View(CallbackId, "Pause an engagement", "Pause",
    [
        RosterSubmission.Heading(row),
        new InputBlock("First day of the pause", new DatePicker(RosterForm.Value) { InitialDate = RosterDates.Write(today) }) { BlockId = From },
        new InputBlock("Last day of the pause", new DatePicker(RosterForm.Value)) { BlockId = To, Optional = true, Hint = new PlainText("Leave it blank while nobody knows. Nothing is asked for on these days.") },
        .. row.Paused.Count == 0 ? [] : (Block[])[Parts.Note(Mrkdwn.Of($"Paused so far: {SpanWords.Of(row.Paused, today)}. To change that: edit the engagement."))],
    ]);

    public ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken) => submissions.Answer(
        submission,
        (row, faults) =>
        {
            var (from, to) = (submission.View.State[From, RosterForm.Value]?.SelectedDate?.ToLocalDate(), submission.View.State[To, RosterForm.Value]?.SelectedDate?.ToLocalDate());
            if (row is null || from is not { } first)
            {
                faults.Add(new RosterFieldFault(From, "Choose the first day of the pause."));
                return row;
            }

            if (to < first)
            {
                faults.Add(new RosterFieldFault(To, "The last day is before the first. Choose a later one, or leave it blank."));
                return row;
            }

            var pause = new RosterPause(first, to);
            if (row.Paused.FirstOrDefault(p => p.Meets(pause)) is { } other)
            {
                faults.Add(new RosterFieldFault(From, $"It is paused on some of these days already ({RosterDates.Write(other)}). Choose other days, or edit the engagement."));
                return row;
            }

            return row with { Paused = [.. row.Paused, pause] };
        },
        cancellationToken);
}
