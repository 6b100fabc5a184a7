using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>A chart. In messages only, at most two a message. Not in <c>@slack/types</c> 3.2.0.</summary>
/// <param name="Title">1 to 50 characters, above the chart.</param>
/// <param name="Chart">What is drawn.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block</remarks>
public sealed record DataVisualizationBlock(string Title, Chart Chart) : Block("data_visualization");

/// <summary>What a <see cref="DataVisualizationBlock"/> draws.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block</remarks>
[JsonConverter(typeof(ChartConverter))]
public abstract record Chart : TypedSlackObject
{
    private protected Chart(string type)
        : base(type)
    {
    }
}

/// <summary>A pie.</summary>
/// <param name="Segments">1 to 6 slices.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block#pie</remarks>
public sealed record PieChart(IReadOnlyList<ChartPoint> Segments) : Chart("pie");

/// <summary>A chart with axes: bars, areas or lines.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block</remarks>
public abstract record AxisChart : Chart
{
    private protected AxisChart(string type, IReadOnlyList<ChartSeries> series, AxisConfig axisConfig)
        : base(type)
    {
        Series = series;
        AxisConfig = axisConfig;
    }

    /// <summary>1 to 6 series with names of their own, each with one value for every category.</summary>
    public IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>The categories along the bottom, and the names of the axes.</summary>
    public AxisConfig AxisConfig { get; init; }
}

/// <summary>Bars, grouped by category.</summary>
/// <param name="Series">1 to 6 series.</param>
/// <param name="AxisConfig">Categories and names of the axes.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block#bar</remarks>
public sealed record BarChart(IReadOnlyList<ChartSeries> Series, AxisConfig AxisConfig)
    : AxisChart("bar", Series, AxisConfig);

/// <summary>Filled areas, the first at the back.</summary>
/// <param name="Series">1 to 6 series.</param>
/// <param name="AxisConfig">Categories and names of the axes.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block#area</remarks>
public sealed record AreaChart(IReadOnlyList<ChartSeries> Series, AxisConfig AxisConfig)
    : AxisChart("area", Series, AxisConfig);

/// <summary>Lines.</summary>
/// <param name="Series">1 to 6 series.</param>
/// <param name="AxisConfig">Categories and names of the axes.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block#line</remarks>
public sealed record LineChart(IReadOnlyList<ChartSeries> Series, AxisConfig AxisConfig)
    : AxisChart("line", Series, AxisConfig);

/// <summary>A chart of a kind this library does not know, written back as read.</summary>
/// <param name="Json">The whole chart, a JSON object.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block</remarks>
public sealed record UnknownChart(JsonElement Json) : Chart(JsonKind.Of(Json));

/// <summary>A slice of a pie, or one value of a series.</summary>
/// <param name="Label">1 to 20 characters; in a series, one of the chart's categories.</param>
/// <param name="Value">The number; in a pie greater than 0.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block</remarks>
public sealed record ChartPoint(string Label, decimal Value) : SlackObject;

/// <summary>A row of values with a name.</summary>
/// <param name="Name">1 to 20 characters, unique in the chart; shown in the legend.</param>
/// <param name="Data">1 to 20 values, one for every category.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block#data-series</remarks>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Data) : SlackObject;

/// <summary>The axes of a chart.</summary>
/// <param name="Categories">1 to 20 labels along the bottom, of 1 to 20 characters.</param>
/// <param name="XLabel">Name of the axis along the bottom, at most 50 characters; null for none.</param>
/// <param name="YLabel">Name of the axis upwards, at most 50 characters; null for none.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block#axis-config</remarks>
public sealed record AxisConfig(IReadOnlyList<string> Categories, string? XLabel = null, string? YLabel = null) : SlackObject;

/// <summary>Reads and writes charts.</summary>
internal sealed class ChartConverter() : KindConverter<Chart>(new()
{
    ["pie"] = typeof(PieChart),
    ["bar"] = typeof(BarChart),
    ["area"] = typeof(AreaChart),
    ["line"] = typeof(LineChart),
})
{
    protected override Chart Unknown(JsonElement json) => new UnknownChart(json);

    protected override JsonElement? Raw(Chart value) => (value as UnknownChart)?.Json;
}
