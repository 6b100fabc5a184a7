using System.Text;

namespace AoBot.Playground.Api;

/// <summary>Cursors of lists: opaque to whoever pages. https://docs.slack.dev/apis/web-api/pagination</summary>
internal static class Cursors
{
    private const string Prefix = "next:";

    public static string Write(string place) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Prefix + place));

    /// <summary>The place; null where there is no cursor, or where it <paramref name="isBroken"/>.</summary>
    public static string? Read(ApiArguments arguments, out bool isBroken)
    {
        isBroken = false;
        if (arguments.Text("cursor") is not { } cursor)
        {
            return null;
        }

        var buffer = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, buffer, out var length) && Encoding.UTF8.GetString(buffer, 0, length) is var text && text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return text[Prefix.Length..];
        }

        isBroken = true;
        return null;
    }
}
