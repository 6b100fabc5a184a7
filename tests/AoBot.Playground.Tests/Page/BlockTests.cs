using System.Text.Json.Nodes;
using AoBot.Playground.Page.Blocks;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Tests.Page;

/// <summary>Each block as Slack describes it: https://docs.slack.dev/reference/block-kit/blocks</summary>
public sealed class BlockTests
{
    [Fact]
    public async Task A_header_is_a_heading_of_plain_text()
    {
        var drawn = await Drawn.Block(new HeaderBlock(new PlainText("*June* <2024>")));
        Assert.Equal("*June* <2024>", drawn.QuerySelector("h3")!.TextContent);
    }

    [Fact]
    public async Task A_section_shows_text_fields_and_what_stands_beside_it()
    {
        var drawn = await Drawn.Json("""[{"type":"section","text":{"type":"mrkdwn","text":"*Hi*"},"fields":[{"type":"mrkdwn","text":"_a_"},{"type":"plain_text","text":"_b_"}],"accessory":{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"},"style":"primary","value":"7"}}]""");
        Assert.Equal("Hi", drawn.QuerySelector(".section-text b")!.TextContent);
        Assert.Equal(["<i>a</i>", "<span class=\"plain\">_b_</span>"], drawn.QuerySelectorAll(".fields .field").Select(field => field.InnerHtml.Trim()));
        var button = drawn.QuerySelector(".accessory button.primary")!;
        Assert.Equal(("go", "b01"), (button.GetAttribute("data-action"), button.GetAttribute("data-block")));
    }

