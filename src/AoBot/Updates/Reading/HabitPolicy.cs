using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>
/// Which of a partner's files are named after the month that they were published in, one month after the one they speak of.
/// <para>
/// The names are laid out by month. Each is read either as written or as the month before, and each reading has a cost for what would be odd about it:
/// to land long before the month was over, to be written long after it, to speak of a month that another file speaks of already, to break with the habit
/// of the neighbours. The cheapest reading of all of them together is taken (Viterbi); a file is beyond doubt when reading it the other way would cost
/// clearly more. Costs are in units of "mildly odd".
/// </para>
/// </summary>
internal static class HabitPolicy
{
    /// <summary>Landed more than 15 days before the month was over.</summary>
    private const double LandedEarly = 3;

    /// <summary>Written as early, though it landed later.</summary>
    private const double WrittenEarly = 1;

    /// <summary>Read as the month before, it was written more than 20 days after that was over.</summary>
    private const double WrittenLate = 2;

    /// <summary>To begin with files that are named after the month of publication.</summary>
    private const double UnusualHabit = 1;

    private const double ChangedHabit = 2;

    private const double ChangedHabitInNewFolder = 1;

    /// <summary>Two files speak of one month.</summary>
    private const double Collision = 3;

    /// <summary>Two different texts of different weeks under one month's name.</summary>
    private const double NamedTwice = 1;

    /// <summary>A month is left out where the habit changes.</summary>
    private const double Gap = 0.5;

    /// <summary>Speaks of a month before the engagement began.</summary>
    private const double NotOwed = 2;

    /// <summary>Staff said otherwise.</summary>
    private const double AgainstAnswer = 100;

    private const double ClearlyMore = 2.5;

    private static readonly Duration Early = Duration.FromDays(15);
    private static readonly Duration Late = Duration.FromDays(20);

    /// <summary>How the texts of one name are read.</summary>
    private enum Reading
    {
        AsNamed,
        MonthBefore,

        /// <summary>Two different texts: the first speaks of the month before, the others of the month.</summary>
        FirstMonthBefore,
    }

    private static readonly Reading[] Readings = [Reading.AsNamed, Reading.MonthBefore, Reading.FirstMonthBefore];

    /// <param name="claims">Those with one named month.</param>
    /// <param name="taken">Months that other files of the partner speak of for certain.</param>
    public static IEnumerable<(Claim Claim, bool MonthBefore, bool Sure)> Read(IReadOnlyList<Claim> claims, IReadOnlySet<YearMonth> taken)
    {
        var names = claims
            .GroupBy(c => c.Named!.Value)
            .OrderBy(g => g.Key)
            .Select(g => new Name(g.Key, [.. g.OrderBy(c => c.Written).ThenBy(c => c.Path.Path, StringComparer.Ordinal)]))
            .ToList();
        if (names.Count == 0)
        {
            yield break;
        }

        var habit = claims.Any(c => Pinned(c) is not null) ? 2 : 1;
        var own = names.ConvertAll(n => Readings.Select(r => Own(n, r, taken)).ToArray());
        var before = new double[names.Count][];
        var after = new double[names.Count][];
        for (var i = 0; i < names.Count; i++)
        {
            before[i] = [.. Readings.Select(r => own[i][(int)r] + (i == 0
                ? StartsShifted(r) ? UnusualHabit : 0
                : Readings.Min(p => before[i - 1][(int)p] + Step(names[i - 1], p, names[i], r, habit))))];
        }

        for (var i = names.Count - 1; i >= 0; i--)
        {
            after[i] = [.. Readings.Select(r => i == names.Count - 1 ? 0 : Readings.Min(n => Step(names[i], r, names[i + 1], n, habit) + own[i + 1][(int)n] + after[i + 1][(int)n]))];
        }

        for (var i = 0; i < names.Count; i++)
        {
            foreach (var claim in names[i].Claims)
            {
                double Cheapest(bool monthBefore) => Readings.Where(r => names[i].IsMonthBefore(claim, r) == monthBefore).Min(r => before[i][(int)r] + after[i][(int)r]);
                var (asNamed, shifted) = (Cheapest(false), Cheapest(true));
                yield return (claim, shifted < asNamed, Math.Abs(shifted - asNamed) >= ClearlyMore);
            }
        }
    }

    /// <summary>Whether staff said that a file speaks of the month before the one it names, or of that.</summary>
    private static bool? Pinned(Claim claim) =>
        claim.Answer is not { IsUpdate: true } answer ? null
        : answer.Months.Contains(claim.Named!.Value) ? false
        : answer.Months.Contains(claim.Named.Value.PlusMonths(-1)) ? true
        : null;

    private static double Own(Name name, Reading reading, IReadOnlySet<YearMonth> taken)
    {
        if (reading == Reading.FirstMonthBefore && !name.HasTwoTexts)
        {
            return double.PositiveInfinity;
        }

        var cost = name.HasTwoTexts && reading != Reading.FirstMonthBefore ? NamedTwice : 0;
        foreach (var claim in name.Claims)
        {
            var monthBefore = name.IsMonthBefore(claim, reading);
            var month = monthBefore ? name.Month.PlusMonths(-1) : name.Month;
            cost += Pinned(claim) is { } pinned && pinned != monthBefore ? AgainstAnswer : 0;
            cost += month.End() - claim.Reached > Early ? LandedEarly : month.End() - claim.Written > Early ? WrittenEarly : 0;
            cost += monthBefore && claim.Written - month.End() > Late ? WrittenLate : 0;
        }

        var earliest = reading == Reading.AsNamed ? name.Month : name.Month.PlusMonths(-1);
        return cost + (reading != Reading.AsNamed && taken.Contains(earliest) ? Collision : 0) + (name.Claims[0].Owner?.Lived(earliest) == false ? NotOwed : 0);
    }

    private static double Step(Name from, Reading fromReading, Name to, Reading toReading, int habit)
    {
        var cost = EndsShifted(fromReading) == StartsShifted(toReading) ? 0 : habit * (from.Folder == to.Folder ? ChangedHabit : ChangedHabitInNewFolder);
        var neighbours = from.Month.PlusMonths(1) == to.Month;
        return cost
            + (neighbours && !EndsShifted(fromReading) && StartsShifted(toReading) ? Collision : 0)
            + (neighbours && EndsShifted(fromReading) && !StartsShifted(toReading) ? Gap : 0);
    }

    private static bool StartsShifted(Reading reading) => reading != Reading.AsNamed;

    private static bool EndsShifted(Reading reading) => reading == Reading.MonthBefore;

    /// <summary>The files that name one month, the first written first.</summary>
    private sealed record Name(YearMonth Month, IReadOnlyList<Claim> Claims)
    {
        /// <summary>The folder of the newest.</summary>
        public string Folder { get; } = string.Join('/', Claims[^1].Path.Folders) + Claims[^1].Path.Year;

        /// <summary>Different texts, written more than 15 days apart, none numbered as a second part.</summary>
        public bool HasTwoTexts { get; } = Claims.Any(c => c.Blob != Claims[0].Blob && c.Path.Name.Part is null && c.Written - Claims[0].Written > Early);

        public bool IsMonthBefore(Claim claim, Reading reading) =>
            reading == Reading.MonthBefore || (reading == Reading.FirstMonthBefore && claim.Blob == Claims[0].Blob);
    }
}
