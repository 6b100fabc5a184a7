using System.Globalization;
using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Events;

/// <summary>What the host of a gathering is told and asked.</summary>
public static class HostMessage
{
    private const int MostNames = 20;

    public static MessageBody Incomplete(GatheringFacts facts)
    {
        var (occurrence, word) = (facts.Occurrence, Word(facts.Occurrence));
        return new(
            $"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, facts.Today)}, has no link and no place yet, so I tell nobody of it. To add one: /ao {word} edit {occurrence.Id}",
            [
                Parts.Section(Mrkdwn.Of($"*{occurrence.Gathering.Title}*, {GatheringWords.Shown(occurrence, facts.Today)}, has no link and no place yet, so I tell nobody of it.")),
                new ActionsBlock([AskAction.Button(new Ask($"{word} edit {occurrence.Id}", "Add a link or a place"), 0)]),
            ]);
    }

    /// <summary>A day that a report announced, which nobody has completed.</summary>
    public static MessageBody ToComplete(UpcomingEvent e, LocalDate today)
    {
        var word = e.Kind == ProgramEventKind.Roundtable ? "roundtable" : "meeting";
        var what = $"{EventWords.What(e, today)}, {EventWords.When(e, today)}, is announced by the fund's report. I know no time and no way to attend yet, so I tell nobody of it.";
        return new(
            $"{what} To add them: /ao {word} new",
            [Parts.Plain(what), new ActionsBlock([AskAction.Button(new Ask($"{word} new", "Add time and link"), 0)])]);
    }

    /// <summary>It is nobody's mistake: a first Wednesday may be January 1.</summary>
    public static MessageBody Holiday(GatheringFacts facts)
    {
        var (occurrence, word) = (facts.Occurrence, Word(facts.Occurrence));
        var what = $"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, facts.Today)}, is on a holiday. Shall it take place then? If you leave it, it does.";
        return new(
            $"{what} To move it: /ao {word} edit {occurrence.Id}. To take it off: /ao {word} cancel {occurrence.Id}",
            [
                Parts.Plain(what),
                new ActionsBlock([AskAction.Button(new Ask($"{word} edit {occurrence.Id}", "Move it"), 0), AskAction.Button(new Ask($"{word} cancel {occurrence.Id}", "Take it off"), 1)]),
            ]);
    }

    /// <summary>What will be said, word for word, with the button to hold it back.</summary>
    public static MessageBody Preview(GatheringFacts facts)
    {
        var occurrence = facts.Occurrence;
        var isRoundtable = occurrence.Gathering.Kind == GatheringKind.Roundtable;
        var invited = occurrence.Invitees.Where(i => i is { RemovedAt: null, SlackId: not null }).ToList();
        var what = isRoundtable
            ? $"In an hour I invite {GatheringWords.People(invited.Count)} to {occurrence.Gathering.Title}, {GatheringWords.When(occurrence, facts.Today)}."
            : $"In an hour I announce {occurrence.Gathering.Title}, {GatheringWords.When(occurrence, facts.Today)}, in the channel.";
        var above = isRoundtable
            ? $"In an hour, or when their day begins, I invite {GatheringWords.People(invited.Count)}: {Names(invited, facts, withNotes: false)}. They read:"
            : "In an hour I say this in the channel:";
        var shown = isRoundtable ? InvitationMessage.What(occurrence, facts.Today) : AnnouncementMessage.Render(facts with { Data = facts.Data with { Step = AnnouncementNotice.Week } }).Blocks!;
        return new(
            $"{what} To change it: /ao {Word(occurrence)} edit {occurrence.Id}",
            [
                Parts.Plain(above),
                .. shown,
                new ActionsBlock([
                    new Button(HoldAction.ActionId, "Hold it back") { Value = occurrence.Id.ToString(CultureInfo.InvariantCulture) },
                    AskAction.Button(new Ask($"{Word(occurrence)} edit {occurrence.Id}", "Change it"), 0),
                ]),
            ]);
    }

    /// <summary>How the answers stand, with names; edited as they come in.</summary>
    public static MessageBody Board(GatheringFacts facts)
    {
        var (occurrence, seats) = (facts.Occurrence, facts.Seats);
        var lists = Lists(facts).ToList();
        var ecosystems = seats.Ecosystems;
        var measure = $"Ecosystems of those who come: {ecosystems.Count} of the {RoundtableEvidence.EcosystemsWanted} that KR 1.4 wants{(ecosystems.Count > 0 ? $" ({ecosystems.Humanize("and")})" : "")}.";
        var off = occurrence.IsCancelled ? " It does not take place." : "";
        return new(
            $"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, facts.Today)}.{off} {string.Join(" ", lists.Select(l => $"{l.Title}: {l.People.Count}{(l.People.Count > 0 ? $" ({Names(l.People, facts)})" : "")}."))} {measure}",
            [
                Parts.Section(Mrkdwn.Of($"*{occurrence.Gathering.Title}*, {GatheringWords.Shown(occurrence, facts.Today)}{off}")),
                Parts.Section(Mrkdwn.Join("\n", lists.Select(l => Mrkdwn.Of($"*{l.Title}: {l.People.Count}*{(l.People.Count > 0 ? $" {Names(l.People, facts)}" : "")}")))),
                Parts.Note(Mrkdwn.Of($"{measure}")),
                .. occurrence.IsCancelled ? [] : (Block[])[new ActionsBlock([AskAction.Button(new Ask($"roundtable answer {occurrence.Id}", "Answer for someone"), 0), AskAction.Button(new Ask($"roundtable invite {occurrence.Id}", "Invite"), 1), .. GuestMailMessage.Guests(occurrence).Count > 0 ? [AskAction.Button(new Ask($"roundtable mail {occurrence.Id}", "Mail to guests"), 2)] : Array.Empty<BlockElement>()])],
            ]);
    }

