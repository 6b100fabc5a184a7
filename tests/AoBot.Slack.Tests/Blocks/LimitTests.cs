using AoBot.Slack.Blocks;

namespace AoBot.Slack.Tests.Blocks;

/// <summary>Each limit: at it passes, one over fails at the right place with the limit in the words.</summary>
public sealed class LimitTests
{
    private static readonly Limit[] Limits =
    [
        // Blocks
        new("section text", BlockLimits.SectionText, "blocks[0].text", n => new SectionBlock(Text(n))),
        new("section text in mrkdwn", BlockLimits.SectionText, "blocks[0].text", n => new SectionBlock(Mrkdwn.Escape(Text(n)))),
        new("section fields", BlockLimits.SectionFields, "blocks[0].fields", n => new SectionBlock(Fields: Many<TextObject>(n, _ => "x"))),
        new("section field", BlockLimits.SectionField, "blocks[0].fields[1]", n => new SectionBlock(Fields: ["x", Text(n)])),
        new("header", BlockLimits.HeaderText, "blocks[0].text", n => new HeaderBlock(Text(n))),
        new("header level", BlockLimits.HeaderLevel, "blocks[0].level", n => new HeaderBlock("x", n)),
        new("block id", BlockLimits.Id, "blocks[0].block_id", n => new DividerBlock { BlockId = Text(n) }),
        new("action id", BlockLimits.Id, "blocks[0].elements[0].action_id", n => Action(new Button(Text(n), "x"))),
        new("context elements", BlockLimits.ContextElements, "blocks[0].elements", n => new ContextBlock(Many<ContextElement>(n, _ => "x"))),
        new("context text", BlockLimits.ContextText, "blocks[0].elements[0]", n => new ContextBlock([Text(n)])),
        new("actions", BlockLimits.ActionsElements, "blocks[0].elements", n => new ActionsBlock(Many<BlockElement>(n, i => new Button($"a{i}", "x")))),
        new("context actions", BlockLimits.ContextActionsElements, "blocks[0].elements", n => new ContextActionsBlock(Many<BlockElement>(n, i => new IconButton($"a{i}", "trash", "x")))),
        new("input label", BlockLimits.InputLabel, "blocks[0].label", n => new InputBlock(Text(n), new EmailInput("a"))),
        new("input hint", BlockLimits.InputLabel, "blocks[0].hint", n => new InputBlock("x", new EmailInput("a")) { Hint = Text(n) }),
        new("image alt text", BlockLimits.ImageText, "blocks[0].alt_text", n => new ImageBlock(Text(n)) { ImageUrl = "https://x.org/" }),
        new("image title", BlockLimits.ImageText, "blocks[0].title", n => new ImageBlock("x") { ImageUrl = "https://x.org/", Title = Text(n) }),
        new("image url", BlockLimits.Url, "blocks[0].image_url", n => new ImageBlock("x") { ImageUrl = Address(n) }),
        new("video title", BlockLimits.VideoText, "blocks[0].title", n => Video(Text(n))),
        new("video description", BlockLimits.VideoText, "blocks[0].description", n => Video() with { Description = Text(n) }),
        new("video author", BlockLimits.VideoAuthor, "blocks[0].author_name", n => Video() with { AuthorName = Text(n) }),
        new("markdown", BlockLimits.MarkdownInMessage, "blocks[0].text", n => new MarkdownBlock(Text(n))),
        new("alert", BlockLimits.AlertText, "blocks[0].text", n => new AlertBlock(Text(n)), BlockSurface.Modal),
        new("card title", BlockLimits.CardTitle, "blocks[0].title", n => new CardBlock { Title = Mrkdwn.Escape(Text(n)) }),
        new("card subtitle", BlockLimits.CardTitle, "blocks[0].subtitle", n => new CardBlock { Body = Mrkdwn.Of($"x"), Subtitle = Mrkdwn.Escape(Text(n)) }),
        new("card body", BlockLimits.CardBody, "blocks[0].body", n => new CardBlock { Body = Mrkdwn.Escape(Text(n)) }),
        new("carousel", BlockLimits.CarouselCards, "blocks[0].elements", n => new CarouselBlock(Many(n, _ => new CardBlock { Body = Mrkdwn.Of($"x") }))),
        new("container", BlockLimits.ContainerBlocks, "blocks[0].child_blocks", n => new ContainerBlock(Many<Block>(n, _ => new DividerBlock())) { Title = "x" }),
        new("container title", BlockLimits.ContainerTitle, "blocks[0].title", n => new ContainerBlock([new DividerBlock()]) { Title = Text(n) }),
        new("container subtitle", BlockLimits.ContainerTitle, "blocks[0].subtitle", n => new ContainerBlock([new DividerBlock()]) { Title = "x", Subtitle = Text(n) }),
        new("text in a container", BlockLimits.HeaderText, "blocks[0].child_blocks[0].text", n => new ContainerBlock([new HeaderBlock(Text(n))]) { Title = "x" }),
        new("list indent", BlockLimits.ListIndent, "blocks[0].elements[0].indent", n => new RichTextBlock([new RichTextList(RichTextListStyle.Bullet, [new(["x"])]) { Indent = n }])),
        new("list border", 1, "blocks[0].elements[0].border", n => new RichTextBlock([new RichTextList(RichTextListStyle.Bullet, [new(["x"])]) { Border = n }])),

        // Tables and charts
        new("table rows", BlockLimits.TableRows, "blocks[0].rows", n => new TableBlock(Rows(n, 2))),
        new("table columns", BlockLimits.TableColumns, "blocks[0].rows[0]", n => new TableBlock(Rows(1, n))),
        new("table column settings", BlockLimits.TableColumns, "blocks[0].column_settings", n => new TableBlock(Rows(1, 2), Many<ColumnSetting?>(n, _ => new()))),
        new("table text", BlockLimits.TableText, "blocks[0].rows", n => new TableBlock([["x", Text(n - 1)]])),
        new("table rich text", BlockLimits.TableText, "blocks[0].rows", n => new TableBlock([["x", new RichTextBlock([new RichTextSection([Text(n - 1)])])]])),
        new("data table rows", BlockLimits.DataTableRows, "blocks[0].rows", n => new DataTableBlock("x", Rows(n, 2))),
        new("data table columns", BlockLimits.TableColumns, "blocks[0].rows[0]", n => new DataTableBlock("x", Rows(2, n))),
        new("data table text", BlockLimits.TableText, "blocks[0].rows", n => new DataTableBlock("x", [["a"], [Text(n - 1)]])),
        new("data table page", BlockLimits.DataTablePage, "blocks[0].page_size", n => new DataTableBlock("x", Rows(2, 2)) { PageSize = n }),
        new("data table header column", 1, "blocks[0].row_header_column_index", n => new DataTableBlock("x", Rows(2, 2)) { RowHeaderColumnIndex = n }),
        new("chart title", BlockLimits.ChartTitle, "blocks[0].title", n => new DataVisualizationBlock(Text(n), new PieChart([new("a", 1)]))),
        new("pie segments", BlockLimits.ChartSeries, "blocks[0].chart.segments", n => Chart(new PieChart(Many(n, i => new ChartPoint($"{i}", 1))))),
        new("pie label", BlockLimits.ChartLabel, "blocks[0].chart.segments[0].label", n => Chart(new PieChart([new(Text(n), 1)]))),
        new("chart series", BlockLimits.ChartSeries, "blocks[0].chart.series", n => Chart(new BarChart(Many(n, i => new ChartSeries($"{i}", [new("a", 1)])), new(["a"])))),
        new("chart series name", BlockLimits.ChartLabel, "blocks[0].chart.series[0].name", n => Chart(new LineChart([new(Text(n), [new("a", 1)])], new(["a"])))),
        new("chart categories", BlockLimits.ChartPoints, "blocks[0].chart.axis_config.categories", n => Chart(new AreaChart([new("s", Many(n, i => new ChartPoint($"{i}", 1)))], new(Many(n, i => $"{i}"))))),
        new("chart category", BlockLimits.ChartLabel, "blocks[0].chart.axis_config.categories[0]", n => Chart(new AreaChart([new("s", [new(Text(n), 1)])], new([Text(n)])))),
        new("chart x label", BlockLimits.ChartTitle, "blocks[0].chart.axis_config.x_label", n => Chart(new BarChart([new("s", [new("a", 1)])], new(["a"], Text(n))))),
        new("chart y label", BlockLimits.ChartTitle, "blocks[0].chart.axis_config.y_label", n => Chart(new BarChart([new("s", [new("a", 1)])], new(["a"], null, Text(n))))),

        // Elements
        new("button text", BlockLimits.ButtonText, "blocks[0].elements[0].text", n => Action(new Button("a", Text(n)))),
        new("button value", BlockLimits.ButtonValue, "blocks[0].elements[0].value", n => Action(new Button("a", "x") { Value = Text(n) })),
        new("button url", BlockLimits.Url, "blocks[0].elements[0].url", n => Action(new Button("a", "x") { Url = Address(n) })),
        new("button label", BlockLimits.ButtonText, "blocks[0].elements[0].accessibility_label", n => Action(new Button("a", "x") { AccessibilityLabel = Text(n) })),
        new("confirm title", BlockLimits.ConfirmTitle, "blocks[0].elements[0].confirm.title", n => Action(new Button("a", "x") { Confirm = new(Text(n), "x") })),
        new("confirm text", BlockLimits.ConfirmText, "blocks[0].elements[0].confirm.text", n => Action(new Button("a", "x") { Confirm = new("x", Text(n)) })),
        new("confirm yes", BlockLimits.ConfirmButton, "blocks[0].elements[0].confirm.confirm", n => Action(new Button("a", "x") { Confirm = new("x", "x", Text(n)) })),
        new("confirm no", BlockLimits.ConfirmButton, "blocks[0].elements[0].confirm.deny", n => Action(new Button("a", "x") { Confirm = new("x", "x", "x", Text(n)) })),
        new("feedback text", BlockLimits.ButtonText, "blocks[0].elements[0].negative_button.text", n => new ContextActionsBlock([new FeedbackButtons("a", new("x", "1"), new(Text(n), "0"))])),
        new("overflow", BlockLimits.OverflowOptions, "blocks[0].elements[0].options", n => Action(new OverflowMenu("a", Options(n)))),
        new("checkboxes", BlockLimits.ChoiceOptions, "blocks[0].elements[0].options", n => Action(new Checkboxes("a", Options(n)))),
        new("radio buttons", BlockLimits.ChoiceOptions, "blocks[0].elements[0].options", n => Action(new RadioButtons("a", Options(n)))),
        new("select options", BlockLimits.SelectOptions, "blocks[0].elements[0].options", n => Action(new StaticSelect("a") { Options = Options(n) })),
        new("multi select options", BlockLimits.SelectOptions, "blocks[0].elements[0].options", n => Action(new MultiStaticSelect("a") { Options = Options(n) })),
        new("select groups", BlockLimits.SelectOptions, "blocks[0].elements[0].option_groups", n => Action(new StaticSelect("a") { OptionGroups = Many(n, _ => new OptionGroup("x", Options(1))) })),
        new("select group", BlockLimits.SelectOptions, "blocks[0].elements[0].option_groups[0].options", n => Action(new StaticSelect("a") { OptionGroups = [new("x", Options(n))] })),
        new("group label", BlockLimits.OptionText, "blocks[0].elements[0].option_groups[0].label", n => Action(new StaticSelect("a") { OptionGroups = [new(Text(n), Options(1))] })),
        new("option text", BlockLimits.OptionText, "blocks[0].elements[0].options[0].text", n => Action(new OverflowMenu("a", [new(Text(n), "1")]))),
        new("option value", BlockLimits.OptionValue, "blocks[0].elements[0].options[0].value", n => Action(new OverflowMenu("a", [new("x", Text(n))]))),
        new("option description", BlockLimits.OptionText, "blocks[0].elements[0].options[0].description", n => Action(new RadioButtons("a", [new("x", "1") { Description = Text(n) }]))),
        new("option url", BlockLimits.Url, "blocks[0].elements[0].options[0].url", n => Action(new OverflowMenu("a", [new("x", "1") { Url = Address(n) }]))),
        new("placeholder", BlockLimits.Placeholder, "blocks[0].elements[0].placeholder", n => Action(new UsersSelect("a") { Placeholder = Text(n) })),
        new("date placeholder", BlockLimits.Placeholder, "blocks[0].elements[0].placeholder", n => Action(new DatePicker("a") { Placeholder = Text(n) })),
        new("input placeholder", BlockLimits.Placeholder, "blocks[0].element.placeholder", n => new InputBlock("x", new PlainTextInput("a") { Placeholder = Text(n) })),
        new("input initial value", BlockLimits.InputText, "blocks[0].element.initial_value", n => new InputBlock("x", new PlainTextInput("a") { InitialValue = Text(n) })),
        new("input min length", BlockLimits.InputText, "blocks[0].element.min_length", n => new InputBlock("x", new PlainTextInput("a") { MinLength = n })),
        new("input max length", BlockLimits.InputText, "blocks[0].element.max_length", n => new InputBlock("x", new PlainTextInput("a") { MaxLength = n })),
        new("input lines", BlockLimits.InputLines, "blocks[0].element.max_lines", n => new InputBlock("x", new RichTextInput("a") { MaxLines = n })),
        new("input files", BlockLimits.InputFiles, "blocks[0].element.max_files", n => new InputBlock("x", new FileInput("a") { MaxFiles = n }), BlockSurface.Modal),
    ];

