using AoBot.Slack.Blocks;

namespace AoBot.Slack.Tests.Blocks;

/// <summary>The rules of the validator that are no numbers: what is required, unique, and may stand where.</summary>
public sealed class RuleTests
{
    private static readonly Option One = new("One", "1");

    [Fact]
    public void Whatever_the_library_can_write_passes()
    {
        Assert.Empty(BlockValidator.Check(Payloads.Message, BlockSurface.Message));
        Assert.Empty(BlockValidator.Check(Payloads.Charts, BlockSurface.Message));
        Assert.Empty(BlockValidator.Check(Payloads.MoreCharts, BlockSurface.Message));
        Assert.Empty(BlockValidator.Check(Payloads.Modal));
        Assert.Empty(BlockValidator.Check(Payloads.Home));
        Assert.Empty(BlockValidator.Check(Payloads.Body));
    }

    [Fact]
    public void Unknown_blocks_elements_and_views_are_taken_as_they_are()
    {
        var blocks = SlackJson.ReadBlocks("""[{"type":"hologram"},{"type":"actions","elements":[{"type":"dial"}]},{"type":"table","rows":[[{"type":"raw_stars"}]]}]""");
        Assert.Empty(BlockValidator.Check(blocks, BlockSurface.Message));
        Assert.Empty(BlockValidator.Check(SlackJson.ReadView("""{"type":"workflow_step","blocks":[]}""")));
    }

    [Fact]
    public void Null_where_an_object_belongs_is_a_problem_and_no_exception()
    {
        var blocks = SlackJson.ReadBlocks("""[null,{"type":"actions","elements":[null]},{"type":"table","rows":[null,[null]]}]""");
        Assert.Equal(
            ["blocks[0]", "blocks[1].elements[0]", "blocks[2].rows[0]", "blocks[2].rows[1][0]"],
            BlockValidator.Check(blocks, BlockSurface.Message).Select(problem => problem.Path));
    }

    [Fact]
    public void A_block_id_stands_once_in_a_message_even_inside_other_blocks()
    {
        Block twice = new DividerBlock { BlockId = "b" };
        Refused(BlockSurface.Message, "blocks[1].block_id", twice, twice);
        Refused(BlockSurface.Message, "blocks[1].child_blocks[0].block_id", twice, new ContainerBlock([twice]) { Title = "x" });
        Refused(BlockSurface.Message, "blocks[0].block_id", new DividerBlock { BlockId = "" });
    }

