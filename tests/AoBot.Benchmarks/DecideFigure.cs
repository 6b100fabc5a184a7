using System.Diagnostics;
using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Reminders;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.Benchmarks;

/// <summary>Whom to ask for which update, and what to tell staff, thank for and put in the digest: 10,000 engagements with a year of months and of reminders each.</summary>
internal static class DecideFigure
{
    private const int Engagements = 10_000;
    private const int Rounds = 5;

    public static void Measure(Scale scale)
    {
        var now = Instant.FromUtc(2024, 7, 4, 12, 0);
        var facts = Facts(now);
        Console.WriteLine($"{Engagements:N0} engagements decided at once: {Rounds} rounds, after one that does not count");
        var seconds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var planned = UpdateReminderPolicy.Decide(facts, now).Plans.Count + StaffLinePolicy.Decide(facts, now).Plans.Count + ThanksPolicy.Decide(facts, now).Count + DigestPolicy.Decide(facts, now).Count;
            if (planned == 0)
            {
                throw new InvalidDataException("Nothing was decided.");
            }

            if (round > 0)
            {
                seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        scale.AtMost("seconds", 1, seconds);
    }

    private static ReminderFacts Facts(Instant now)
    {
        var workingDays = new WorkingDays(new Holidays([]).Contains);
        var dueDays = new DueDays(workingDays);
        var (rows, cells, recorded) = (new List<RosterRow>(), new List<CoverageCell>(), new List<RecordedNotice>());
        for (var number = 0; number < Engagements; number++)
        {
            var row = new RosterRow { Key = $"p{number}", Name = $"Fictional {number}", Start = new LocalDate(2023, 7, 1), Contacts = [$"U{number:000000}"], Zone = "Europe/Berlin" };
            rows.Add(row);
            for (var month = new YearMonth(2023, 7); month <= new YearMonth(2024, 6); month = month.PlusMonths(1))
            {
                // One in three is not in, and was asked for three times.
                var isIn = month < new YearMonth(2024, 6) && (number + month.Month) % 3 > 0;
                cells.Add(new CoverageCell(row.Key, month, isIn ? CoverageState.Received : month.Month == 6 ? CoverageState.Due : CoverageState.NotIn, dueDays.DueDay(month)) { InTime = isIn ? true : null });
                foreach (var kind in isIn || month.Month == 6 ? [] : new[] { UpdateNotices.HeadsUp, UpdateNotices.Due, UpdateNotices.Final })
                {
                    var at = dueDays.DueDay(month).AtMidnight().InUtc().ToInstant();
                    recorded.Add(new RecordedNotice(recorded.Count + 1, UpdateNotices.Key(kind, month, row.Contacts[0]), kind, row.Contacts[0], at, NoticeState.Sent, [new NoticeSubject(row.Key, month, null)]) { SentAt = at });
                }
            }
        }

        return new ReminderFacts
        {
            Reading = new LedgerReading(now, null, [], cells, []) { Partners = [] },
            Roster = new Roster(rows, []),
            Rules = new ReminderRules(),
            WorkingDays = workingDays,
            Zone = DateTimeZoneProviders.Tzdb["America/New_York"],
            Staff = ["USTAFF"],
            Since = Instant.FromUtc(2023, 1, 1, 0, 0),
            Recorded = recorded,
        };
    }
}
