using System.Globalization;
using AoBot.Outbox;
using AoBot.Reminders;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Reports.Reminders;

/// <summary>A report that the fund owes.</summary>
/// <param name="Kind"><c>monthly</c> or <c>tac</c>.</param>
/// <param name="Period"><c>2024-06</c> or <c>2024-Q2</c>.</param>
/// <param name="Month">The month that it is about; of a quarter, its last.</param>
/// <param name="Due">When it is due.</param>
public sealed record OwedReport(string Kind, string Period, YearMonth Month, LocalDate Due)
{
    public const string Monthly = "monthly";
    public const string Tac = "tac";

    /// <summary>As keys and rows name it: <c>monthly/2024-06</c>.</summary>
    public string Name => $"{Kind}/{Period}";

    public static string NameOf(YearMonth month) => $"{Monthly}/{YearMonthPattern.Iso.Format(month)}";

    public static string NameOf(int year, int quarter) => string.Create(CultureInfo.InvariantCulture, $"{Tac}/{year}-Q{quarter}");

    public static OwedReport OfMonth(YearMonth month, DueDays dueDays) => new(Monthly, YearMonthPattern.Iso.Format(month), month, dueDays.DueDay(month));

    public static OwedReport OfQuarter(int year, int quarter, DueDays dueDays)
    {
        var last = new YearMonth(year, quarter * 3);
        return new(Tac, NameOf(year, quarter)[(Tac.Length + 1)..], last, dueDays.QuarterlyDue(last));
    }

    /// <summary>By its name; none where it is none.</summary>
    public static OwedReport? Parse(string? name, DueDays dueDays)
    {
        switch ((name ?? "").Split('/'))
        {
            case [Monthly, var written] when YearMonthPattern.Iso.Parse(written) is { Success: true, Value: var month }:
                return OfMonth(month, dueDays);
            case [Tac, var written] when written.Split("-Q") is [var year, var quarter] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(quarter, NumberStyles.None, CultureInfo.InvariantCulture, out var q) && q is >= 1 and <= 4 && y is > 0 and < 9999:
                return OfQuarter(y, q, dueDays);
            default:
                return null;
        }
    }
}

/// <summary>What decides about reminders for the fund's own reports.</summary>
public sealed record ReportReminderFacts
{
    public required DueDays DueDays { get; init; }

    public WorkingDays WorkingDays => DueDays.WorkingDays;

    /// <summary>The program's zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The private channel of staff, or each of staff.</summary>
    public required IReadOnlyList<string> Staff { get; init; }

    /// <summary>When somebody may be written to.</summary>
    public required Func<string, ReminderHours> HoursOf { get; init; }

    /// <summary>Since when reminders are sent.</summary>
    public required Instant Since { get; init; }

