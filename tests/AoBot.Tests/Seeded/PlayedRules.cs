using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Reminders;
using AoBot.Tests.Host;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Seeded;

/// <summary>What must hold whatever happens, judged by what stands in Slack and what the repository held in truth.</summary>
internal sealed class PlayedRules(PlayedFund fund, PlayedSlack slack, PlayedGatheringRules gatherings, bool hasHistory, Func<Instant> now, Func<Instant> readAt)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly WorkingDays WorkingDays = new(new Holidays([]).Contains);
    private static readonly ReminderRules Usual = new();

    // Within a call Slack may ask to wait, twice.
    private static readonly Duration InHand = Duration.FromMinutes(2);
    private static readonly Duration Long = Duration.FromDays(6);

    private readonly Dictionary<PlayedMessage, (IReadOnlySet<(string, YearMonth)> Known, Duration Age)> _heard = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Partner, YearMonth Month), Instant> _knownSince = [];
    private readonly List<string> _problems = [];
    private readonly List<string> _journal = [];
    private IReadOnlySet<(string Partner, YearMonth Month)> _known = new HashSet<(string, YearMonth)>();

    /// <summary>The months whose update was there at the last good reading.</summary>
    public IReadOnlySet<(string Partner, YearMonth Month)> Known
    {
        get => _known;
        set
        {
            _known = value;
            foreach (var month in value)
            {
                _knownSince.TryAdd(month, now());
            }
        }
    }

    /// <summary>Every message in the order of arrival.</summary>
    public IReadOnlyList<string> Journal => _journal;

    /// <summary>AoBot says it now.</summary>
    public void Heard(PlayedMessage message)
    {
        _heard[message] = (_known, now() - readAt());
        gatherings.Heard(message);
    }

    public void Arrived(PlayedMessage message) =>
        _journal.Add($"{message.At} {message.Recipient}: {System.Text.Json.JsonDocument.Parse(message.First).RootElement.GetProperty("text").GetString()}");

    /// <summary>All that was wrong, in words.</summary>
    public async Task<IReadOnlyList<string>> Judge(AoBotHost bot, Instant start)
    {
        var uncertain = (await bot.AsStaff("/ao admin outbox")).Text;
        await using var db = bot.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContext();
        var notices = await db.Notices.AsNoTracking().ToListAsync();
        Once(notices);
        Explained(notices, uncertain);
        await Asked(db);
        Meant(notices);
        Hours(notices);
        Told(notices);
        Thanked(notices);
        await Script(bot, db, start);
        return [.. _problems, .. await gatherings.Judge(db, notices)];
    }

    /// <summary>Nothing twice; and, where the history can be read, everything that is said to be there once.</summary>
    private void Once(List<Notice> notices)
    {
        foreach (var twice in slack.Messages.CountBy(m => m.Token).Where(c => c.Value > 1))
        {
            Problem($"{notices.Find(n => n.Token == twice.Key)?.Key} arrived {twice.Value} times");
        }

        var arrived = slack.Messages.ToLookup(m => m.Token);
        foreach (var notice in notices.Where(n => n.EditsId is null))
        {
            if (notice.State == NoticeState.Sent && arrived[notice.Token].All(m => m.Ts != notice.Ts || m.Channel != notice.ChannelId))
            {
                Problem($"{notice.Key} is said to be sent, and is not there");
            }

            if (notice.State is NoticeState.Skipped or NoticeState.Dead or NoticeState.Planned && arrived.Contains(notice.Token))
            {
                Problem($"{notice.Key} arrived, and is said to be {notice.State}");
            }
        }
    }

    /// <summary>What was not sent says why; what is uncertain is listed; nothing hangs.</summary>
    private void Explained(List<Notice> notices, string listed)
    {
        foreach (var notice in notices)
        {
            var isFine = notice.State switch
            {
                NoticeState.Sent => true,
                NoticeState.Skipped or NoticeState.Dead => notice.Reason is { Length: > 0 },
                NoticeState.Unknown => !hasHistory && notice.Reason is { Length: > 0 },
                // What would change an uncertain message waits until that is certain, which is listed itself.
                NoticeState.Planned when notice.EditsId is { } id && notices.Exists(n => n.Id == id && n.State == NoticeState.Unknown) => !hasHistory,
                NoticeState.Planned => notice.NotBefore > now() || (notice.NextAttemptAt is not null && notice.Reason is { Length: > 0 }),
                _ => false,
            };
            if (!isFine)
            {
                Problem($"{notice.Key} is {notice.State} since {notice.NotBefore} because {notice.Reason ?? "of nothing"}");
            }
        }

        var uncertain = notices.Count(n => n.State == NoticeState.Unknown);
        if (uncertain > 0 && !listed.Contains($"{uncertain} uncertain", StringComparison.Ordinal))
        {
            Problem($"{uncertain} are uncertain, and staff read: {listed}");
        }
    }

    /// <summary>Nobody is asked for what is there, too often, or against their word.</summary>
    private async Task Asked(AoBotDbContext db)
    {
        var snoozes = await db.UpdateSnoozes.AsNoTracking().ToListAsync();
        var claims = await db.UpdateClaims.AsNoTracking().ToListAsync();
        var skips = await db.UpdateSkips.AsNoTracking().ToListAsync();
        var absences = await db.Absences.AsNoTracking().ToListAsync();
        var denials = await db.ContactDenials.AsNoTracking().ToListAsync();
        var asked = slack.Messages.SelectMany(m => PlayedPeople.AskedIn(m.First).SelectMany(a => a.About.Months.Select(month => (Message: m, a.About.Partner, Month: month)))).ToList();
        foreach (var (partner, month) in asked.CountBy(a => (a.Partner, a.Month)).Where(c => c.Value > Usual.MostPerMonth).Select(c => c.Key))
        {
            Problem($"{partner} {month:uuuu-MM} was asked for too often");
        }

        foreach (var (message, partner, month) in asked)
        {
            var (at, today) = (message.At, message.At.InZone(Zone).Date);
            var (known, age) = _heard[message];
            Wrong(known.Contains((partner, month)), "is there");
            Wrong(age > ReminderBook.Oldest + InHand, "was asked for on an old reading");
            Wrong(skips.Exists(s => s.Partner == partner && s.Month == month && s.SkippedAt <= at), "is skipped");
            Wrong(snoozes.Exists(s => s.Partner == partner && s.Month == month && s.SnoozedAt <= at && at < StartOf(s.SnoozedBy, _ => s.Until)), "is snoozed");
            Wrong(claims.Exists(c => c.Partner == partner && c.Month == month && c.ClaimedAt <= at && at < BelievedUntil(c)), "is said to have been sent");
            Wrong(absences.Exists(a => a.Person == message.Recipient && a.SaidAt <= at && a.Holds(today)), "is asked of somebody who is away");
            Wrong(denials.Exists(d => d.Person == message.Recipient && d.Partner == partner && d.SaidAt <= at), "is asked of somebody who is not the one");

            void Wrong(bool isSo, string why)
            {
                if (isSo)
                {
                    Problem($"{at}: {message.Recipient} is asked for {partner} {YearMonthPattern.Iso.Format(month)}, which {why}");
                }
            }
        }
    }

    /// <summary>A reminder asks, when it comes, for what its row names, and for nothing else: one without a question bothers for nothing. That of a draft has no answers to be read.</summary>
    private void Meant(List<Notice> notices)
    {
        var arrived = slack.Messages.ToLookup(m => m.Token);
        foreach (var notice in notices.Where(n => n is { State: NoticeState.Sent, Kind: UpdateNotices.HeadsUp or UpdateNotices.Due or UpdateNotices.Final }))
        {
            var asked = arrived[notice.Token].SelectMany(m => PlayedPeople.AskedIn(m.First)).Select(a => a.About.Partner).Order(StringComparer.Ordinal).Distinct();
            var named = notice.Subjects.Select(s => s.Partner).Order(StringComparer.Ordinal).Distinct();
            if (!asked.SequenceEqual(named))
            {
                Problem($"{notice.Key} names {string.Join(", ", named)} and asked for {string.Join(", ", asked)}");
            }
        }
    }

    /// <summary>Nobody is written to at night or on a weekend of theirs.</summary>
    private void Hours(List<Notice> notices)
    {
        var known = notices.ToDictionary(n => n.Token, StringComparer.Ordinal);
        foreach (var message in slack.Messages.Where(m => !PlayedGatheringRules.IsOfItsOwnHour(known.GetValueOrDefault(m.Token))))
        {
            var hours = new ReminderHours(Usual.From, Usual.QuietFrom, ZoneOf(message.Recipient));
            if (!hours.IsOpen(message.At) && !hours.IsOpen(message.At - InHand))
            {
                Problem($"{message.Recipient} got {known.GetValueOrDefault(message.Token)?.Key} at {message.At.InZone(hours.Zone)}");
            }
        }
    }

    /// <summary>Of no month staff hear both that it is in their hands and the question whether the engagement still runs, and of none twice.</summary>
    private void Told(List<Notice> notices)
    {
        var arrived = slack.Messages.Select(m => m.Token).ToHashSet(StringComparer.Ordinal);
        var told = notices.Where(n => n.Kind is UpdateNotices.Escalation or UpdateNotices.StillRunning && arrived.Contains(n.Token)).SelectMany(n => n.Subjects.Select(s => (s.Partner, s.Month)));
        foreach (var (partner, month) in told.CountBy(t => t).Where(c => c.Value > 1).Select(c => c.Key))
        {
            Problem($"staff were told twice of {partner} {month:uuuu-MM}");
        }
    }

    /// <summary>What has come is not asked for any more in any message that stands in Slack, and has no buttons there.</summary>
    private void Thanked(List<Notice> notices)
    {
        var sent = notices.Where(n => n.State == NoticeState.Sent).Select(n => n.Token).ToHashSet(StringComparer.Ordinal);
        foreach (var message in slack.Messages.Where(m => sent.Contains(m.Token)))
        {
            foreach (var (partner, month) in PlayedPeople.AskedIn(message.Body).SelectMany(a => a.About.Months.Select(month => (a.About.Partner, month))))
            {
                if (_knownSince.TryGetValue((partner, month), out var since) && Instant.Max(since, message.At) + Long < now())
                {
                    Problem($"{message.Recipient} still reads the question of {message.At} for {partner} {YearMonthPattern.Iso.Format(month)}, which is there since {since}");
                }
            }
        }
    }

    /// <summary>The ledger sees what the script did; and of a month that never came, and of which nobody wants to be reminded later, staff hear.</summary>
    private async Task Script(AoBotHost bot, AoBotDbContext db, Instant start)
    {
        var ledger = await bot.Services.GetRequiredService<UpdatesLedger>().Read(db, CancellationToken.None);
        var muted = (await db.UpdateSnoozes.AsNoTracking().ToListAsync()).Select(s => (s.Partner, s.Month, End: StartOf(s.SnoozedBy, _ => s.Until)))
            .Concat((await db.UpdateClaims.AsNoTracking().ToListAsync()).Select(c => (c.Partner, c.Month, End: BelievedUntil(c))))
            .ToLookup(m => (m.Partner, m.Month), m => m.End);
        var told = (await db.Notices.AsNoTracking().Where(n => n.Kind == UpdateNotices.Escalation || n.Kind == UpdateNotices.StillRunning).ToListAsync())
            .Where(n => n.State is NoticeState.Sent or NoticeState.Unknown)
            .SelectMany(n => n.Subjects.Select(s => (s.Partner!, s.Month!.Value))).ToHashSet();
        foreach (var cell in ledger.Reading!.Coverage)
        {
            var isIn = cell.State is CoverageState.Received or CoverageState.InReview;
            if (isIn != _known.Contains((cell.Partner, cell.Month)))
            {
                Problem($"the ledger says {cell.State} of {cell.Partner} {YearMonthPattern.Iso.Format(cell.Month)}");
            }

            var due = cell.DueDay.AtMidnight().InZoneLeniently(Zone).ToInstant();
            var silent = muted[(cell.Partner, cell.Month)].Append(due).Max();
            if (cell.State == CoverageState.NotIn && due > start + Duration.FromDays(1) && silent + Duration.FromDays(19) < now() && !told.Contains((cell.Partner, cell.Month)))
            {
                Problem($"staff were not told of {cell.Partner} {YearMonthPattern.Iso.Format(cell.Month)}");
            }
        }
    }

    private Instant BelievedUntil(UpdateClaim claim) => StartOf(claim.ClaimedBy, zone => WorkingDays.Add(claim.ClaimedAt.InZone(zone).Date, Usual.BelievedWorkingDays));

    /// <summary>When a day begins where somebody is. Of who is gone Slack tells no zone any more: then it is the program's.</summary>
    private Instant StartOf(string person, Func<DateTimeZone, LocalDate> day) =>
        new[] { ZoneOf(person), slack.Gone.Contains(person) ? Zone : ZoneOf(person) }.Min(zone => zone.AtStartOfDay(day(zone)).ToInstant());

    private DateTimeZone ZoneOf(string person) => fund.ZoneOf.TryGetValue(person, out var zone) ? DateTimeZoneProviders.Tzdb[zone] : Zone;

    private void Problem(string words) => _problems.Add(words);
}