    [Fact]
    public void An_action_id_stands_once_in_a_block_and_again_in_another()
    {
        Block one = new ActionsBlock([new Button("a", "x")]);
        Assert.Empty(BlockValidator.Check([one, one], BlockSurface.Message));
        Refused(BlockSurface.Message, "blocks[0].elements[1].action_id", new ActionsBlock([new Button("a", "x"), new DatePicker("a")]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].action_id", new ActionsBlock([new Button("", "x")]));
        Refused(BlockSurface.Message, "blocks[0].actions[1].action_id", new CardBlock { Actions = [new Button("a", "x"), new Button("a", "y")] });
    }

    [Fact]
    public void A_modal_with_inputs_needs_a_submit_button()
    {
        Block input = new InputBlock("x", new PlainTextInput("a"));
        Assert.Equal("submit", Assert.Single(BlockValidator.Check(new ModalView("x", [input]))).Path);
        Assert.Empty(BlockValidator.Check(new ModalView("x", [input]) { Submit = "Save" }));
        Assert.Empty(BlockValidator.Check(new ModalView("x", [new DividerBlock()])));
        Assert.Empty(BlockValidator.Check(new HomeView([input])));
        Assert.Equal("title", Assert.Single(BlockValidator.Check(new ModalView(" ", [new DividerBlock()]))).Path);
    }

    public static TheoryData<string, bool, bool, bool> Surfaces => new()
    {
        { "section", true, true, true }, { "header", true, true, true }, { "divider", true, true, true }, { "context", true, true, true },
        { "actions", true, true, true }, { "input", true, true, true }, { "image", true, true, true }, { "video", true, true, true },
        { "rich_text", true, true, true }, { "card", true, true, true }, { "alert", false, true, false }, { "carousel", true, false, true },
        { "container", true, false, false }, { "context_actions", true, false, false }, { "file", true, false, false }, { "markdown", true, false, false },
        { "plan", true, false, false }, { "task_card", true, false, false }, { "table", true, false, false }, { "data_table", true, false, false },
        { "data_visualization", true, false, false }, { "call", true, false, false },
    };

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Each_block_stands_only_where_Slack_shows_it(string type, bool message, bool modal, bool home)
    {
        var block = type == "actions"
            ? new ActionsBlock([new Button("a", "x")])
            : Payloads.Message.Concat(Payloads.Charts).Concat(Payloads.Modal.Blocks).Append(new CallBlock("R1")).First(block => block.Type == type);
        Assert.Equal(message, BlockValidator.Check([block], BlockSurface.Message).Count == 0);
        Assert.Equal(modal, BlockValidator.Check([block], BlockSurface.Modal).Count == 0);
        Assert.Equal(home, BlockValidator.Check([block], BlockSurface.Home).Count == 0);
    }

    [Fact]
    public void Some_elements_stand_on_one_surface_only()
    {
        Refused(BlockSurface.Message, "blocks[0].element", new InputBlock("x", new FileInput("a")));
        Refused(BlockSurface.Home, "blocks[0].elements[0]", new ActionsBlock([new WorkflowButton("a", "x", new(new("https://slack.com/x")))]));
        Refused(BlockSurface.Message, "blocks[0].element.response_url_enabled", new InputBlock("x", new ChannelsSelect("a") { ResponseUrlEnabled = true }));
        Refused(BlockSurface.Modal, "blocks[0].elements[0].response_url_enabled", new ActionsBlock([new ConversationsSelect("a") { ResponseUrlEnabled = true }]));
    }

    [Fact]
    public void An_element_stands_only_in_the_blocks_that_take_it()
    {
        Refused(BlockSurface.Message, "blocks[0].elements[0]", new ActionsBlock([new PlainTextInput("a")]));
        Refused(BlockSurface.Message, "blocks[0].elements[0]", new ActionsBlock([new ImageElement("x") { ImageUrl = "https://x.org/" }]));
        Refused(BlockSurface.Message, "blocks[0].accessory", new SectionBlock("x", Accessory: new DateTimePicker("a")));
        Refused(BlockSurface.Message, "blocks[0].element", new InputBlock("x", new Button("a", "x")));
        Refused(BlockSurface.Message, "blocks[0].elements[0]", new ContextActionsBlock([new Button("a", "x")]));
        Refused(BlockSurface.Message, "blocks[0].child_blocks[0]", new ContainerBlock([new MarkdownBlock("x")]) { Title = "x" });
        Refused(BlockSurface.Message, "blocks[0].tasks[0]", new PlanBlock("x", [new DividerBlock()]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].elements[0]", new RichTextBlock([new RichTextPreformatted([new RichTextUser("U1")])]));
    }

    [Fact]
    public void What_is_required_is_missed()
    {
        Refused(BlockSurface.Message, "blocks[0]", new SectionBlock());
        Refused(BlockSurface.Message, "blocks[0].text", new SectionBlock("", ["x"]));
        Refused(BlockSurface.Message, "blocks[0].text", new HeaderBlock("  "));
        Refused(BlockSurface.Message, "blocks[0].elements", new ContextBlock([]));
        Refused(BlockSurface.Message, "blocks[0].elements", new ActionsBlock([]));
        Refused(BlockSurface.Message, "blocks[0].alt_text", new ImageBlock("") { ImageUrl = "https://x.org/" });
        Refused(BlockSurface.Message, "blocks[0].elements[0].alt_text", new ContextBlock([new ImageElement(" ") { ImageUrl = "https://x.org/" }]));
        Refused(BlockSurface.Message, "blocks[0]", new ImageBlock("x"));
        Refused(BlockSurface.Message, "blocks[0]", new ImageBlock("x") { ImageUrl = "https://x.org/", SlackFile = new() { Id = "F1" } });
        Refused(BlockSurface.Message, "blocks[0].slack_file", new ImageBlock("x") { SlackFile = new() { Id = "F1", Url = "https://x.org/" } });
        Refused(BlockSurface.Message, "blocks[0].elements[0].options", new ActionsBlock([new OverflowMenu("a", [])]));
        Refused(BlockSurface.Message, "blocks[0].elements[0]", new ActionsBlock([new StaticSelect("a")]));
        Refused(BlockSurface.Message, "blocks[0].elements[0]", new ActionsBlock([new StaticSelect("a") { Options = [One], OptionGroups = [new("x", [One])] }]));
        Refused(BlockSurface.Message, "blocks[0]", new CardBlock());
        Refused(BlockSurface.Message, "blocks[0]", new ContainerBlock([new DividerBlock()]));
        Refused(BlockSurface.Message, "blocks[0].elements", new RichTextBlock([]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].elements[0].text", new RichTextBlock([new RichTextSection([""])]));
        Refused(BlockSurface.Message, "blocks[0].rows[0][0].text", new TableBlock([[""]]));
        Refused(BlockSurface.Message, "blocks[0].caption", new DataTableBlock("", [["a"], ["b"]]));
        Refused(BlockSurface.Message, "blocks[0].rows", new DataTableBlock("x", [["a"]]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].filter", new ActionsBlock([new ConversationsSelect("a") { Filter = new() }]));
    }

    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        Refused(BlockSurface.Message, "blocks[0].rows[1]", new DataTableBlock("x", [["a", "b"], ["c"]]));
        Refused(BlockSurface.Message, "blocks[0].rows[0][0]", new DataTableBlock("x", [[new RichTextBlock([new RichTextSection(["a"])])], ["c"]]));
        Refused(BlockSurface.Message, "blocks[0].chart.segments[0].value", new DataVisualizationBlock("x", new PieChart([new("a", 0)])));
        Refused(BlockSurface.Message, "blocks[0].chart.series[0].data", new DataVisualizationBlock("x", new BarChart([new("s", [new("a", 1)])], new(["a", "b"]))));
        Refused(BlockSurface.Message, "blocks[0].chart.series[1].name", new DataVisualizationBlock("x", new BarChart([new("s", [new("a", 1)]), new("s", [new("a", 1)])], new(["a"]))));
        Refused(BlockSurface.Message, "blocks[0].default_collapsed", new ContainerBlock([new DividerBlock()]) { Title = "x", DefaultCollapsed = true });
        Refused(BlockSurface.Message, "blocks[0].elements[0].options[1].value", new ActionsBlock([new OverflowMenu("a", [One, One])]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].initial_option", new ActionsBlock([new RadioButtons("a", [One]) { InitialOption = new("One", "2") }]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].options[0]", new ActionsBlock([new OverflowMenu("a", [new(Mrkdwn.Of($"x"), "1")])]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].options[0].url", new ActionsBlock([new RadioButtons("a", [One with { Url = "https://x.org/" }])]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].max_selected_items", new ActionsBlock([new MultiUsersSelect("a") { MaxSelectedItems = 0 }]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].initial_users", new ActionsBlock([new MultiUsersSelect("a") { MaxSelectedItems = 1, InitialUsers = ["U1", "U2"] }]));
        Refused(BlockSurface.Message, "blocks[0].element.min_length", new InputBlock("x", new PlainTextInput("a") { MinLength = 3, MaxLength = 2 }));
        Refused(BlockSurface.Message, "blocks[0].element.min_value", new InputBlock("x", new NumberInput("a", true) { MinValue = "2.5", MaxValue = "2" }));
        Refused(BlockSurface.Message, "blocks[0].element.max_value", new InputBlock("x", new NumberInput("a", true) { MaxValue = "two" }));
        Refused(BlockSurface.Message, "blocks[0].elements[0].initial_date", new ActionsBlock([new DatePicker("a") { InitialDate = "2024-06-31" }]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].initial_time", new ActionsBlock([new TimePicker("a") { InitialTime = "24:00" }]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].initial_date_time", new ActionsBlock([new DateTimePicker("a") { InitialDateTime = 1 }]));
        Refused(
            BlockSurface.Modal,
            "blocks[1].element.focus_on_load",
            new InputBlock("x", new EmailInput("a") { FocusOnLoad = true }),
            new InputBlock("x", new UrlInput("b") { FocusOnLoad = true }));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://x.org/")]
    [InlineData("x.org")]
    [InlineData("")]
    public void An_address_is_a_web_address(string url)
    {
        Refused(BlockSurface.Message, "blocks[0].elements[0].url", new ActionsBlock([new Button("a", "x") { Url = url }]));
        Refused(BlockSurface.Message, "blocks[0].elements[0].elements[0].url", new RichTextBlock([new RichTextSection([new RichTextLink(url)])]));
        Assert.Empty(BlockValidator.Check([new RichTextBlock([new RichTextSection([new RichTextLink("mailto:a@x.org")])])], BlockSurface.Message));
    }

    [Fact]
    public void A_space_leaves_a_cell_or_a_piece_of_rich_text_empty() =>
        Assert.Empty(BlockValidator.Check([new TableBlock([[" ", new RichTextBlock([new RichTextSection([" ", "\n"])])]])], BlockSurface.Message));

    private static void Refused(BlockSurface surface, string path, params Block[] blocks)
    {
        var problem = Assert.Single(BlockValidator.Check(blocks, surface));
        Assert.Equal(path, problem.Path);
        Assert.NotEmpty(problem.Message);
    }
}
