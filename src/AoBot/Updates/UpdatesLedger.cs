using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Updates;

/// <summary>
/// The truth about who has reported, as of now, from what is in the database. It is looked at again only when something was committed or a day
/// has turned, here or in the last place on earth; it is worked out again only when a fact is another; the history is read anew only when it has changed.
/// </summary>
public sealed class UpdatesLedger(Settings settings, ProgramClock clock, DataVersion dataVersion)
{
    private volatile KeptHistory? _history;
    private volatile KeptReading? _reading;
    private volatile KeptLedger? _kept;

    public async Task<CurrentLedger> Read(AoBotDbContext db, CancellationToken cancellationToken)
    {
        // Taken before the facts are read, so that a reading never claims to be newer than they are.
        var (version, now, turn) = (dataVersion.TryRead(), clock.Now, clock.NextTurn);
        if (_kept is { } kept && kept.Version == version && version is not null && kept.From <= now && now < kept.Until)
        {
            return kept.Ledger;
        }

        var (ledger, until) = await Make(db, now, turn, cancellationToken);
        _kept = new KeptLedger(version, now, until, ledger);
        return ledger;
    }

    private async Task<(CurrentLedger Ledger, Instant Until)> Make(AoBotDbContext db, Instant now, Instant turn, CancellationToken cancellationToken)
    {
        var roster = await RosterTable.Read(db, cancellationToken);
        var read = await db.RepositoryReads.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (read is null)
        {
            return (new CurrentLedger(null, RepositoryHistory.Empty(""), roster, RepositoryState.Unread), turn);
        }

        var history = _history is { } kept && kept.Stamp == read.Stamp ? kept.History : await RepositoryStore.Load(db, cancellationToken);
        _history = new KeptHistory(read.Stamp, history);
        if (read is not { IsComplete: true, ReadAt: not null })
        {
            return (new CurrentLedger(null, history, roster, read.ToState()), turn);
        }

        var reading = await Reading(db, new LedgerFacts(history, roster, now, Instant.Min(turn, NextOf(history, now) ?? turn)), cancellationToken);
        return (new CurrentLedger(reading.Reading, history, roster, read.ToState()), reading.Until);
    }

    /// <summary>Most commits change no fact of these: what was made of the same ones is the same.</summary>
    private async Task<KeptReading> Reading(AoBotDbContext db, LedgerFacts facts, CancellationToken cancellationToken)
    {
        var answers = await db.LedgerAnswers.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var skips = (await db.UpdateSkips.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellationToken)).ConvertAll(s => new SkippedMonth(s.Partner, s.Month, s.Reason));
        var written = RosterFile.Write(facts.Roster);
        var kept = _reading;

        // An answer is given or taken back, and never changed: its number says which it is.
        if (kept is not null && kept.From <= facts.Now && facts.Now < kept.Until && ReferenceEquals(kept.History, facts.History) && kept.Roster == written
            && kept.Answers.SequenceEqual(answers.Select(a => a.Id)) && kept.Skips.SequenceEqual(skips))
        {
            return kept;
        }

        var options = new LedgerOptions
        {
            Path = settings.UpdatesPath,
            Zone = clock.Zone,
            DueDays = clock.DueDays,
            Answers = [.. answers.GroupBy(a => a.Path, StringComparer.Ordinal).Select(g => g.Last().ToAnswer())],
            Skips = skips,
        };
        var reading = Ledger.At(facts.History, facts.Roster.Rows.Count == 0 ? null : facts.Roster, facts.Now, options);
        return _reading = new KeptReading(facts.Now, facts.Until, facts.History, written, answers.ConvertAll(a => a.Id), skips, reading);
    }

    /// <summary>A clock elsewhere may be ahead of ours: what is dated later counts from then on.</summary>
    private static Instant? NextOf(RepositoryHistory history, Instant now) => history.Landings.Select(l => (Instant?)l.Landed)
        .Concat(history.PullRequests.SelectMany(p => new[] { p.Opened, p.Closed, p.Merged }))
        .Where(at => at > now)
        .Min();

    private sealed record KeptHistory(string Stamp, RepositoryHistory History);

    private sealed record LedgerFacts(RepositoryHistory History, Roster Roster, Instant Now, Instant Until);

    private sealed record KeptReading(Instant From, Instant Until, RepositoryHistory History, string Roster, IReadOnlyList<int> Answers, IReadOnlyList<SkippedMonth> Skips, LedgerReading Reading);

    private sealed record KeptLedger(long? Version, Instant From, Instant Until, CurrentLedger Ledger);
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
