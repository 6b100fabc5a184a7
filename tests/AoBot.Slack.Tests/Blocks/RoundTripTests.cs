using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Tests.Blocks;

public sealed class RoundTripTests
{
    [Fact]
    public void Every_block_and_element_is_read_as_it_was_written()
    {
        foreach (var blocks in new[] { Payloads.Message, Payloads.Charts, Payloads.MoreCharts })
        {
            var json = SlackJson.Serialize(blocks);
            var read = SlackJson.ReadBlocks(json);
            Assert.Equal(json, SlackJson.Serialize(read));
            Assert.Equal(blocks.Select(block => block.GetType()), read.Select(block => block.GetType()));
            Assert.DoesNotContain("Unknown", string.Join(' ', Kinds(read)));
        }
    }

    [Fact]
    public void Every_view_and_message_is_read_as_it_was_written()
    {
        foreach (View view in new View[] { Payloads.Modal, Payloads.Home })
        {
            var json = SlackJson.Serialize(view);
            var read = SlackJson.ReadView(json);
            Assert.IsType(view.GetType(), read);
            Assert.Equal(json, SlackJson.Serialize(read));
            Assert.DoesNotContain("Unknown", string.Join(' ', Kinds(read)));
        }

        var message = SlackJson.Serialize(Payloads.Body);
        Assert.Equal(message, SlackJson.Serialize(SlackJson.ReadMessageBody(message)));

        var words = SlackJson.Serialize(new MessageBody("<!channel> & <@U123>"));
        Assert.DoesNotContain("<", words, StringComparison.Ordinal);
        Assert.Equal("<!channel> & <@U123>", SlackJson.ReadMessageBody(words).Text);
    }

    [Fact]
    public void The_payloads_hold_every_kind_there_is()
    {
        var used = Kinds(new object[] { Payloads.Message, Payloads.Charts, Payloads.MoreCharts, Payloads.Modal, Payloads.Home }).ToHashSet();
        var kinds = typeof(Block).Assembly.GetTypes()
            .Where(type => type.IsSealed && type.IsAssignableTo(typeof(TypedSlackObject)) && !type.Name.StartsWith("Unknown", StringComparison.Ordinal))
            .Where(type => type != typeof(CallBlock))
            .Select(type => type.Name)
            .ToList();
        Assert.True(kinds.Count > 60, "Nothing to guard.");
        Assert.Empty(kinds.Except(used));
    }

    [Fact]
    public void Unknown_blocks_elements_and_fields_survive()
    {
        const string Json = """
            [
              {"type":"hologram","block_id":"h","depth":3.50,"inner":[{"a":null}]},
              {"type":"section","text":{"type":"mrkdwn","text":"a","future":1},"accessory":{"type":"dial","max":[1,2]},"sparkle":{"on":true}},
              {"type":"context","elements":[{"type":"sound","url":"x"},{"type":"plain_text","text":"é😀","verbatim":true}]},
              {"type":"rich_text","elements":[{"type":"rich_text_poem","x":1},{"type":"rich_text_section","elements":[{"type":"canvas","id":"F1"},{"type":"text","text":"t","style":{"glow":true}}]}]},
              {"type":"table","rows":[[{"type":"raw_stars","value":5},{"type":"raw_number","value":1.50,"text":"1.50","unit":"m"}]]},
              {"type":"data_visualization","title":"t","chart":{"type":"radar","x":1}},
              {"type":"actions","elements":[{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"o"},"value":"1","new":0}]}]},
              {"type":"header","text":{"type":"plain_text","text":"h"},"level":9}
            ]
            """;
        JsonSame.Assert(Json, SlackJson.Serialize(SlackJson.ReadBlocks(Json)));
    }

    [Theory]
    [InlineData("""{"type":"header"}""")]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"not allowed"}}""")]
    [InlineData("""{"type":"section","text":"a string"}""")]
    [InlineData("""{"type":"section","fields":[7]}""")]
    [InlineData("""{"type":"actions","elements":"none"}""")]
    [InlineData("""{"type":"alert","text":{"type":"plain_text","text":"x"},"level":"fatal"}""")]
    [InlineData("""{"type":"carousel","elements":[{"type":"section","text":{"type":"plain_text","text":"x"}}]}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("{}")]
    public void A_known_block_in_an_unknown_shape_is_kept_as_it_is(string block)
    {
        var read = Assert.Single(SlackJson.ReadBlocks($"[{block}]"));
        Assert.IsType<UnknownBlock>(read);
        Assert.Equal($"[{block}]", SlackJson.Serialize([read]));
    }

    [Fact]
    public void A_flag_that_was_absent_stays_absent()
    {
        const string Json = """[{"type":"header","text":{"type":"plain_text","text":"h"}}]""";
        Assert.Equal(Json, SlackJson.Serialize(SlackJson.ReadBlocks(Json)));
    }

    [Fact]
    public void Letters_are_written_as_letters_and_the_type_comes_first()
    {
        var json = SlackJson.Serialize([new SectionBlock("Grüße <&> Ω") { BlockId = "b" }]);
        Assert.Equal("""[{"type":"section","block_id":"b","text":{"type":"plain_text","text":"Grüße <&> Ω","emoji":true}}]""", json);
    }

    [Fact]
    public void Numbers_keep_their_digits() =>
        Assert.Contains("\"value\":1.50", SlackJson.Serialize([new TableBlock([[TableCell.Number(1.50m, "1.50")]])]));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("""{"type":"section"}""")]
    [InlineData("[\"x\"]")]
    public void What_is_no_array_of_objects_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => SlackJson.ReadBlocks(json));

    /// <summary>Names of all types in a value, found by walking its properties.</summary>
    private static IEnumerable<string> Kinds(object? value)
    {
        switch (value)
        {
            case null or string or JsonNode or JsonElement:
                yield break;
            case System.Collections.IEnumerable items:
                foreach (var kind in items.Cast<object>().SelectMany(Kinds))
                {
                    yield return kind;
                }

                yield break;
        }

        if (value.GetType().Assembly != typeof(Block).Assembly || value.GetType().IsEnum)
        {
            yield break;
        }

        yield return value.GetType().Name;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
            {
                foreach (var kind in Kinds(property.GetValue(value)))
                {
                    yield return kind;
                }
            }
        }
    }
}
