using AoBot.Updates;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.Simulation;

/// <summary>One notice, partner and month, as it would have been sent.</summary>
/// <param name="At">When.</param>
/// <param name="To"><c>partner</c>, <c>staff</c> or <c>channel</c>.</param>
/// <param name="Recipient">Whom.</param>
/// <param name="Kind">Of the notice.</param>
/// <param name="Partner">The key of the engagement; none for what is about none.</param>
/// <param name="Month">The month; none for what is about none.</param>
/// <param name="Step">Of the ladder.</param>
/// <param name="Key">Of the notice: what has the same one was one message.</param>
/// <param name="Reason">Why it was sent.</param>
public sealed record PlayedNotice(Instant At, string To, string Recipient, string Kind, string? Partner, YearMonth? Month, string? Step, string Key, string? Reason);

/// <summary>What came of a period that was played.</summary>
/// <param name="Sent">Everything that would have been sent, in order.</param>
/// <param name="Silent">The steps that nobody heard of, and why.</param>
/// <param name="Final">The ledger at the end.</param>
/// <param name="From">The beginning.</param>
public sealed record PlayedPeriod(IReadOnlyList<PlayedNotice> Sent, IReadOnlyList<SilentStep> Silent, LedgerReading Final, Instant From)
{
    private readonly Dictionary<(string, YearMonth), CoverageCell> _cells = Final.Coverage.ToDictionary(c => (c.Partner, c.Month));

    /// <summary>The months that were delivered within the period.</summary>
    public int Updates => Final.Coverage.Count(c => c is { State: CoverageState.Received, Landed: { } landed } && landed >= From);

    /// <summary>Each month that somebody was asked for.</summary>
    public IReadOnlyList<PlayedNotice> Nags => [.. Sent.Where(n => UpdateNotices.Asking.Contains(n.Kind))];

    /// <summary>Those that asked for what had been written before.</summary>
    public IReadOnlyList<PlayedNotice> NagsWrong => [.. Nags.Where(n => CellOf(n)?.Written is { } written && written < n.At)];

    public IReadOnlyList<PlayedNotice> HeadsUps => [.. Nags.Where(n => n.Kind == UpdateNotices.HeadsUp)];

    /// <summary>Those to somebody who did not come in time all the same.</summary>
    public int HeadsUpsUseful => HeadsUps.Count(n => CellOf(n)?.InTime != true);

    public double NagsPerUpdate => Updates == 0 ? 0 : (double)Nags.Count / Updates;

    public int SilentBecause(Silence why) => Silent.Count(s => s.Why == why);

    private CoverageCell? CellOf(PlayedNotice notice) => notice is { Partner: { } partner, Month: { } month } ? _cells.GetValueOrDefault((partner, month)) : null;
}
