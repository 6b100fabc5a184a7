using System.Globalization;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Page.Blocks;

/// <summary>A chart in words and as rows, for whoever does not see it.</summary>
internal static class ChartWords
{
    public static string Whole(DataVisualizationBlock block) => block.Chart switch
    {
        PieChart pie => $"Pie chart: {block.Title}. {string.Join("; ", pie.Segments.Select(segment => $"{segment.Label}: {Number(segment.Value)}"))}.",
        AxisChart axis => $"{Kind(axis)} chart: {block.Title}. {string.Join(". ", axis.Series.Select(series => $"{series.Name}: {string.Join("; ", series.Data.Select(point => $"{point.Label}: {Number(point.Value)}"))}"))}.",
        _ => block.Title,
    };

    /// <summary>The first row names the columns.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(Chart chart) => chart switch
    {
        PieChart pie => [["", "Value"], .. pie.Segments.Select(segment => (IReadOnlyList<string>)[segment.Label, Number(segment.Value)])],
        AxisChart axis =>
        [
            ["", .. axis.Series.Select(series => series.Name)],
            .. axis.AxisConfig.Categories.Select(category => (IReadOnlyList<string>)[category, .. axis.Series.Select(series => series.Data.FirstOrDefault(point => point.Label == category) is { } point ? Number(point.Value) : "")]),
        ],
        _ => [],
    };

    public static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Kind(AxisChart chart) => chart switch { BarChart => "Bar", LineChart => "Line", _ => "Area" };
}
