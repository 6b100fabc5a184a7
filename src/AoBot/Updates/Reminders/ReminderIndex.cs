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
    private readonly ILookup<(string Partner, YearMonth Month), Mute> _mutes;
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
        _mutes = facts.Snoozes.Select(s => (Key: (s.Partner, s.Month), Mute: Mute.Of(s, ZoneOf(s.SnoozedBy, s.Partner))))
            .Concat(facts.Claims.Select(c => (Key: (c.Partner, c.Month), Mute: Mute.Of(c, facts, ZoneOf(c.ClaimedBy, c.Partner)))))
            .ToLookup(m => m.Key, m => m.Mute, SameMonth.Comparer);
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

    /// <summary>What asked for a month and counts. A letter that several of staff are asked to write asks once.</summary>
    public IEnumerable<RecordedNotice> Asked(string partner, YearMonth month) => Recorded(partner, month).Where(n => n.Counts && UpdateNotices.Asking.Contains(n.Kind)).DistinctBy(n => n.Letter ?? n.Key);

    /// <summary>Whether a month was asked for as often as it may be.</summary>
    /// <param name="partner">The engagement.</param>
    /// <param name="month">Its month.</param>
    /// <param name="without">A notice that does not count.</param>
    /// <param name="more">How many that are not recorded count as well.</param>
    public bool AskedOut(string partner, YearMonth month, long? without = null, int more = 0) => Asked(partner, month).Count(n => n.Id != without) + more >= Facts.Rules.MostPerMonth;

    /// <summary>The steps of a month that were said, or passed over for good.</summary>
    public IEnumerable<LadderStep> Said(string partner, YearMonth month) =>
        from notice in Recorded(partner, month)
        where notice.IsDone
        from subject in notice.Subjects
        where subject.Month == month && partner.Equals(subject.Partner, StringComparison.OrdinalIgnoreCase)
        let step = UpdateNotices.StepOf(UpdateNotices.KindOf(notice.Kind, subject))
        where step is not null
        select step.Value;

    public bool IsTaken(string key) => _keys.Contains(key);

    /// <summary>Until when somebody wanted nothing to be asked; then they are asked again.</summary>
    public IEnumerable<Mute> Mutes(OwedPeriod period) => period.Open.SelectMany(m => _mutes[(period.Row.Key, m)]);

    public IEnumerable<ContactDenial> Denials(string partner) => _denials[partner];

    /// <summary>Whether somebody said that they are not the one to ask.</summary>
    public bool IsDenied(string partner, string person) => _denials[partner].Any(d => d.Person == person);

    public Absence? AbsenceOf(string person, LocalDate day) => _absences[person].LastOrDefault(a => a.Holds(day));

    /// <summary>Whether Slack refused for good to bring somebody what was about this month.</summary>
    public bool WasUnreachable(string person, YearMonth month) => _dead[person].Any(n => n.Subjects.Any(s => s.Month == month));

    private DateTimeZone ZoneOf(string person, string partner) =>
        Facts.HoursOf(person, Facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(partner, StringComparison.OrdinalIgnoreCase))?.Zone).Zone;

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
