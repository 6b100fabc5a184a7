using AoBot.Conversations;
using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;

namespace AoBot.Events;

/// <summary>The window in which staff add or change a roundtable or a public meeting: what they typed is shown in full, and saved when they have seen it.</summary>
public sealed class GatheringEditView(GatheringRegister register, GatheringPlanning planning, Roles roles, ProgramClock clock) : IViewSubmissionHandler
{
    public const string CallbackId = "gathering.edit";

    /// <param name="kind">Of what.</param>
    /// <param name="zone">Of the program.</param>
    /// <param name="announced">A date that waits to be completed.</param>
    public static ModalView New(GatheringKind kind, string zone, UpcomingEvent? announced)
    {
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [GatheringForm.Title] = announced?.Title ?? (kind == GatheringKind.Roundtable ? "Roundtable" : "Public meeting"),
            [GatheringForm.Day] = announced?.Date is { } day ? DayWords.FullDay(day) : null,
            [GatheringForm.Length] = "60 minutes",
            [GatheringForm.Zone] = zone,
            [GatheringForm.Repeats] = kind == GatheringKind.Meeting && announced?.Date is not null ? "monthly" : null,
        };
        return View(new GatheringWindow(kind, null), GatheringForm.Fields(kind, typed, host: null, isInChannel: false, isNew: true, isOfSeries: false), []);
    }

    public static ModalView Edit(Occurrence occurrence, LocalDate? answerBy)
    {
        var gathering = occurrence.Gathering;
        var typed = new Dictionary<string, string?>(GatheringForm.Known(occurrence.Day, occurrence.Time, occurrence.Minutes, occurrence.LinkNow, occurrence.PlaceNow), StringComparer.Ordinal)
        {
            [GatheringForm.Title] = gathering.Title,
            [GatheringForm.Zone] = gathering.Zone,
            [GatheringForm.Description] = gathering.Description,
            [GatheringForm.Agenda] = gathering.Agenda,
            [GatheringForm.Capacity] = gathering.Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [GatheringForm.AnswerBy] = answerBy is { } day ? DayWords.FullDay(day) : null,
        };
        return View(
            new GatheringWindow(gathering.Kind, occurrence.Id, occurrence.Sequence),
            GatheringForm.Fields(gathering.Kind, typed, gathering.HostId, gathering.IsLineInChannel, isNew: false, isOfSeries: gathering.Rule is not null),
            []);
    }

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (!roles.IsStaff(submission.User.Id))
        {
            return Say("Only the fund's staff can change this, so nothing was changed. If something is wrong here, please tell them.");
        }

        if (GatheringWindow.Read(submission.View.PrivateMetadata) is not { } window)
        {
            return Say("This window is from another version of mine, so nothing was changed. Please open it anew.");
        }

        var faults = new List<FieldFault>();
        var state = submission.View.State;
        if (GatheringForm.Read(state, clock.Now, submission.User.Id, faults) is not { } draft)
        {
            return Errors(faults);
        }

        var announced = window.OccurrenceId is null ? await register.AnnouncedNear(window.Kind, draft.Day, cancellationToken) : null;
        if (window.Seen != draft.When || (announced is not null && GatheringForm.IsSame(state) is null))
        {
            return ViewSubmissionResponse.Update(Confirm(window with { Seen = draft.When }, state, draft, announced, window.OccurrenceId is { } known && await register.IsOfSeries(known, cancellationToken), clock.Today));
        }

        var outcome = await register.Save(window, draft, announced?.Date, submission.User.Id, submission.TriggerId, cancellationToken);
        return Answer(outcome, saved => GatheringSavedMessage.Render(saved, window.OccurrenceId is null, planning.Rules, clock.Now));
    }

    /// <summary>The same fields, with what was understood above them.</summary>
    private static ModalView Confirm(GatheringWindow window, ViewState state, GatheringDraft draft, UpcomingEvent? announced, bool isOfSeries, LocalDate today)
    {
        var repeats = draft.Rule is { } rule
            ? $"\nIt repeats; the next ones: {string.Join("; ", Recurrence.Of(rule).Days(draft.Day).Skip(1).Take(3).Select(d => DayWords.FullDay(d)))}."
            : "";
        return View(
            window,
            GatheringForm.Fields(window.Kind, GatheringForm.TypedIn(state), GatheringForm.HostIn(state), GatheringForm.IsInChannel(state), window.OccurrenceId is null, isOfSeries, draft.IsForAllLater),
            [
                Parts.Section(Mrkdwn.Of($"*{draft.When}*{repeats}\nIf this is right, save it. Otherwise change it below.")),
                .. announced is null ? [] : (Block[])[GatheringForm.SameField($"what the fund's report announced: {announced.Title}, {EventWords.When(announced, today)}")],
            ]);
    }

    private static ModalView View(GatheringWindow window, IReadOnlyList<Block> fields, IReadOnlyList<Block> above) =>
        new(window.Kind == GatheringKind.Roundtable ? "Roundtable" : "Public meeting", [.. above, .. fields])
        {
            CallbackId = CallbackId,
            PrivateMetadata = window.Write(),
            Submit = window.Seen is null ? "Next" : "Save",
            Close = "Cancel",
        };

    internal static ViewSubmissionResponse Errors(IReadOnlyList<FieldFault> faults) =>
        ViewSubmissionResponse.Errors(faults.GroupBy(f => f.Field, StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join(" ", g.Select(f => f.Message)), StringComparer.Ordinal));

    /// <param name="outcome">What came of saving.</param>
    /// <param name="saved">What the window turns into when it is saved.</param>
    internal static ViewSubmissionResponse Answer(GatheringSaved outcome, Func<Occurrence?, ModalView> saved) => outcome switch
    {
        GatheringSaved.Done { Occurrence: var occurrence } => ViewSubmissionResponse.Update(saved(occurrence)),
        GatheringSaved.Refused { Faults: var why } => Errors(why),
        GatheringSaved.Gone { Words: var words } => Say(words),
        _ => throw new InvalidOperationException($"{outcome} is not an outcome of a window."),
    };

    internal static ViewSubmissionResponse Say(string words) => ViewSubmissionResponse.Update(GatheringSavedMessage.Unchanged(words));
}
