using AoBot.Engagements;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Seeded;

/// <summary>Five plainly fictional partners, and what they do in the days of a seed.</summary>
internal sealed class PlayedFund
{
    private const int MonthsBefore = 4;

    private static readonly string[] Names = ["Alder", "Birch", "Cedar", "Damson", "Elder"];
    private static readonly string[] Zones = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles"];

    private readonly Random _random;
    private readonly PlayedRepository _repository;
    private readonly Happenings _seen;
    private readonly LocalDate _first;

    public PlayedFund(Random random, PlayedRepository repository, Happenings seen, Instant start, int days)
    {
        (_random, _repository, _seen) = (random, repository, seen);
        _first = start.InUtc().Date.ToYearMonth().PlusMonths(-MonthsBefore).OnDayOfMonth(1);
        var isShared = random.Next(3) == 0;
        foreach (var (at, name) in Names.Index())
        {
            var first = isShared && at == 1 ? Contact(0) : Contact(at);
            Contacts.Add((name.ToLowerInvariant(), at == 4 && random.Next(3) == 0 ? ["elder@example.org"] : random.Next(2) == 0 ? [first, $"U0000SEC{at}"] : [first]));
        }

        foreach (var person in Contacts.SelectMany(c => c.People).Where(p => p[0] == 'U').Distinct(StringComparer.Ordinal))
        {
            ZoneOf[person] = Zones[random.Next(Zones.Length)];
        }

        Live(start, days);
    }

    /// <summary>Each partner with whom to ask, the first first.</summary>
    public List<(string Partner, string[] People)> Contacts { get; } = [];

    /// <summary>Where people are, as Slack tells it.</summary>
    public Dictionary<string, string> ZoneOf { get; } = new(StringComparer.Ordinal);

    /// <summary>What happens in the repository, and when.</summary>
    public List<(Instant At, Action<Instant> Do)> Deeds { get; } = [];

    public Roster Roster => Past.Roster([.. Contacts.Select(c => $"{c.Partner},Fictional {char.ToUpperInvariant(c.Partner[0])}{c.Partner[1..]},{c.Partner},monthly,{LocalDatePattern.Iso.Format(_first)},,,{string.Join(';', c.People)},,{Workspace.Staff}")]);

    private static string Contact(int at) => $"U0000CON{at}";

    /// <summary>Partners are early, in time, late or silent; they propose or push, and sometimes rename what they have delivered.</summary>
    private void Live(Instant start, int days)
    {
        var end = start + Duration.FromDays(days);
        foreach (var (partner, _) in Contacts)
        {
            var silence = _random.NextDouble() * 0.5;
            for (var month = _first.ToYearMonth(); month.PlusMonths(1).OnDayOfMonth(1).AtMidnight().InUtc().ToInstant() < end; month = month.PlusMonths(1))
            {
                if (_random.NextDouble() < silence)
                {
                    continue;
                }

                var of = month;
                var at = of.PlusMonths(1).OnDayOfMonth(1).AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(_random.Next(-3 * 24 * 60, 22 * 24 * 60));
                var when = Deliver(at, partner, of);
                if (when > start && _random.Next(3) == 0)
                {
                    Do(when + Duration.FromHours(_random.Next(1, 200)), Happening.Renamed, now => _repository.Renames(now, partner, of));
                }
            }
        }

        Deeds.Sort((one, other) => one.At.CompareTo(other.At));

        void Do(Instant at, Happening what, Action<Instant> deed) => Deeds.Add((at, now =>
        {
            _seen.Add(what);
            deed(now);
        }
        ));

        Instant Deliver(Instant at, string partner, YearMonth month)
        {
            if (_random.Next(2) == 0)
            {
                Do(at, Happening.Delivered, now => _repository.Lands(now, partner, month));
                return at;
            }

            var (merged, isDraft) = (at + Duration.FromHours(_random.Next(1, 15 * 24)), _random.Next(5) == 0);
            Do(at, Happening.Proposed, now => _repository.Proposes(now, partner, month, isDraft));
            Do(merged, Happening.Merged, now => _repository.Merges(now, partner, month));
            return merged;
        }
    }
}
