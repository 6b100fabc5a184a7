using AoBot.Slack.Blocks;
using Xunit.Abstractions;

namespace AoBot.Slack.Tests.Blocks;

/// <summary>
/// Writes one of every block and element for the check against Slack's own types (.ci/third-party/check-types.mjs), into
/// the folder AOBOT_PAYLOADS names.
/// </summary>
public sealed class PayloadDumpTests(ITestOutputHelper output)
{
    [Fact]
    public void Payloads_of_every_kind_are_written_for_the_check_against_Slacks_types()
    {
        (string Name, string Kind, string Json)[] payloads =
        [
            .. Each("message", Payloads.Message),
            .. Each("charts", Payloads.Charts),
            .. Each("more-charts", Payloads.MoreCharts),
            .. Each("modal", Payloads.Modal.Blocks),
            ("library-message", "message", SlackJson.Serialize(Payloads.Body)),
            ("library-modal", "view", SlackJson.Serialize(Payloads.Modal)),
            ("library-home", "view", SlackJson.Serialize(Payloads.Home)),
        ];
        Assert.True(payloads.Length > 50, "Nothing to check.");
        if (Environment.GetEnvironmentVariable("AOBOT_PAYLOADS") is not { Length: > 0 } folder)
        {
            output.WriteLine("Left out: AOBOT_PAYLOADS names no folder, so no payloads were written.");
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (var (name, kind, json) in payloads)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.json"), $$"""{"kind":"{{kind}}","payload":{{json}}}""");
        }
    }

    private static IEnumerable<(string Name, string Kind, string Json)> Each(string name, IReadOnlyList<Block> blocks) =>
        blocks.Select((block, i) => ($"library-{name}-{i:00}-{block.Type}", "blocks", SlackJson.Serialize([block])));
}
