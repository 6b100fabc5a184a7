using System.Globalization;
using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;

namespace AoBot.Events;

/// <summary>The window in which the host records who came and what came of it.</summary>
public sealed class AttendanceView(WriteGate gate, GatheringPlanning planning, Roles roles, ProgramClock clock, OutboxSignal outbox) : IViewSubmissionHandler
{
    public const string CallbackId = "gathering.attendance";
    private const string Came = "came";
    private const string Outcome = "outcome";
    private const string OutcomeLink = "outcome_link";
    private const string Notes = "notes";
    private const int MostOptions = 10;

    // A window has room for a hundred blocks, and nobody invites more people to a table.
    private const int MostPeople = 90 * MostOptions;

    /// <summary>Ticked is who said yes, or who was recorded before.</summary>
    public static ModalView Render(Occurrence occurrence, IReadOnlyDictionary<string, string> names, LocalDate today)
    {
        var coming = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity).Coming;
        var people = occurrence.Invitees.Where(i => i.RemovedAt is null).OrderByDescending(coming.Contains).ThenBy(i => HostMessage.NameOf(i, names), StringComparer.OrdinalIgnoreCase).Take(MostPeople).ToList();
        return new("Who came", [
            Parts.Plain($"{occurrence.Gathering.Title} of {DayWords.Day(occurrence.Day, today)}. Ticked is who said yes; please correct it."),
            .. people.Chunk(MostOptions).Select((some, i) => (Block)new InputBlock(i == 0 ? "Who came" : "And", new Checkboxes(GatheringForm.Value, [.. some.Select(p => Tick(p, names))])
            {
                InitialOptions = some.Where(p => p.HasCome ?? coming.Contains(p)).Select(p => Tick(p, names)).ToList() is { Count: > 0 } ticked ? ticked : null,
            })
            { BlockId = $"{Came}{i}", Optional = true }),
            new InputBlock("What came of it", new StaticSelect(GatheringForm.Value)
            {
                Options = [.. Enum.GetValues<GatheringOutcome>().Select(Option)],
                InitialOption = Option(occurrence.Outcome ?? GatheringOutcome.NoneYet),
            })
            { BlockId = Outcome, Hint = new PlainText("Counts for KR 1.4: at least one new project or joint publication.") },
            Link(OutcomeLink, "Link to it", occurrence.OutcomeLink),
            Link(Notes, "Link to the notes", occurrence.NotesLink),
        ])
        {
            CallbackId = CallbackId,
            PrivateMetadata = occurrence.Id.ToString(CultureInfo.InvariantCulture),
            Submit = "Save",
            Close = "Cancel",
        };
    }

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var state = submission.View.State;
        foreach (var field in new[] { OutcomeLink, Notes })
        {
            if (state[field, GatheringForm.Value]?.Value is { Length: > 0 } typed && !(Uri.TryCreate(typed, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            {
                return RsvpWindow.Error(field, "This is no web address. Write it whole, beginning with https://");
            }
        }

        var came = state.Values.Where(v => v.Key.StartsWith(Came, StringComparison.Ordinal)).SelectMany(v => v.Value.Values).SelectMany(v => v.SelectedOptions).Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
        var isDone = await gate.Write(
            async db =>
            {
                var occurrence = await GatheringTable.Find(db, RsvpWindow.Occurrence(submission), cancellationToken);
                if (occurrence is not { IsCancelled: false } || occurrence.StartsAt > clock.Now || !(roles.IsStaff(submission.User.Id) || occurrence.Gathering.HostId == submission.User.Id))
                {
                    return false;
                }

                foreach (var invitee in occurrence.Invitees.Where(i => i.RemovedAt is null))
                {
                    invitee.HasCome = came.Contains(invitee.Id.ToString(CultureInfo.InvariantCulture));
                }

                occurrence.RecordedAt ??= clock.Now;
                occurrence.Outcome = Enum.TryParse<GatheringOutcome>(state[Outcome, GatheringForm.Value]?.SelectedOption?.Value, out var outcome) ? outcome : GatheringOutcome.NoneYet;
                occurrence.OutcomeLink = state[OutcomeLink, GatheringForm.Value]?.Value;
                occurrence.NotesLink = state[Notes, GatheringForm.Value]?.Value;
                db.Audit.Add(new AuditEntry { At = clock.Now, Actor = submission.User.Id, Action = "gathering.attendance", Subject = "roundtable", Detail = $"{occurrence.Day:uuuu-MM-dd}, {GatheringWords.People(came.Count)}, {occurrence.Outcome.Value.Words()}" });
                await planning.Plan(db, occurrence, cancellationToken);
                await planning.Refresh(db, GatheringPlanning.QuestionOf(db, occurrence), cancellationToken);
                return true;
            },
            cancellationToken);
        outbox.Wake();
        return ViewSubmissionResponse.Update(isDone
            ? GatheringSavedMessage.Done($"Recorded: {GatheringWords.People(came.Count)} came. Those of them whom I can reach I thank once. Thank you!")
            : GatheringSavedMessage.Unchanged("Only its host and the fund's staff can record this, once it has begun."));
    }

    private static Option Tick(Invitee invitee, IReadOnlyDictionary<string, string> names) => new(PlainText.Truncated(HostMessage.NameOf(invitee, names), 75), invitee.Id.ToString(CultureInfo.InvariantCulture));

    private static Option Option(GatheringOutcome outcome) => new(PlainText.Truncated(char.ToUpperInvariant(outcome.Words()[0]) + outcome.Words()[1..], 75), $"{outcome}");

    private static InputBlock Link(string id, string label, string? now) =>
        new(PlainText.Truncated(label, 100), new PlainTextInput(GatheringForm.Value) { InitialValue = now, MaxLength = 1000 }) { BlockId = id, Optional = true };
}
