using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Persistence;
using NodaTime;

namespace AoBot.Updates;

/// <summary>The ledger as somebody reads it, as data.</summary>
/// <param name="Ledger">What is known.</param>
/// <param name="Today">The program's day.</param>
/// <param name="Zone">The program's zone.</param>
/// <param name="Month">The month that people speak of.</param>
/// <param name="Audience">Who reads.</param>
public sealed record LedgerPicture(CurrentLedger Ledger, LocalDate Today, DateTimeZone Zone, YearMonth Month, Audience Audience)
{
    private readonly ILookup<string, CoverageCell> _cells = (Ledger.Reading?.Coverage ?? []).ToLookup(c => c.Partner, StringComparer.OrdinalIgnoreCase);

    public static async Task<LedgerPicture> Read(UpdatesLedger ledger, AoBotDbContext db, ProgramClock clock, Audience audience, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return new LedgerPicture(await ledger.Read(db, cancellationToken), today, clock.Zone, clock.DueDays.MonthSpokenOf(today), audience);
    }

    /// <summary>None while the repository was never read to its end.</summary>
    public LedgerReading? Reading => Ledger.Reading;

    /// <summary>What staff should be asked; nothing before there is a roster, as nobody could say whose a file is.</summary>
    public IReadOnlyList<LedgerQuestion> Questions => Ledger.HasRoster && Reading is { } reading ? reading.Questions : [];

    /// <summary>The months of some rows of the roster that are one partner's, by month; where two rows have one, what was received counts.</summary>
    public IReadOnlyDictionary<YearMonth, CoverageCell> MonthsOf(IEnumerable<string> keys) =>
        keys.SelectMany(k => _cells[k]).GroupBy(c => c.Month).ToDictionary(g => g.Key, g => g.MaxBy(c => c.SeenBy(Audience.Staff))!);

    /// <summary>What is called by one name: the partners of the ledger, with their rows of the roster.</summary>
    public IReadOnlyList<LedgerName> Names =>
    [
        .. from partner in Reading?.Partners ?? []
           group partner by EngagementDirectory.KeyOf(partner.Name) into named
           let keys = named.Select(p => p.Key).ToList()
           select new LedgerName(named.Last().Name, keys, named.Last(), [.. Ledger.Roster.Rows.Where(r => keys.Contains(r.Key, StringComparer.OrdinalIgnoreCase))]),
    ];
}

/// <param name="Name">What people call it.</param>
/// <param name="Keys">Of its rows of the roster, or its folder.</param>
/// <param name="Newest">The last of its engagements.</param>
/// <param name="Rows">In the roster; none where there is none.</param>
public sealed record LedgerName(string Name, IReadOnlyList<string> Keys, LedgerPartner Newest, IReadOnlyList<RosterRow> Rows)
{
    /// <summary>What somebody may call it by, made comparable.</summary>
    public IReadOnlyList<string> Known => [.. Rows.SelectMany(r => r.NameKeys).Concat(Keys.Append(Name).Select(EngagementDirectory.KeyOf)).Distinct(StringComparer.Ordinal)];
}
