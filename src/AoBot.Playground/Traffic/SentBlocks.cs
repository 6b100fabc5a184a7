using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Traffic;

/// <summary>Reads blocks and views that the bot sent, and says what Slack would refuse in Slack's own form, with the place. https://docs.slack.dev/reference/block-kit/blocks</summary>
public static partial class SentBlocks
{
    /// <summary>None where it is no array of blocks.</summary>
    public static IReadOnlyList<Block>? Read(JsonNode node)
    {
        try
        {
            return node is JsonArray ? SlackJson.ReadBlocks(Json.Write(node)) : null;
        }
        catch (JsonException)
        {
            // Slack's word for it is the caller's to say.
            return null;
        }
    }

    /// <summary>None where it is no view.</summary>
    public static View? ReadView(JsonNode node)
    {
        try
        {
            return node is JsonObject ? SlackJson.ReadView(Json.Write(node)) : null;
        }
        catch (JsonException)
        {
            // Slack's word for it is the caller's to say.
            return null;
        }
    }

    public static IReadOnlyList<string> Problems(IReadOnlyList<Block> blocks) =>
        [.. Unknown(blocks, "blocks"), .. BlockValidator.Check(blocks, BlockSurface.Message).Select(Write)];

    public static IReadOnlyList<string> Problems(View view) =>
        view is UnknownView
            ? ["[ERROR] unsupported type of view [json-pointer:/view]"]
            : [.. Unknown(view.Blocks, "view/blocks"), .. BlockValidator.Check(view).Select(problem => Write(problem with { Path = problem.Path.Length == 0 ? "view" : "view." + problem.Path }))];

    private static IEnumerable<string> Unknown(IReadOnlyList<Block> blocks, string where) =>
        blocks.Index().Where(block => block.Item is UnknownBlock).Select(block => $"[ERROR] unsupported type: {block.Item.Type} [json-pointer:/{where}/{block.Index}/type]");

    private static string Write(BlockProblem problem) =>
        $"[ERROR] {problem.Message} [json-pointer:/{Places().Replace(problem.Path, "/${place}").Replace('.', '/')}]";

    [GeneratedRegex(@"\[(?<place>\d+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
