using AoBot.Conversations;
using AoBot.KeyResults;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using Humanizer;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>What roundtables gave to the key result that asks for them (KR 1.4 of 2024), quarter by quarter.</summary>
public sealed class RoundtableEvidence(ProgramClock clock) : IKeyResultEvidence
{
    /// <summary>It wants at least so many ecosystems at a table.</summary>
    public const int EcosystemsWanted = 5;

    /// <summary>It is known by its official wording, as its number is another each year.</summary>
    public async Task<Evidence?> Of(KeyResultState keyResult, int year, Audience audience, AoBotDbContext db, CancellationToken cancellationToken) =>
        keyResult.Text.Contains("roundtable", StringComparison.OrdinalIgnoreCase) ? Render(await Read(db, year, clock.Today, cancellationToken), audience, clock.Today) : null;

    /// <summary>The quarters of a year in which a roundtable was held, in order.</summary>
    /// <param name="db">Where they stand.</param>
    /// <param name="year">By the day that each was held on.</param>
    /// <param name="today">What is not over yet counts once it was recorded.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private static async Task<IReadOnlyList<RoundtableQuarter>> Read(AoBotDbContext db, int year, LocalDate today, CancellationToken cancellationToken)
    {
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        var held = await db.Occurrences.AsNoTracking().Include(o => o.Gathering).Include(o => o.Invitees).ThenInclude(i => i.Rsvp).AsSplitQuery()
            .Where(o => o.Gathering.Kind == GatheringKind.Roundtable && !o.IsCancelled && o.Day >= first && o.Day <= last && (o.Day < today || o.RecordedAt != null))
            .OrderBy(o => o.StartsAt).ThenBy(o => o.Id)
            .ToListAsync(cancellationToken);
        return [.. held.GroupBy(o => (o.Day.Month + 2) / 3).OrderBy(q => q.Key).Select(q => new RoundtableQuarter(q.Key, [.. q]))];
    }

    /// <summary>How many were held is for everybody; who was at the table, and what came of it, for staff.</summary>
    private static Evidence Render(IReadOnlyList<RoundtableQuarter> quarters, Audience audience, LocalDate today)
    {
        if (quarters.Count == 0)
        {
            return new("Roundtables: none was held so far.", Parts.List("Roundtables", [Mrkdwn.Of($"None was held so far.")]));
        }

        var lines = quarters.Select(q => (q, Counted: $"Q{q.Quarter}: {q.Held.Count} held{(audience == Audience.Staff ? $"; {q.Ecosystems.Count} of {EcosystemsWanted} ecosystems{(q.Ecosystems.Count > 0 ? $" ({q.Ecosystems.Humanize("and")})" : "")}" : "")}")).ToList();
        return new(
            $"Roundtables: {string.Join(". ", lines.Select(l => $"{l.Counted}{string.Concat(Outcomes(l.q, audience).Select(o => $"; {Came(o, today)}{(o.OutcomeLink is { } url ? $": {url}" : "")}"))}"))}.",
            Parts.List("Roundtables", lines.Select(l => Mrkdwn.Join("; ", Outcomes(l.q, audience)
                .Select(o => Uri.TryCreate(o.OutcomeLink, UriKind.Absolute, out var url) ? Mrkdwn.Link(url, Came(o, today)) : Mrkdwn.Escape(Came(o, today)))
                .Prepend(Mrkdwn.Of($"• {l.Counted}"))))));
    }

    private static IEnumerable<Occurrence> Outcomes(RoundtableQuarter quarter, Audience audience) =>
        audience == Audience.Staff ? quarter.Held.Where(o => o.Outcome is GatheringOutcome.NewProject or GatheringOutcome.JointPublication) : [];

    private static string Came(Occurrence occurrence, LocalDate today) => $"{occurrence.Outcome!.Value.Words()} came of {DayWords.Day(occurrence.Day, today)}";
}

/// <param name="Quarter">1 to 4.</param>
/// <param name="Held">In order.</param>
public sealed record RoundtableQuarter(int Quarter, IReadOnlyList<Occurrence> Held)
{
    /// <summary>Of those who came, where that was recorded, and otherwise of those who said that they would.</summary>
    public IReadOnlyList<string> Ecosystems =>
    [
        .. Held
            .SelectMany(o => o.RecordedAt is null ? RsvpPolicy.Seats(o.Invitees, o.DateVersion, o.Gathering.Capacity).Coming : o.Invitees.Where(i => i.HasCome == true))
            .Select(i => i.Ecosystem).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];
}
