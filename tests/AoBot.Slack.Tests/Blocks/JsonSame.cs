using System.Text.Json.Nodes;

namespace AoBot.Slack.Tests.Blocks;

/// <summary>Compares JSON by meaning: the order of fields does not count, nor do fields that are null.</summary>
internal static class JsonSame
{
    internal static void Assert(string expected, string actual, string what = "")
    {
        var left = WithoutNulls(JsonNode.Parse(expected));
        var right = WithoutNulls(JsonNode.Parse(actual));
        Xunit.Assert.True(JsonNode.DeepEquals(left, right), $"{what}\nexpected {left?.ToJsonString()}\nactual   {right?.ToJsonString()}");
    }

    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (name, value) in json.ToList())
                {
                    if (value is null)
                    {
                        json.Remove(name);
                    }
                    else
                    {
                        WithoutNulls(value);
                    }
                }

                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    WithoutNulls(item);
                }

                break;
        }

        return node;
    }
}
