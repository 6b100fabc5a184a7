using System.Text.Json;
using AoBot.Slack.Blocks;

namespace AoBot.Tests.Host;

/// <summary>
/// Something that AoBot said, as JSON, read by a reader that shares nothing with the writer. Reading it checks what must hold of
/// every answer: it says something, keeps Slack's limits, pings nobody, and links only where it may.
/// </summary>
public sealed record SpokenAnswer(JsonElement Json)
{
    private static readonly string[] Hosts = ["github.com", "alpha-omega.dev", "ostif.org", "blog.trailofbits.com", "openssf.org", "www.linuxfoundation.org"];

    public string Text => Json.GetProperty("text").GetString()!;

    public string ResponseType => Json.GetProperty("response_type").GetString()!;

    public IReadOnlyList<JsonElement> Blocks => Json.TryGetProperty("blocks", out var blocks) ? [.. blocks.EnumerateArray()] : [];

    /// <summary>Everything that stands in the blocks, decoded, one text a line.</summary>
    public string Shown => string.Join('\n', Texts(Json, isTop: true).Skip(1).Select(text => MrkdwnReading.Of(text.Words).Words));

    /// <summary>All that can be read anywhere in it.</summary>
    public string Everything => $"{MrkdwnReading.Of(Text).Words}\n{Shown}";

    public IReadOnlyList<JsonElement> Buttons => [.. Blocks.Where(b => b.GetProperty("type").GetString() == "actions").SelectMany(b => b.GetProperty("elements").EnumerateArray())];

    public JsonElement? Button(string actionId) => Buttons.Where(b => b.GetProperty("action_id").GetString() == actionId).Select(b => (JsonElement?)b).FirstOrDefault();

    public static SpokenAnswer Read(string json)
    {
        var answer = new SpokenAnswer(JsonDocument.Parse(json).RootElement);
        answer.Check(json);
        return answer;
    }

    private void Check(string json)
    {
        Assert.False(string.IsNullOrWhiteSpace(Text), "An answer says something.");
        Assert.Empty(BlockValidator.Check(SlackJson.ReadMessageBody(json)));
        Assert.True(Text.Length < 4000, $"The text is best under 4,000 characters, this has {Text.Length}.");
        foreach (var (words, isMrkdwn, isVerbatim) in Texts(Json, isTop: true))
        {
            Assert.DoesNotContain('\uFFFE', words);
            Assert.False(isMrkdwn && !isVerbatim, $"Slack would make links and mentions of its own: {words}");
            if (isMrkdwn)
            {
                Assert.All(MrkdwnReading.Of(words).Tokens, CheckToken);
            }
        }
    }

    private static void CheckToken(string token)
    {
        var isOurs = token.StartsWith("!date^", StringComparison.Ordinal)
            || token.StartsWith("mailto:?subject=", StringComparison.Ordinal)
            || (Uri.TryCreate(token.Split('|')[0], UriKind.Absolute, out var url) && url.Scheme is "https" && Hosts.Contains(url.Host));
        Assert.True(isOurs, $"This is a mention, a channel call or a foreign link: <{token}>");
        Assert.DoesNotContain("evil", token, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Every text with whether Slack parses it; the top-level text is parsed too.</summary>
    private static IEnumerable<(string Words, bool IsMrkdwn, bool IsVerbatim)> Texts(JsonElement element, bool isTop = false)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (isTop)
                {
                    yield return (element.GetProperty("text").GetString()!, true, true);
                }

                if (element.TryGetProperty("type", out var type) && element.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                {
                    yield return (text.GetString()!, type.GetString() == "mrkdwn", element.TryGetProperty("verbatim", out var verbatim) && verbatim.GetBoolean());
                }

                foreach (var found in element.EnumerateObject().SelectMany(member => Texts(member.Value)))
                {
                    yield return found;
                }

                break;
            case JsonValueKind.Array:
                foreach (var found in element.EnumerateArray().SelectMany(item => Texts(item)))
                {
                    yield return found;
                }

                break;
        }
    }
}