    public static TheoryData<string> Names => [.. Limits.Select(limit => limit.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void At_the_limit_passes_and_one_over_fails(string name)
    {
        var limit = Limits.Single(limit => limit.Name == name);
        Assert.Empty(BlockValidator.Check([limit.Make(limit.Most)], limit.Surface));
        var problems = BlockValidator.Check([limit.Make(limit.Most + 1)], limit.Surface);
        Assert.NotEmpty(problems);
        Assert.Equal(limit.Path, problems[0].Path);

        // A category too many is a value too many as well: then both are named, with the same numbers.
        Assert.All(problems, problem => Assert.Contains($"{limit.Most:N0}", problem.Message));
        Assert.All(problems, problem => Assert.Contains($"{limit.Most + 1:N0}", problem.Message));
    }

    [Theory]
    [InlineData(BlockSurface.Message, BlockLimits.BlocksInMessage)]
    [InlineData(BlockSurface.Modal, BlockLimits.BlocksInView)]
    [InlineData(BlockSurface.Home, BlockLimits.BlocksInView)]
    public void A_surface_has_so_many_blocks(BlockSurface surface, int most)
    {
        Assert.Empty(BlockValidator.Check(Many<Block>(most, _ => new DividerBlock()), surface));
        var problem = Assert.Single(BlockValidator.Check(Many<Block>(most + 1, _ => new DividerBlock()), surface));
        Assert.Equal(("blocks", $"Has {most + 1} items; the limit is {most}."), (problem.Path, problem.Message));
    }

    [Fact]
    public void The_markdown_of_a_message_is_counted_together()
    {
        Assert.Empty(BlockValidator.Check([new MarkdownBlock(Text(6_000)), new MarkdownBlock(Text(6_000))], BlockSurface.Message));
        var problem = Assert.Single(BlockValidator.Check([new MarkdownBlock(Text(6_000)), new MarkdownBlock(Text(6_001)), new MarkdownBlock("x")], BlockSurface.Message));
        Assert.Equal("blocks[1].text", problem.Path);
        Assert.Contains("12,001", problem.Message);
    }

    [Fact]
    public void A_message_has_one_table_one_data_table_and_two_charts()
    {
        Block table = new TableBlock(Rows(1, 1));
        Block data = new DataTableBlock("x", Rows(2, 1));
        var chart = Chart(new PieChart([new("a", 1)]));
        Assert.Empty(BlockValidator.Check([table, data, chart, chart], BlockSurface.Message));
        Assert.Equal("blocks[1]", Assert.Single(BlockValidator.Check([table, table], BlockSurface.Message)).Path);
        Assert.Equal("blocks[1]", Assert.Single(BlockValidator.Check([data, data], BlockSurface.Message)).Path);
        Assert.Equal("blocks[2]", Assert.Single(BlockValidator.Check([chart, chart, chart], BlockSurface.Message)).Path);
        Assert.Equal("blocks[1].child_blocks[0]", Assert.Single(BlockValidator.Check([table, new ContainerBlock([table]) { Title = "x" }], BlockSurface.Message)).Path);
    }

    [Fact]
    public void A_message_has_so_much_text()
    {
        Assert.Empty(BlockValidator.Check(new MessageBody(Text(BlockLimits.MessageText))));
        Assert.Equal("text", Assert.Single(BlockValidator.Check(new MessageBody(Text(BlockLimits.MessageText + 1)))).Path);
        Assert.Equal("text", Assert.Single(BlockValidator.Check(new MessageBody(" ", [new DividerBlock()]))).Path);
        Assert.Equal("blocks[0].text", Assert.Single(BlockValidator.Check(new MessageBody("x", [new HeaderBlock("")]))).Path);
    }

    [Theory]
    [InlineData("title", BlockLimits.ViewTitle)]
    [InlineData("submit", BlockLimits.ViewTitle)]
    [InlineData("close", BlockLimits.ViewTitle)]
    [InlineData("callback_id", BlockLimits.Id)]
    [InlineData("external_id", BlockLimits.Id)]
    [InlineData("private_metadata", BlockLimits.PrivateMetadata)]
    public void A_modals_fields_have_limits(string field, int most)
    {
        Assert.Empty(BlockValidator.Check(With(most)));
        var problem = Assert.Single(BlockValidator.Check(With(most + 1)));
        Assert.Equal(field, problem.Path);
        Assert.Contains($"{most + 1:N0}", problem.Message);

        ModalView With(int n) => new(field == "title" ? Text(n) : "x", [new DividerBlock()])
        {
            Submit = field == "submit" ? Text(n) : "x",
            Close = field == "close" ? Text(n) : null,
            CallbackId = field == "callback_id" ? Text(n) : null,
            ExternalId = field == "external_id" ? Text(n) : null,
            PrivateMetadata = field == "private_metadata" ? Text(n) : null,
        };
    }

    [Fact]
    public void A_view_has_so_many_bytes()
    {
        var view = new HomeView(Many<Block>(84, _ => new SectionBlock(Text(2_900))));
        var room = BlockLimits.ViewBytes - SlackJson.SerializeToUtf8Bytes(view).Length;
        Assert.InRange(room, 1, 3_000 * 8);
        var full = view with { Blocks = [.. view.Blocks, .. Filling(room)] };
        Assert.Equal(BlockLimits.ViewBytes, SlackJson.SerializeToUtf8Bytes(full).Length);
        Assert.Empty(BlockValidator.Check(full));
        var over = full with { CallbackId = "x" };
        Assert.Contains("250,0", Assert.Single(BlockValidator.Check(over)).Message);

        // As many sections as are needed to use up exactly so many bytes.
        static IEnumerable<Block> Filling(int bytes)
        {
            while (bytes > 0)
            {
                var empty = SlackJson.Serialize([new SectionBlock("")]).Length - 1;
                var text = Math.Min(2_000, bytes - empty);
                bytes -= empty + text;
                yield return new SectionBlock(Text(text));
            }
        }
    }

    private static string Text(int length) => new('x', length);

    private static string Address(int length) => "https://x.org/".PadRight(length, 'x');

    private static List<T> Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static List<Option> Options(int count) => Many(count, i => new Option("x", $"{i}"));

    private static List<IReadOnlyList<TableCell>> Rows(int rows, int columns) => Many<IReadOnlyList<TableCell>>(rows, _ => Many<TableCell>(columns, _ => "x"));

    private static ActionsBlock Action(BlockElement element) => new([element]);

    private static DataVisualizationBlock Chart(Chart chart) => new("x", chart);

    private static VideoBlock Video(string title = "x") => new(title, "https://x.org/v", "https://x.org/t", "x");

    private sealed record Limit(string Name, int Most, string Path, Func<int, Block> Make, BlockSurface Surface = BlockSurface.Message);
}
