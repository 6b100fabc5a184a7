using AoBot.Engagements;
using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>How often an engagement owes an update, and which months belong together.</summary>
/// <param name="Length">Months per update: 1, 2, 3 or 6.</param>
/// <param name="Anchor">The first month of some period.</param>
/// <param name="Learnt">Nobody stated it.</param>
internal sealed record Rhythm(int Length, YearMonth Anchor, bool Learnt)
{
    /// <summary>How many of the newest files a rhythm is learnt from.</summary>
    private const int Newest = 4;

    /// <summary>The last month of the period that a month belongs to: when it is over, the update is due.</summary>
    public YearMonth LastMonthOf(YearMonth month)
    {
        var since = Between(Anchor, month);
        return month.PlusMonths(Length - 1 - (((since % Length) + Length) % Length));
    }

    /// <param name="stated">What the roster says.</param>
    /// <param name="delivered">The months of each file, by month.</param>
    /// <param name="first">The first month owed.</param>
    public static Rhythm Of(Cadence stated, IReadOnlyList<IReadOnlyList<YearMonth>> delivered, YearMonth first)
    {
        var learnt = stated == Cadence.Unstated;
        var length = stated switch
        {
            Cadence.Monthly => 1,
            Cadence.TwoMonthly => 2,
            Cadence.Quarterly => 3,
            _ => Learn(delivered),
        };
        var whole = delivered.LastOrDefault(months => months.Count == length);
        return length == 1 ? new Rhythm(1, first, learnt)
            : whole is not null ? new Rhythm(length, whole[0], learnt)
            : learnt && delivered.Count > 0 ? new Rhythm(length, delivered[^1][^1].PlusMonths(1), learnt)
            : new Rhythm(length, length == 3 ? new YearMonth(first.Year, 1) : first, learnt);
    }

    /// <summary>Most of the newest files cover so many months; or one month each, so many months apart. Monthly where nothing speaks for more.</summary>
    private static int Learn(IReadOnlyList<IReadOnlyList<YearMonth>> delivered)
    {
        var newest = delivered.TakeLast(Newest).ToList();
        var usual = newest.GroupBy(months => months.Count).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        if (usual is null)
        {
            return 1;
        }

        if (usual.Key is 2 or 3 or 6 && 2 * usual.Count() > newest.Count)
        {
            return usual.Key;
        }

        var steps = newest.Skip(1).Select((months, i) => Between(newest[i][^1], months[^1])).Distinct().ToList();
        return newest.Count > 2 && steps is [2 or 3] ? steps[0] : 1;
    }

    /// <summary>Months from one to another; below 0 if that is earlier.</summary>
    public static int Between(YearMonth from, YearMonth to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