    /// <summary>The question who came, and once that was answered what was recorded.</summary>
    public static MessageBody WhoCame(GatheringFacts facts)
    {
        var occurrence = facts.Occurrence;
        if (occurrence.RecordedAt is not null)
        {
            return Recorded(facts);
        }

        return new(
            $"{occurrence.Gathering.Title} of {DayWords.Day(occurrence.Day, facts.Today)} is over. Who came, and what came of it? /ao roundtable attendance {occurrence.Id}",
            [
                Parts.Section(Mrkdwn.Of($"*{occurrence.Gathering.Title}* of {DayWords.Day(occurrence.Day, facts.Today)} is over. Who came, and what came of it?")),
                new ActionsBlock([AskAction.Button(new Ask($"roundtable attendance {occurrence.Id}", "Record who came"), 0)]),
            ]);
    }

    private static MessageBody Recorded(GatheringFacts facts)
    {
        var occurrence = facts.Occurrence;
        var came = occurrence.Invitees.Where(i => i is { HasCome: true, RemovedAt: null }).ToList();
        var outcome = (occurrence.Outcome ?? GatheringOutcome.NoneYet).Words();
        var ecosystems = new RoundtableQuarter(0, [occurrence]).Ecosystems;
        var who = came.Count == 0 ? "Nobody came." : $"{GatheringWords.People(came.Count)} came: {Names(came, facts, withNotes: false)}.";
        var measure = $"Ecosystems of those who came: {ecosystems.Count} of the {RoundtableEvidence.EcosystemsWanted} that KR 1.4 wants{(ecosystems.Count > 0 ? $" ({ecosystems.Humanize("and")})" : "")}.";
        var shown = Uri.TryCreate(occurrence.OutcomeLink, UriKind.Absolute, out var url) ? Mrkdwn.Link(url, outcome) : Mrkdwn.Escape(outcome);
        return new(
            $"{occurrence.Gathering.Title} of {DayWords.Day(occurrence.Day, facts.Today)} is recorded. {who} What came of it: {outcome}. {measure}",
            [
                Parts.Section(Mrkdwn.Of($"*{occurrence.Gathering.Title}* of {DayWords.Day(occurrence.Day, facts.Today)} is recorded.\n{who}\nWhat came of it: {shown}.")),
                Parts.Note(Mrkdwn.Of($"{measure} I thank those of them who are in Slack.")),
                new ActionsBlock([AskAction.Button(new Ask($"roundtable attendance {occurrence.Id}", "Correct it"), 0)]),
            ]);
    }

    /// <summary>Names that call nobody, with what they noted, cut where they are many.</summary>
    public static string Names(IReadOnlyList<Invitee> people, GatheringFacts facts, bool withNotes = true)
    {
        var (shown, left) = Cut.To(people, MostNames);
        return string.Join(", ", [.. shown.Select(i => $"{NameOf(i, facts.Names)}{(withNotes && i.Rsvp?.Note is { } note ? $", note: {note}" : "")}"), .. left > 0 ? [$"+ {left} more"] : Array.Empty<string>()]);
    }

    public static string NameOf(Invitee invitee, IReadOnlyDictionary<string, string> names) =>
        invitee.GuestName ?? (invitee.SlackId is { } id ? names.GetValueOrDefault(id, id) : "a guest");

    private static string Word(Occurrence occurrence) => occurrence.Gathering.Kind == GatheringKind.Roundtable ? "roundtable" : "meeting";

    private static IEnumerable<(string Title, IReadOnlyList<Invitee> People)> Lists(GatheringFacts facts)
    {
        yield return ("Coming", facts.Seats.Coming);
        if (facts.Occurrence.Gathering.Capacity is not null)
        {
            yield return ("Waiting for a place", facts.Seats.Waiting);
        }

        yield return ("Maybe", facts.Seats.Maybe);
        yield return ("Cannot", facts.Seats.Cant);
        foreach (var (title, answer) in new[] { ("Said yes to the old date", RsvpAnswer.Going), ("Said maybe to the old date", RsvpAnswer.Maybe) })
        {
            if (facts.Seats.AnsweredOldDate.Where(i => i.Rsvp?.Answer == answer).ToList() is { Count: > 0 } people)
            {
                yield return (title, people);
            }
        }

        yield return ("No answer yet", facts.Seats.NoAnswer);
    }
}