    [Fact]
    public async Task Verbatim_text_has_no_links_of_its_own_other_text_has()
    {
        var drawn = await Drawn.Json("""[{"type":"section","text":{"type":"mrkdwn","text":"https://e.org","verbatim":true}},{"type":"section","text":{"type":"mrkdwn","text":"https://e.org"}}]""");
        Assert.Single(drawn.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task Context_actions_divider_and_image_are_drawn()
    {
        var drawn = await Drawn.Json("""[{"type":"context","elements":[{"type":"mrkdwn","text":"as of *today*"},{"type":"image","image_url":"https://e.org/i.png","alt_text":"a seal"}]},{"type":"divider"},{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"A"},"accessibility_label":"The letter A"},{"type":"overflow","action_id":"o","options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}]}]},{"type":"image","image_url":"https://e.org/p.png","alt_text":"a picture","title":{"type":"plain_text","text":"Title"}}]""");
        Assert.Equal("today", drawn.QuerySelector(".context b")!.TextContent);
        Assert.Equal("a seal", drawn.QuerySelector(".context img")!.GetAttribute("alt"));
        Assert.NotNull(drawn.QuerySelector("hr"));
        Assert.Equal("The letter A", drawn.QuerySelector("[data-action=a]")!.GetAttribute("aria-label"));
        Assert.Equal("1", drawn.QuerySelector(".overflow [data-action=o]")!.GetAttribute("data-value"));
        Assert.Equal("a picture", drawn.QuerySelector("figure img")!.GetAttribute("alt"));
    }

    [Fact]
    public async Task Rich_text_has_styles_lists_within_lists_quotes_and_code()
    {
        var drawn = await Drawn.Json("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"b","style":{"bold":true,"italic":true}},{"type":"user","user_id":"U0PAT"},{"type":"text","text":"*not bold* <b>"}]},{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]}]},{"type":"rich_text_list","style":"ordered","indent":1,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"inner"}]}]},{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]},{"type":"rich_text_quote","elements":[{"type":"text","text":"said"}]},{"type":"rich_text_preformatted","elements":[{"type":"text","text":"x = 1"}]}]}]""");
        Assert.NotNull(drawn.QuerySelector("i > b"));
        Assert.Contains("*not bold* <b>", drawn.QuerySelector(".rich-section")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("<ul><li>one<ol><li>inner</li></ol></li><li>two</li></ul>", drawn.QuerySelector("ul")!.OuterHtml);
        Assert.Equal("said", drawn.QuerySelector("blockquote")!.TextContent);
        Assert.Equal("x = 1", drawn.QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public async Task Markdown_is_standard_Markdown_without_HTML_or_harmful_addresses()
    {
        var drawn = await Drawn.Block(new MarkdownBlock("# Title\n\n**bold** <script>x</script> [bad](javascript:alert(1)) ![picture](https://e.org/p.png)\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\n<javascript:alert(1)>"));
        Drawn.AssertHarmless(drawn);
        Assert.Equal("Title", drawn.QuerySelector("h1")!.TextContent);
        Assert.Equal("bold", drawn.QuerySelector("strong")!.TextContent);
        Assert.Equal(("2", "col"), (drawn.QuerySelector("table td.right")!.TextContent, drawn.QuerySelector("table th")!.GetAttribute("scope")));
        Assert.Equal("Done:", drawn.QuerySelector("li [role=img]")!.GetAttribute("aria-label"));
        Assert.Null(drawn.QuerySelector("img"));
    }

    [Fact]
    public async Task A_table_names_its_columns_by_its_first_row_and_aligns_them()
    {
        var drawn = await Drawn.Json("""[{"type":"table","column_settings":[{"is_wrapped":true},{"align":"right"}],"rows":[[{"type":"raw_text","text":"Partner"},{"type":"raw_text","text":"Updates"}],[{"type":"raw_text","text":"Example"},{"type":"raw_text","text":"<3>"}]]}]""");
        Assert.Equal(["Partner", "Updates"], drawn.QuerySelectorAll("thead th[scope=col]").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("<3>", drawn.QuerySelector("tbody td.right")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_data_table_shows_its_first_page_its_caption_and_row_headers()
    {
        var rows = string.Join(',', Enumerable.Range(1, 12).Select(number => $$"""[{"type":"raw_text","text":"row {{number}}"},{"type":"raw_number","value":{{number}},"text":"{{number}}"}]"""));
        var drawn = await Drawn.Json($$"""[{"type":"data_table","caption":"Twelve","page_size":5,"rows":[[{"type":"raw_text","text":"Name"},{"type":"raw_text","text":"Number"}],{{rows}}]}]""");
        Assert.Equal("Twelve", drawn.QuerySelector("caption")!.TextContent);
        Assert.Equal(5, drawn.QuerySelectorAll("tbody tr:not([hidden])").Length);
        Assert.Equal(12, drawn.QuerySelectorAll("tbody th[scope=row]").Length);
        Assert.Equal("1–5 of 12", drawn.QuerySelector("[data-table-where]")!.TextContent);
        Assert.Equal("none", drawn.QuerySelector("thead th")!.GetAttribute("aria-sort"));
        Assert.Equal("7", drawn.QuerySelectorAll("tbody tr")[6].QuerySelector("td")!.GetAttribute("data-sort"));
    }

    [Theory]
    [InlineData("pie", "path", 2)]
    [InlineData("bar", "rect", 2)]
    [InlineData("line", "polyline", 1)]
    [InlineData("area", "path.area", 1)]
    public async Task A_chart_is_a_picture_with_its_figures_in_words_and_as_a_table(string kind, string shape, int count)
    {
        var data = """[{"label":"May","value":3},{"label":"June","value":4.5}]""";
        var chart = kind == "pie" ? $$$"""{"type":"pie","segments":{{{data}}} }""" : $$$"""{"type":"{{{kind}}}","series":[{"name":"Updates","data":{{{data}}}}],"axis_config":{"categories":["May","June"],"x_label":"Month"}}""";
        var drawn = await Drawn.Json($$"""[{"type":"data_visualization","title":"Updates","chart":{{chart}}}]""");
        var picture = drawn.QuerySelector("svg[role=img]")!;
        Assert.Equal(count, picture.QuerySelectorAll(shape).Length);
        Assert.Contains("June: 4.5", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["3", "4.5"], drawn.QuerySelectorAll(".chart-figures tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Cards_alerts_containers_and_plans_show_all_their_words()
    {
        var drawn = await Drawn.Json("""[{"type":"alert","text":{"type":"mrkdwn","text":"*Mind*"},"level":"warning"},{"type":"carousel","elements":[{"type":"card","title":{"type":"mrkdwn","text":"Card"},"body":{"type":"mrkdwn","text":"Body"}}]},{"type":"container","title":{"type":"plain_text","text":"Box"},"is_collapsible":true,"child_blocks":[{"type":"section","text":{"type":"mrkdwn","text":"Inside"}}]},{"type":"plan","title":"Plan","tasks":[{"type":"task_card","task_id":"1","title":"Task","status":"in_progress"}]}]""");
        Assert.Contains("Warning", drawn.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
        foreach (var word in new[] { "Mind", "Card", "Body", "Box", "Inside", "Plan", "Task", "In progress" })
        {
            Assert.Contains(word, drawn.TextContent, StringComparison.Ordinal);
        }
    }

    // https://docs.slack.dev/reference/block-kit/blocks/file-block, https://docs.slack.dev/apis/web-api/using-the-calls-api
    [Theory]
    [InlineData("""[{"type":"file","external_id":"ABCD1","source":"remote"}]""", "Remote file", "ABCD1")]
    [InlineData("""[{"type":"call","call_id":"R0E69JAIF"}]""", "Call", "R0E69JAIF")]
    public async Task What_the_Playground_cannot_play_is_named_with_what_Slack_shows_there(string json, string kind, string id)
    {
        var drawn = await Drawn.Json(json);
        Assert.Equal((kind, id), (drawn.QuerySelector(".remote b")!.TextContent, drawn.QuerySelector(".remote code")!.TextContent));
        Assert.Contains("the Playground has no", drawn.QuerySelector(".remote")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(drawn.QuerySelectorAll(".unknown"));
    }

    [Fact]
    public async Task An_unknown_block_is_shown_as_such() =>
        Assert.Contains("A block of the kind newest", (await Drawn.Json("""[{"type":"newest","x":1}]""")).TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":"plain_text_input","action_id":"a","initial_value":"old","max_length":20}""", "input[type=text][value=old][maxlength='20']")]
    [InlineData("""{"type":"plain_text_input","action_id":"a","multiline":true}""", "textarea")]
    [InlineData("""{"type":"number_input","action_id":"a","is_decimal_allowed":true}""", "input[type=number][step=any]")]
    [InlineData("""{"type":"email_text_input","action_id":"a"}""", "input[type=email]")]
    [InlineData("""{"type":"datepicker","action_id":"a","initial_date":"2024-07-05"}""", "input[type=date][value='2024-07-05']")]
    [InlineData("""{"type":"timepicker","action_id":"a","initial_time":"09:30"}""", "input[type=time][value='09:30']")]
    [InlineData("""{"type":"datetimepicker","action_id":"a","initial_date_time":1720186200}""", "input[type=datetime-local][value='2024-07-05T09:30']")]
    [InlineData("""{"type":"static_select","action_id":"a","initial_option":{"text":{"type":"plain_text","text":"Two"},"value":"2"},"options":[{"text":{"type":"plain_text","text":"One"},"value":"1"},{"text":{"type":"plain_text","text":"Two"},"value":"2"}]}""", "select option[value='2'][selected]")]
    [InlineData("""{"type":"users_select","action_id":"a"}""", "select option[value=U0PAT]")]
    [InlineData("""{"type":"channels_select","action_id":"a"}""", "select option[value=C0GENERAL]")]
    public async Task A_field_has_its_kind_its_value_and_its_label(string element, string selector)
    {
        var drawn = await Drawn.Json($$"""[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"Name it"},"element":{{element}}}]""");
        Assert.NotNull(drawn.QuerySelector(selector));
        var label = drawn.QuerySelector("label")!;
        Assert.Equal("Name it", label.TextContent);
        Assert.NotNull(drawn.QuerySelector($"#{label.GetAttribute("for")}[data-action=a][data-block=b]"));
    }

    [Fact]
    public async Task Boxes_stand_in_a_group_that_its_label_names()
    {
        var drawn = await Drawn.Json("""[{"type":"input","block_id":"b","optional":true,"label":{"type":"plain_text","text":"Which"},"element":{"type":"checkboxes","action_id":"a","initial_options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}],"options":[{"text":{"type":"plain_text","text":"One"},"value":"1"},{"text":{"type":"plain_text","text":"Two"},"value":"2","description":{"type":"plain_text","text":"more"}}]}}]""");
        Assert.Equal("Which (optional)", drawn.QuerySelector("fieldset legend")!.TextContent);
        Assert.Equal(["1"], drawn.QuerySelectorAll("input:checked").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task What_was_entered_and_what_is_wrong_stand_in_the_modal()
    {
        var workspace = new PlaygroundWorkspace(TimeProvider.System, TimeProvider.System);
        var modal = (ModalView)SlackJson.ReadView("""{"type":"modal","title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"Save"},"blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"Name"},"element":{"type":"plain_text_input","action_id":"a"}}]}""");
        var view = workspace.Open(Cast.Fay, modal);
        workspace.SetValues(view.Id, new JsonObject { ["b"] = new JsonObject { ["a"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "typed \"<b>" } } });
        view = workspace.SetErrors(view.Id, new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "Too short." })!;
        var drawn = await Drawn.Blocks(view.View.Blocks, Cast.Fay, BlockPlace.Of(view));
        var field = drawn.QuerySelector("input")!;
        Assert.Equal(("typed \"<b>", "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
        Assert.Equal("Too short.", drawn.QuerySelector($"#{field.GetAttribute("aria-describedby")}")!.TextContent);
    }

    [Fact]
    public async Task No_block_carries_a_script_or_a_handler()
    {
        const string bad = "\\\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        var drawn = await Drawn.Json("""[{"type":"header","text":{"type":"plain_text","text":"BAD"}},{"type":"section","text":{"type":"plain_text","text":"BAD"},"accessory":{"type":"button","action_id":"BAD","text":{"type":"plain_text","text":"BAD"},"value":"BAD","url":"javascript:alert(1)","accessibility_label":"BAD"}},{"type":"image","image_url":"javascript:alert(1)","alt_text":"BAD"},{"type":"input","block_id":"BAD","label":{"type":"plain_text","text":"BAD"},"element":{"type":"plain_text_input","action_id":"BAD","initial_value":"BAD","multiline":true}},{"type":"data_visualization","title":"BAD","chart":{"type":"bar","series":[{"name":"BAD","data":[{"label":"BAD","value":1}]}],"axis_config":{"categories":["BAD"],"x_label":"BAD","y_label":"BAD"}}},{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"javascript:alert(1)","text":"BAD"},{"type":"emoji","name":"BAD"},{"type":"color","value":"BAD"}]}]},{"type":"table","rows":[[{"type":"raw_text","text":"BAD"}]]},{"type":"BAD"},{"type":"plan","title":"BAD"},{"type":"actions","elements":[{"type":"BAD","action_id":"x"}]}]""".Replace("BAD", bad));
        Drawn.AssertHarmless(drawn);
        Assert.Null(drawn.QuerySelector("[data-url]"));
    }

    [Fact]
    public async Task Every_element_that_can_be_used_has_a_name()
    {
        var drawn = await Drawn.Json("""[{"type":"actions","elements":[{"type":"static_select","action_id":"a","options":[]},{"type":"datepicker","action_id":"b"},{"type":"overflow","action_id":"c","options":[]},{"type":"external_select","action_id":"d"},{"type":"radio_buttons","action_id":"e","options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}]},{"type":"multi_users_select","action_id":"f"}]}]""");
        foreach (var element in drawn.QuerySelectorAll("button, select, input:not([type=radio]):not([type=checkbox]), textarea, summary, [role=radiogroup]"))
        {
            Assert.False(string.IsNullOrWhiteSpace(element.GetAttribute("aria-label") ?? element.TextContent), element.OuterHtml);
        }
    }
}
