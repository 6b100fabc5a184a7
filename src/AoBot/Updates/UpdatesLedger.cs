using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Updates;

/// <summary>
/// The truth about who has reported, as of now, from what is in the database. It is worked out again only when something was committed or the day
/// has turned, here or in the last place on earth; the history is read anew only when it has changed.
/// </summary>
public sealed class UpdatesLedger(Settings settings, ProgramClock clock, DataVersion dataVersion)
{
    private volatile KeptHistory? _history;
    private volatile KeptReading? _kept;

    public async Task<CurrentLedger> Read(AoBotDbContext db, CancellationToken cancellationToken)
    {
        // Taken before the facts are read, so that a reading never claims to be newer than they are.
        var (version, now, until) = (dataVersion.TryRead(), clock.Now, clock.NextTurn);
        if (_kept is { } kept && kept.Version == version && version is not null && kept.From <= now && now < kept.Until)
        {
            return kept.Ledger;
        }

        var ledger = await Make(db, now, cancellationToken);
        _kept = new KeptReading(version, now, until, ledger);
        return ledger;
    }

    private async Task<CurrentLedger> Make(AoBotDbContext db, Instant now, CancellationToken cancellationToken)
    {
        var roster = await RosterTable.Read(db, cancellationToken);
        var read = await db.RepositoryReads.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (read is null)
        {
            return new CurrentLedger(null, RepositoryHistory.Empty(""), roster, RepositoryState.Unread);
        }

        var history = _history is { } kept && kept.Stamp == read.Stamp ? kept.History : await RepositoryStore.Load(db, cancellationToken);
        _history = new KeptHistory(read.Stamp, history);
        var state = read.ToState();
        return new CurrentLedger(
            read is { IsComplete: true, ReadAt: not null } ? Ledger.At(history, roster.Rows.Count == 0 ? null : roster, now, await Options(db, cancellationToken)) : null,
            history,
            roster,
            state);
    }

    private async Task<LedgerOptions> Options(AoBotDbContext db, CancellationToken cancellationToken) => new()
    {
        Path = settings.UpdatesPath,
        Zone = clock.Zone,
        DueDays = clock.DueDays,
        Answers = [.. (await db.LedgerAnswers.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellationToken)).GroupBy(a => a.Path, StringComparer.Ordinal).Select(g => g.Last().ToAnswer())],
        Skips = [.. (await db.UpdateSkips.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellationToken)).Select(s => new SkippedMonth(s.Partner, s.Month, s.Reason))],
    };

    private sealed record KeptHistory(string Stamp, RepositoryHistory History);

    private sealed record KeptReading(long? Version, Instant From, Instant Until, CurrentLedger Ledger);
}

/// <summary>What is known now.</summary>
/// <param name="Reading">None while the repository was never read to its end.</param>
/// <param name="History">What the reading was made of.</param>
/// <param name="Roster">Whom the fund works with; without a row, the reading's partners come from the folders.</param>
/// <param name="State">How well, and since when, the repository is known.</param>
public sealed record CurrentLedger(LedgerReading? Reading, RepositoryHistory History, Roster Roster, RepositoryState State)
{
    /// <summary>Whether somebody's months are known to be owed: without a roster nobody is asked for anything.</summary>
    public bool HasRoster => Roster.Rows.Count > 0;
}
