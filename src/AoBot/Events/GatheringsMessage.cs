using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>The roundtables or public meetings that come, rendered. Of a roundtable, place, link and names are for who is invited, its host and staff.</summary>
public static class GatheringsMessage
{
    private const int Most = 6;

    public static Answer Render(GatheringKind kind, IReadOnlyList<Occurrence> coming, IReadOnlyList<UpcomingEvent> announced, IReadOnlyDictionary<string, string> names, WordRequest request, LocalDate today)
    {
        var word = kind == GatheringKind.Roundtable ? "roundtable" : "meeting";
        var isStaff = request.Audience == Audience.Staff;
        var title = kind == GatheringKind.Roundtable ? "Roundtables" : "Public meetings";
        if (coming.Count == 0 && announced.Count == 0)
        {
            var nothing = $"No {(kind == GatheringKind.Roundtable ? "roundtable" : "public meeting")} is announced.{(isStaff ? $" To add one: /ao {word} new" : "")}";
            return new Answer(nothing, [Parts.Plain(nothing)]) { Asks = isStaff ? [new Ask($"{word} new", "Add one")] : [] };
        }

        var (shown, left) = Cut.To(coming, Most);
        var texts = shown.Select(o => Text(o, request, today)).Concat(announced.Select(e => $"{EventWords.When(e, today)}, {e.Title} (no time and link yet)"));
        var first = shown.FirstOrDefault(o => !o.IsCancelled);
        var isOfFirst = first is not null && kind == GatheringKind.Roundtable && SeesAll(first, request);
        return new Answer(
            $"{title}: {string.Join("; ", texts)}{(left > 0 ? $"; and {left} more" : "")}.{(isOfFirst ? $" {Answers(first!, names)}" : "")}",
            [
                Parts.Header(title),
                Parts.Section(Mrkdwn.Join("\n", shown.Select(o => Line(o, request, today)).Concat(announced.Select(e => Mrkdwn.Of($"• *{EventWords.Shown(e, today)}* · {e.Title} (no time and link yet)"))))),
                .. left > 0 ? [Parts.Note(Mrkdwn.Of($"+ {left} later"))] : Array.Empty<Block>(),
                .. isOfFirst ? [Parts.Plain(Answers(first!, names))] : Array.Empty<Block>(),
                .. isStaff ? [Parts.Note(shown.Count == 0
                    ? Mrkdwn.Of($"For staff: `/ao {word} new`")
                    : Mrkdwn.Of($"For staff: `/ao {word} new`; with the number behind the #, `edit`, `cancel`, `add` (one more of a series){(kind == GatheringKind.Roundtable ? ", `invite`, `answer`, `mail`, `attendance`, `csv`" : "")}"))] : Array.Empty<Block>(),
            ])
        {
            Asks = isStaff && announced.Count > 0 ? [new Ask($"{word} new", "Add time and link")] : [],
        };
    }

    public static Answer Window(string does, ModalView view) =>
        new($"In Slack, this opens the window to {does}.", [Parts.Plain($"In Slack, this opens the window to {does}.")]) { IsShareable = false, Opens = view };

    private static bool SeesAll(Occurrence occurrence, WordRequest request) =>
        occurrence.Gathering.Kind == GatheringKind.Meeting || request.Audience == Audience.Staff
        || (request.UserId is { } asker && (occurrence.Gathering.HostId == asker || occurrence.Invitees.Exists(i => i.SlackId == asker && i.RemovedAt is null)));

    private static string Text(Occurrence occurrence, WordRequest request, LocalDate today) =>
        $"{GatheringWords.When(occurrence, today)}, {occurrence.Gathering.Title}{(occurrence.IsCancelled ? ", does not take place" : "")}{(SeesAll(occurrence, request) && !occurrence.IsCancelled && occurrence.CanBeAttended ? $" ({GatheringWords.WhereText(occurrence.PlaceNow, occurrence.LinkNow)})" : "")}{(request.Audience == Audience.Staff ? $" #{occurrence.Id}" : "")}";

    private static Mrkdwn Line(Occurrence occurrence, WordRequest request, LocalDate today)
    {
        var where = SeesAll(occurrence, request) && !occurrence.IsCancelled && occurrence.CanBeAttended ? Mrkdwn.Of($" · {GatheringWords.Where(occurrence.PlaceNow, occurrence.LinkNow)}") : Mrkdwn.Empty;
        var missing = request.Audience == Audience.Staff && !occurrence.CanBeAttended ? " (no link and no place yet)" : "";
        return Mrkdwn.Of($"• *{GatheringWords.Shown(occurrence, today)}* · {occurrence.Gathering.Title}{(occurrence.IsCancelled ? ", does not take place" : "")}{where}{missing}{(request.Audience == Audience.Staff ? $" #{occurrence.Id}" : "")}");
    }

    /// <summary>How the answers stand, with names.</summary>
    private static string Answers(Occurrence occurrence, IReadOnlyDictionary<string, string> names)
    {
        var seats = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);
        var (shown, left) = Cut.To(seats.Coming, 20);
        var who = string.Join(", ", [.. shown.Select(i => HostMessage.NameOf(i, names)), .. left > 0 ? [$"+ {left} more"] : Array.Empty<string>()]);
        return $"Coming: {seats.Coming.Count}{(who.Length > 0 ? $" ({who})" : "")}. Maybe: {seats.Maybe.Count}. No answer yet: {seats.NoAnswer.Count + seats.AnsweredOldDate.Count}. Ecosystems: {seats.Ecosystems.Count} of {RoundtableEvidence.EcosystemsWanted}.";
    }
}
