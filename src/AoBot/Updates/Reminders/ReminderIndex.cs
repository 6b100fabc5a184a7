using AoBot.Engagements;
using AoBot.People;
using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>The facts, found quickly by engagement and month; made once for a decision.</summary>
internal sealed class ReminderIndex
{
    private readonly ILookup<string, CoverageCell> _cells;
    private readonly ILookup<(string Partner, YearMonth Month), RecordedNotice> _recorded;
    private readonly ILookup<string, RecordedNotice> _dead;
    private readonly ILookup<(string Partner, YearMonth Month), LocalDate> _mutes;
    private readonly ILookup<string, UpdateClaim> _claims;
    private readonly ILookup<string, UpdateSnooze> _snoozes;
    private readonly ILookup<string, ContactDenial> _denials;
    private readonly ILookup<string, Absence> _absences;
    private readonly HashSet<(string Partner, YearMonth Month)> _unclear;
    private readonly HashSet<string> _keys;

    public ReminderIndex(ReminderFacts facts)
    {
        Facts = facts;
        Ladder = new Ladder(facts.WorkingDays, facts.Rules);
        _cells = facts.Reading.Coverage.ToLookup(c => c.Partner, StringComparer.OrdinalIgnoreCase);
        _recorded = (from notice in facts.Recorded
                     from subject in notice.Subjects
                     where subject is { Partner: not null, Month: not null }
                     select (Key: (subject.Partner!, subject.Month!.Value), notice)).ToLookup(r => r.Key, r => r.notice, SameMonth.Comparer);
        _dead = facts.Recorded.Where(n => n.State == Outbox.NoticeState.Dead).ToLookup(n => n.Recipient, StringComparer.Ordinal);
        _claims = facts.Claims.ToLookup(c => c.Partner, StringComparer.OrdinalIgnoreCase);
        _snoozes = facts.Snoozes.ToLookup(s => s.Partner, StringComparer.OrdinalIgnoreCase);
        _mutes = facts.Snoozes.Select(s => (Key: (s.Partner, s.Month), s.Until))
            .Concat(facts.Claims.Select(c => (Key: (c.Partner, c.Month), Until: BelievedUntil(c))))
            .ToLookup(m => m.Key, m => m.Until, SameMonth.Comparer);
        _denials = facts.Denials.ToLookup(d => d.Partner, StringComparer.OrdinalIgnoreCase);
        _absences = facts.Absences.ToLookup(a => a.Person, StringComparer.Ordinal);
        _unclear = Unclear(facts.Reading).ToHashSet(SameMonth.Comparer);
        _keys = facts.Recorded.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
    }

    public ReminderFacts Facts { get; }

    public Ladder Ladder { get; }

    public IReadOnlyList<OwedPeriod> PeriodsOf(RosterRow row) => OwedPeriod.Of(row, _cells[row.Key]);

    public IEnumerable<CoverageCell> CellsOf(RosterRow row) => _cells[row.Key];

    public bool IsUnclear(string partner, YearMonth month) => _unclear.Contains((partner, month));

    /// <summary>What was said about a month, or passed over.</summary>
    public IEnumerable<RecordedNotice> Recorded(string partner, YearMonth month) => _recorded[(partner, month)];

    /// <summary>What asked for a month and counts.</summary>
    public IEnumerable<RecordedNotice> Asked(string partner, YearMonth month) => Recorded(partner, month).Where(n => n.Counts && UpdateNotices.Asking.Contains(n.Kind));

    public bool IsTaken(string key) => _keys.Contains(key);

    /// <summary>Until which days somebody wanted nothing to be asked; on each they are asked again.</summary>
    public IEnumerable<LocalDate> Mutes(OwedPeriod period) => period.Open.SelectMany(m => _mutes[(period.Row.Key, m)]);

    /// <summary>Whether it is the word that the update was sent which silences a period.</summary>
    public bool IsClaimed(OwedPeriod period, LocalDate today) => _claims[period.Row.Key].Any(c => period.Open.Contains(c.Month) && BelievedUntil(c) > today);

    public IEnumerable<UpdateSnooze> Snoozes(OwedPeriod period) => _snoozes[period.Row.Key].Where(s => period.Open.Contains(s.Month));

    public IEnumerable<ContactDenial> Denials(string partner) => _denials[partner];

    public Absence? AbsenceOf(string person, LocalDate day) => _absences[person].LastOrDefault(a => a.Holds(day));

    /// <summary>Whether Slack refused for good to bring somebody what was about this month.</summary>
    public bool WasUnreachable(string person, YearMonth month) => _dead[person].Any(n => n.Subjects.Any(s => s.Month == month));

    private LocalDate BelievedUntil(UpdateClaim claim) => Facts.WorkingDays.Add(claim.ClaimedAt.InZone(Facts.Zone).Date, Facts.Rules.BelievedWorkingDays);

    /// <summary>The months that an unclear file may cover: those that it names, and the one before each.</summary>
    private static IEnumerable<(string Partner, YearMonth Month)> Unclear(LedgerReading reading)
    {
        var named = reading.Questions.Where(q => q.Partner is not null).SelectMany(q => MonthsOf(reading, q).Select(m => (Partner: q.Partner!, Month: m)))
            .Concat(reading.Coverage.Where(c => c is { Sure: false, State: CoverageState.Received or CoverageState.InReview }).Select(c => (c.Partner, c.Month)));
        return named.SelectMany(n => new[] { n, (n.Partner, n.Month.PlusMonths(-1)) });
    }

    /// <summary>What a question may be about; of a file whose month nobody can tell, the month in which it came.</summary>
    internal static IReadOnlyList<YearMonth> MonthsOf(LedgerReading reading, LedgerQuestion question)
    {
        IReadOnlyList<YearMonth> named = question.IsFolder
            ? [.. reading.Files.Where(f => f.Path.StartsWith(question.Path + "/", StringComparison.Ordinal)).SelectMany(f => f.Months).Distinct()]
            : question.Months;
        return named.Count > 0 || question.Kind == FileKind.Readme ? named : [question.Since.InUtc().Date.ToYearMonth()];
    }

    /// <summary>A month of an engagement, whatever the case of its key.</summary>
    private sealed class SameMonth : IEqualityComparer<(string Partner, YearMonth Month)>
    {
        public static SameMonth Comparer { get; } = new();

        public bool Equals((string Partner, YearMonth Month) one, (string Partner, YearMonth Month) other) =>
            one.Month == other.Month && one.Partner.Equals(other.Partner, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Partner, YearMonth Month) value) => HashCode.Combine(value.Month, value.Partner.GetHashCode(StringComparison.OrdinalIgnoreCase));
    }
}
