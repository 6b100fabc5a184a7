using System.Text.Json;
using AoBot.Slack.Blocks;
using Xunit.Abstractions;

namespace AoBot.Slack.Tests.Blocks;

public sealed class SampleTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_block_and_view_in_Slacks_own_samples_is_read_and_written_back()
    {
        if (!SharedData.TryPath("data/slack/samples", output, out var folder))
        {
            return;
        }

        var read = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            read += Visit(document.RootElement, file);
        }

        output.WriteLine($"{read} arrays of blocks and views read.");
        Assert.True(read > 50, $"Only {read} were found: the samples have moved.");
    }

    private static int Visit(JsonElement json, string file)
    {
        var read = 0;
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json.EnumerateArray().Sum(item => Visit(item, file));
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return 0;
        }

        foreach (var property in json.EnumerateObject())
        {
            var text = property.Value.GetRawText();
            if (property.Name == "blocks" && property.Value.ValueKind == JsonValueKind.Array)
            {
                JsonSame.Assert(text, SlackJson.Serialize(SlackJson.ReadBlocks(text)), $"{file}: blocks");
                read++;
            }
            else if (property.Name == "view" && property.Value.ValueKind == JsonValueKind.Object)
            {
                JsonSame.Assert(text, SlackJson.Serialize(SlackJson.ReadView(text)), $"{file}: view");
                read++;
            }

            read += Visit(property.Value, file);
        }

        return read;
    }
}
