using System.Text;
using System.Text.Json;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Tests.Blocks;

public sealed class GarbageTests
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "1.5", "99999999999999999999", "\"\"", "\"x\"", "\"\\ud800\"", "\"mrkdwn\"", "\"plain_text\"", "[]", "{}", "[null]", "[[]]", "[{}]",
    ];

    private static readonly string[] Names =
    [
        "type", "text", "elements", "fields", "accessory", "block_id", "action_id", "options", "option_groups", "value", "rows", "chart", "segments", "series",
        "axis_config", "categories", "label", "element", "style", "confirm", "title", "child_blocks", "tasks", "initial_options", "filter", "url", "emoji", "verbatim",
        "\\ud800",
    ];

    private static readonly string[] Types = Kinds().Select(kind => $"\"{kind}\"").ToArray();

    [Fact]
    public void Broken_JSON_throws_JsonException_and_nothing_else()
    {
        var whole = SlackJson.Serialize(Payloads.Message);
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var json = new StringBuilder(whole);
            for (var i = random.Next(4); i >= 0; i--)
            {
                var at = random.Next(json.Length);
                switch (random.Next(3))
                {
                    case 0:
                        json.Remove(at, Math.Min(random.Next(1, 9), json.Length - at));
                        break;
                    case 1:
                        json.Insert(at, "{}[]\",:\\0n"[random.Next(10)]);
                        break;
                    default:
                        json[at] = (char)random.Next(0x20, 0x7f);
                        break;
                }
            }

            Survives(json.ToString(), $"seed {seed}");
        }
    }

    [Fact]
    public void Any_JSON_is_read_kept_and_checked_or_refused_with_JsonException()
    {
        var read = 0;
        for (var seed = 0; seed < 6_000; seed++)
        {
            read += Survives($"[{Tree(new Random(seed), 4)}]", $"seed {seed}") ? 1 : 0;
        }

        Assert.True(read > 600, $"Only {read} were read: nothing to guard.");
    }

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_end_the_process()
    {
        var json = string.Concat(Enumerable.Repeat("""[{"type":"container","title":{"type":"plain_text","text":"x"},"child_blocks":""", 5_000));
        Assert.ThrowsAny<JsonException>(() => SlackJson.ReadBlocks(json));
    }

    private static bool Survives(string json, string what)
    {
        IReadOnlyList<Block> blocks;
        try
        {
            blocks = SlackJson.ReadBlocks(json);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{what}: {json}", exception);
        }

        try
        {
            var written = SlackJson.Serialize(blocks);
            Assert.Equal(written, SlackJson.Serialize(SlackJson.ReadBlocks(written)));
            foreach (var surface in Enum.GetValues<BlockSurface>())
            {
                BlockValidator.Check(blocks, surface);
            }

            BlockValidator.Check(new ModalView("t", blocks));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{what}: {json}", exception);
        }

        return true;
    }

    private static string Tree(Random random, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
        {
            return Values[random.Next(Values.Length)];
        }

        if (random.Next(3) == 0)
        {
            return "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Tree(random, depth - 1))) + "]";
        }

        var fields = Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{Names[random.Next(Names.Length)]}\":{Tree(random, depth - 1)}");
        return "{" + string.Join(',', fields.Prepend($"\"type\":{Types[random.Next(Types.Length)]}")) + "}";
    }

    private static IEnumerable<string> Kinds()
    {
        using var document = JsonDocument.Parse(SlackJson.Serialize([.. Payloads.Message, .. Payloads.Charts, .. Payloads.MoreCharts, .. Payloads.Modal.Blocks]));
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        Collect(document.RootElement, kinds);
        return kinds;
    }

    private static void Collect(JsonElement json, SortedSet<string> kinds)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Collect(item, kinds);
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject())
            {
                if (property.Name == "type")
                {
                    kinds.Add(property.Value.GetString()!);
                }

                Collect(property.Value, kinds);
            }
        }
    }
}
