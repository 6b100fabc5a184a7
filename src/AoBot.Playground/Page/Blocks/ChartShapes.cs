using System.Globalization;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Page.Blocks;

/// <summary>Where the parts of a chart stand: 640 by 300 for axes, 200 by 200 for a pie.</summary>
internal sealed class ChartShapes
{
    private const double Left = 50;
    private const double Right = 630;
    private const double Top = 12;
    private const double Bottom = 250;
    private const double Radius = 96;
    private readonly AxisChart _chart;
    private readonly double _most;
    private readonly double _least;

    public ChartShapes(AxisChart chart)
    {
        _chart = chart;
        var values = chart.Series.SelectMany(series => series.Data).Select(point => (double)point.Value).DefaultIfEmpty(1).ToList();
        (_least, _most) = (Math.Min(0, values.Min()), Math.Max(values.Max(), 0));
        var step = Step(_most - _least);
        (_least, _most) = (Math.Floor(_least / step) * step, Math.Ceiling(_most / step) * step);
        _most = _most > _least ? _most : _least + step;
        GridLines = [.. Enumerable.Range(0, (int)Math.Round((_most - _least) / step) + 1).Select(line => _least + (line * step)).Select(value => (Y(value), ChartWords.Number((decimal)value)))];
    }

    public IReadOnlyList<(double Y, string Label)> GridLines { get; }

    public IEnumerable<(double X, string Label)> CategoryLabels => _chart.AxisConfig.Categories.Select((category, number) => (Middle(number), category.Length > 14 ? category[..13] + "…" : category));

    public IEnumerable<(int Series, double X, double Y, double Width, double Height, string Words)> Bars => _chart is not BarChart ? [] : _chart.Series.SelectMany((series, number) => series.Data.Select(point =>
    {
        var width = Slot * 0.7 / _chart.Series.Count;
        var (value, zero) = (Y((double)point.Value), Y(0));
        return (number, Middle(Place(point)) - (Slot * 0.35) + (number * width), Math.Min(value, zero), width, Math.Abs(zero - value), $"{series.Name}, {point.Label}: {ChartWords.Number(point.Value)}");
    }));

    public IEnumerable<(int Series, string Points)> Lines => _chart is BarChart ? [] : _chart.Series.Select((series, number) => (number, Points(series)));

    public IEnumerable<(int Series, string Path)> Areas => _chart is not AreaChart ? [] : _chart.Series.Where(series => series.Data.Count > 0).Select((series, number) =>
        (number, $"M{N(Middle(Place(series.Data[0])))},{N(Y(0))} L{Points(series).Replace(" ", " L")} L{N(Middle(Place(series.Data[^1])))},{N(Y(0))} Z"));

    private double Slot => (Right - Left) / Math.Max(1, _chart.AxisConfig.Categories.Count);

    public static IReadOnlyList<(int Number, string Path, string Words)> Slices(PieChart pie)
    {
        var whole = (double)pie.Segments.Sum(segment => Math.Max(0, segment.Value));
        List<(int, string, string)> slices = [];
        var from = 0d;
        foreach (var (segment, number) in pie.Segments.Select((segment, number) => (segment, number)))
        {
            var share = whole > 0 ? Math.Max(0, (double)segment.Value) / whole : 0;
            slices.Add((number, Slice(from, share), string.Create(CultureInfo.InvariantCulture, $"{segment.Label}: {ChartWords.Number(segment.Value)} ({share:P0})")));
            from += share;
        }

        return slices;
    }

    private static string Slice(double from, double share)
    {
        if (share >= 0.9999)
        {
            return $"M100,{N(100 - Radius)} A{N(Radius)},{N(Radius)} 0 1 1 99.99,{N(100 - Radius)} Z";
        }

        var (x1, y1) = Point(from);
        var (x2, y2) = Point(from + share);
        return $"M100,100 L{x1},{y1} A{N(Radius)},{N(Radius)} 0 {(share > 0.5 ? 1 : 0)} 1 {x2},{y2} Z";
    }

    private static (string X, string Y) Point(double turn) => (N(100 + (Radius * Math.Sin(turn * Math.Tau))), N(100 - (Radius * Math.Cos(turn * Math.Tau))));

    private static double Step(double span)
    {
        var rough = Math.Max(span, 1e-9) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
    }

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private string Points(ChartSeries series) => string.Join(' ', series.Data.Select(point => $"{N(Middle(Place(point)))},{N(Y((double)point.Value))}"));

    private int Place(ChartPoint point) => Math.Max(0, _chart.AxisConfig.Categories.ToList().IndexOf(point.Label));

    private double Middle(int category) => Left + (Slot * (category + 0.5));

    private double Y(double value) => Bottom - ((value - _least) / (_most - _least) * (Bottom - Top));
}
