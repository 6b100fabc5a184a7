using System.Globalization;

namespace AoBot.Benchmarks;

/// <summary>Prints what was measured beside its bar, and remembers whether all bars were met.</summary>
internal sealed class Scale
{
    private int _met;
    private int _missed;

    public static double Median(IEnumerable<double> values) => Quantile([.. values.Order()], 0.5);

    /// <param name="sorted">In ascending order; not empty.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(IReadOnlyList<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    public void AtLeast(string what, double bar, IReadOnlyList<double> ratios) => Weigh(what, ratios, $"at least {Text(bar)}", Median(ratios) >= bar);

    public void AtMost(string what, double bar, IReadOnlyList<double> ratios) => Weigh(what, ratios, $"at most {Text(bar)}", Median(ratios) <= bar);

    public int Conclude()
    {
        Console.WriteLine();
        Console.WriteLine($"{_met} met, {_missed} not met");
        return _missed == 0 ? 0 : 1;
    }

    public static string Text(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.00", CultureInfo.InvariantCulture);

    private void Weigh(string what, IReadOnlyList<double> ratios, string bar, bool isMet)
    {
        (_met, _missed) = isMet ? (_met + 1, _missed) : (_met, _missed + 1);
        Console.WriteLine($"  {what}: {Text(Median(ratios))} (rounds {Text(ratios.Min())} to {Text(ratios.Max())}; bar: {bar}): {(isMet ? "met" : "NOT MET")}");
    }
}
