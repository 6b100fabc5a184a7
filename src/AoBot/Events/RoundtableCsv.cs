using System.Globalization;
using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace AoBot.Events;

/// <summary>Who was invited to a roundtable, what they answered and whether they came, as CSV: for its host and staff, as it holds names.</summary>
public static class RoundtableCsv
{
    /// <summary>What is longer than a person copies out of a message is written by <c>export roundtables</c>.</summary>
    private const int LongestShown = 3_000;

    private static readonly string[] Header =
        ["roundtable", "title", "day", "starts", "cancelled", "person", "slack_id", "partner", "ecosystem", "in_place_of", "invited", "answer", "place", "answered_at", "answered_by", "note", "came", "outcome", "outcome_link", "notes_link"];

    /// <summary>A line for each person who is or was invited; names are read with the roundtable.</summary>
    public static async Task<string> Write(AoBotDbContext db, IReadOnlyList<Occurrence> roundtables, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<string>> { Header };
        foreach (var roundtable in roundtables)
        {
            rows.AddRange(Rows(roundtable, await GatheringFacts.NamesOf(db, roundtable, cancellationToken)));
        }

        return Csv.Write(rows);
    }

    /// <summary>All roundtables, the oldest first, or one of them.</summary>
    public static async Task<IReadOnlyList<Occurrence>> Read(AoBotDbContext db, int? id, CancellationToken cancellationToken) =>
        await db.Occurrences.AsNoTracking().Include(o => o.Gathering).Include(o => o.Invitees).ThenInclude(i => i.Rsvp).AsSplitQuery()
            .Where(o => o.Gathering.Kind == GatheringKind.Roundtable && (id == null || o.Id == id))
            .OrderBy(o => o.StartsAt).ThenBy(o => o.Id)
            .ToListAsync(cancellationToken);

    /// <summary>To be copied out of a message that its asker alone sees.</summary>
    public static Answer Render(Occurrence roundtable, string csv) => csv.Length > LongestShown
        ? Parts.Short($"The list of #{roundtable.Id} is too long for a message. Whoever runs me can write it to a file: `export roundtables --number {roundtable.Id}`.") with { IsShareable = false }
        : new Answer(csv, [new RichTextBlock([new RichTextPreformatted([new RichTextText(csv)])]), Parts.Note(Mrkdwn.Of($"Names and notes are for its host and staff."))]) { IsShareable = false, IsKept = false };

    private static IEnumerable<IReadOnlyList<string>> Rows(Occurrence roundtable, IReadOnlyDictionary<string, string> names)
    {
        var seats = RsvpPolicy.Seats(roundtable.Invitees, roundtable.DateVersion, roundtable.Gathering.Capacity);
        return roundtable.Invitees.OrderBy(i => i.Id).Select(i => (IReadOnlyList<string>)
        [
            roundtable.Id.ToString(CultureInfo.InvariantCulture),
            Words(roundtable.Gathering.Title),
            LocalDatePattern.Iso.Format(roundtable.Day),
            InstantPattern.General.Format(roundtable.StartsAt),
            Word(roundtable.IsCancelled),
            Words(HostMessage.NameOf(i, names)),
            i.SlackId ?? "",
            Words(i.Partner),
            Words(i.Ecosystem),
            roundtable.Invitees.Find(other => other.Id == i.InPlaceOfId) is { } sender ? Words(HostMessage.NameOf(sender, names)) : "",
            Word(i.RemovedAt is null),
            i.Rsvp?.Answer is { } answer ? $"{answer}".ToLowerInvariant() : "",
            seats.Coming.Contains(i) ? "yes" : seats.Waiting.Contains(i) ? "waiting" : seats.AnsweredOldDate.Contains(i) ? "old date" : "",
            i.Rsvp is { } rsvp ? InstantPattern.General.Format(rsvp.AnsweredAt) : "",
            i.Rsvp?.AnsweredBy ?? "",
            Words(i.Rsvp?.Note),
            i.HasCome is { } came ? Word(came) : "",
            roundtable.Outcome?.Words() ?? "",
            Words(roundtable.OutcomeLink),
            Words(roundtable.NotesLink),
        ]);
    }

    /// <summary>What a person wrote never becomes a formula of a spreadsheet (OWASP, CSV injection).</summary>
    private static string Words(string? written) => written is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{written}" : written ?? "";

    private static string Word(bool isSo) => isSo ? "yes" : "no";
}