    /// <summary>The reports that are out or waived, by name.</summary>
    public IReadOnlySet<string> Settled { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Who said "I've got it", by the report's name: only they are reminded any more.</summary>
    public IReadOnlyDictionary<string, string> TakenBy { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The keys of what was planned, sent or passed over, each with who was meant.</summary>
    public IReadOnlySet<string> Recorded { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The steps that stand, or may stand, in a channel of staff: each of them has heard those.</summary>
    public IReadOnlySet<string> ToldTogether { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether a reminder of it was planned, sent or passed over.</summary>
    public bool WasAskedFor(OwedReport report) => Recorded.Any(key => key.StartsWith($"{ReportReminderPolicy.NoticeKind}/{report.Name}/", StringComparison.Ordinal));
}

/// <summary>
/// When staff are reminded of a report of their own: five and two working days before, on the day, and then every second working day until it is out or
/// waived, or the next one's turn has come. After an outage only the newest step is told.
/// </summary>
public static class ReportReminderPolicy
{
    public const string NoticeKind = "report-reminder";
    public const string BeforeStart = "before start";
    public const string Late = "skipped, a newer step applies";

    /// <summary>Kind, kind of report, period and step: so many parts of a key say what it is about.</summary>
    private const int StepParts = 4;

    /// <summary>So much ahead of its moment a reminder is planned, so that staff can see it coming.</summary>
    private static readonly Duration Ahead = Duration.FromHours(30);

    public static (IReadOnlyList<NoticePlan> Plans, IReadOnlyList<(NoticePlan Plan, string Reason)> Past) Decide(ReportReminderFacts facts, Instant now)
    {
        var (plans, past) = (new List<NoticePlan>(), new List<(NoticePlan, string)>());
        foreach (var report in Owed(facts, now).Where(r => !facts.Settled.Contains(r.Name)))
        {
            var recipients = facts.TakenBy.TryGetValue(report.Name, out var taker) ? [taker] : facts.Staff;
            foreach (var recipient in recipients)
            {
                var hours = facts.HoursOf(recipient);
                var steps = Steps(facts, report, now).Select(s => (s.Step, Moment: hours.MomentOf(s.Day), Key: KeyOf(report, s.Step, recipient))).Where(s => s.Moment <= now + Ahead).ToList();
                foreach (var (at, step) in steps.Index().Where(s => !facts.Recorded.Contains(s.Item.Key) && !facts.ToldTogether.Contains(StepOf(s.Item.Key))))
                {
                    var plan = new NoticePlan(step.Key, NoticeKind, recipient, hours.OnOrAfter(Instant.Max(step.Moment, now)))
                    {
                        UselessAfter = LocalMoments.At(step.Moment.InZone(hours.Zone).Date.PlusDays(4), LocalTime.Midnight, hours.Zone),
                        Data = report.Name,
                        Subjects = [new NoticeSubject(null, report.Kind == OwedReport.Monthly ? report.Month : null, step.Step, Why(report, step.Step))],
                    };
                    if (step.Moment < facts.Since)
                    {
                        past.Add((plan, BeforeStart));
                    }
                    else if (at == steps.Count - 1)
                    {
                        plans.Add(plan);
                    }
                    else
                    {
                        past.Add((plan, Late));
                    }
                }
            }
        }

        return (plans, past);
    }

    /// <summary>What the days to come add, if nothing is settled meanwhile.</summary>
    /// <param name="facts">What is known now.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="days">How far it looks.</param>
    public static IReadOnlyList<NoticePlan> Coming(ReportReminderFacts facts, Instant now, int days)
    {
        var (recorded, coming) = (facts.Recorded.ToHashSet(StringComparer.Ordinal), new List<NoticePlan>());
        for (var day = 0; day <= days; day++)
        {
            var (plans, past) = Decide(facts with { Recorded = recorded }, now + Duration.FromDays(day));
            recorded.UnionWith(plans.Concat(past.Select(p => p.Plan)).Select(p => p.Key));
            coming.AddRange(plans.Where(p => p.NotBefore <= now + Duration.FromDays(days)));
        }

        return coming;
    }

    /// <summary>The reports whose turn it is: the newest of each kind whose first step has come, or soon comes.</summary>
    public static IReadOnlyList<OwedReport> Owed(ReportReminderFacts facts, Instant now)
    {
        var today = (now + Ahead).InZone(facts.Zone).Date;
        var month = today.ToYearMonth();
        var monthly = Enumerable.Range(-2, 3).Select(month.PlusMonths)
            .Select(m => OwedReport.OfMonth(m, facts.DueDays));
        var quarterly = new[] { month.PlusMonths(-3), month }.Select(m => OwedReport.OfQuarter(m.Year, (m.Month + 2) / 3, facts.DueDays));
        return [.. new[] { monthly, quarterly }.Select(kind => kind.LastOrDefault(r => facts.WorkingDays.Add(r.Due, -ReportDays.Early) <= today)).OfType<OwedReport>()];
    }

    /// <summary>The key of a step for somebody: whoever takes a report from a channel hears the next step themselves.</summary>
    public static string KeyOf(string step, string recipient) => $"{step}/{recipient}";

    /// <summary>Of a key its step, whoever was meant; older keys have no recipient where there was but one: <c>report-reminder/monthly/2024-06/soon</c>.</summary>
    public static string StepOf(string key) => string.Join('/', key.Split('/').Take(StepParts));

    /// <summary>Whether what is said there is said to all of staff.</summary>
    public static bool IsTogether(string recipient) => recipient.StartsWith('C') || recipient.StartsWith('G');

    private static IEnumerable<(string Step, LocalDate Day)> Steps(ReportReminderFacts facts, OwedReport report, Instant now) =>
        new ReportDays(facts.WorkingDays).Until(report.Due, (now + Ahead).InZone(facts.Zone).Date.PlusDays(1));

    private static string KeyOf(OwedReport report, string step, string recipient) => KeyOf($"{NoticeKind}/{report.Name}/{step}", recipient);

    private static string Why(OwedReport report, string step) =>
        step == "due" ? $"the report {report.Period} is due today" : step is "early" or "soon" ? $"the report {report.Period} is due soon" : $"the report {report.Period} is not out yet";
}
