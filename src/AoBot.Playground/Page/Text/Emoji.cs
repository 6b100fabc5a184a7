using System.Collections.Frozen;

namespace AoBot.Playground.Page.Text;

/// <summary>The few emoji shortcodes that a bot of plain words needs; any other is shown as it was typed.</summary>
internal static class Emoji
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["white_check_mark"] = "✅",
        ["heavy_check_mark"] = "✔️",
        ["x"] = "❌",
        ["warning"] = "⚠️",
        ["bell"] = "🔔",
        ["calendar"] = "📅",
        ["date"] = "📅",
        ["clock3"] = "🕒",
        ["hourglass_flowing_sand"] = "⏳",
        ["tada"] = "🎉",
        ["wave"] = "👋",
        ["eyes"] = "👀",
        ["bulb"] = "💡",
        ["memo"] = "📝",
        ["link"] = "🔗",
        ["lock"] = "🔒",
        ["mag"] = "🔍",
        ["question"] = "❓",
        ["rocket"] = "🚀",
        ["smile"] = "😄",
        ["thumbsup"] = "👍",
        ["+1"] = "👍",
        ["-1"] = "👎",
        ["pray"] = "🙏",
        ["heart"] = "❤️",
        ["bar_chart"] = "📊",
        ["chart_with_upwards_trend"] = "📈",
        ["pushpin"] = "📌",
        ["speech_balloon"] = "💬",
        ["large_green_circle"] = "🟢",
        ["large_yellow_circle"] = "🟡",
        ["red_circle"] = "🔴",
        ["white_circle"] = "⚪",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? Find(string shortcode) => Known.GetValueOrDefault(shortcode);

    public static string Replace(string text)
    {
        var at = 0;
        while (at < text.Length && text.IndexOf(':', at) is >= 0 and var open)
        {
            var close = text.IndexOf(':', open + 1);
            if (close < 0)
            {
                break;
            }

            if (Find(text[(open + 1)..close]) is { } emoji)
            {
                text = string.Concat(text.AsSpan(0, open), emoji, text.AsSpan(close + 1));
                at = open + emoji.Length;
            }
            else
            {
                at = close;
            }
        }

        return text;
    }
}
