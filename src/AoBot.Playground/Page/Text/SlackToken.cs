namespace AoBot.Playground.Page.Text;

/// <summary>What stands between &lt; and &gt; in mrkdwn: a link, a person, a channel, a date. https://docs.slack.dev/messaging/formatting-message-text</summary>
internal static class SlackToken
{
    public static string Render(string token, Reader reader)
    {
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (token, "") : (token[..bar], Html.Unescape(token[(bar + 1)..]));
        return target switch
        {
            ['@', .. var user] => Mention(user, label, reader),
            ['#', .. var channel] => Channel(channel, label, reader),
            ['!', 'd', 'a', 't', 'e', '^', .. var date] => Date(Html.Unescape(date), label, reader),
            "!here" or "!channel" or "!everyone" => $"<span class=\"mention broadcast\">@{target[1..]}</span>",
            ['!', 's', 'u', 'b', 't', 'e', 'a', 'm', '^', .. var group] => $"<span class=\"mention\">{Html.Encode(label.Length > 0 ? label : "@" + group)}</span>",
            _ when Html.IsSafeAddress(Html.Unescape(target)) => Link(Html.Unescape(target), label.Length > 0 ? label : Html.Unescape(target)),
            // No link that Slack would make: shown as it was sent, so that the sender sees the mistake.
            _ => Html.Encode($"<{Html.Unescape(token)}>"),
        };
    }

    public static string Link(string address, string label) =>
        $"<a href=\"{Html.Encode(address)}\" target=\"_blank\" rel=\"noopener noreferrer\">{Html.Encode(Emoji.Replace(label))}</a>";

    public static string Mention(string user, string label, Reader reader)
    {
        var name = reader.Workspace.FindUser(user)?.Name ?? (label.Length > 0 ? label : user);
        return $"<span class=\"mention{(user == reader.Person.Id ? " me" : "")}\">@{Html.Encode(name)}</span>";
    }

    public static string Channel(string id, string label, Reader reader) => reader.Workspace.FindChannel(id) switch
    {
        { IsDirect: false } channel when channel.Members.Contains(reader.Person.Id) => $"<a class=\"mention\" href=\"{Html.Encode(reader.AddressOf(id))}\">#{Html.Encode(channel.Name)}</a>",
        { IsPrivate: true } => "<span class=\"mention\">#private channel</span>",
        { IsDirect: false } channel => $"<span class=\"mention\">#{Html.Encode(channel.Name)}</span>",
        _ => $"<span class=\"mention\">#{Html.Encode(label.Length > 0 ? label : id)}</span>",
    };

    public static string Date(long unixSeconds, string format, string? link, string fallback, Reader reader)
    {
        if (SlackDates.Format(unixSeconds, format, reader) is not { } words)
        {
            return Html.Encode(fallback);
        }

        var at = reader.Local(unixSeconds);
        var time = $"<time datetime=\"{Html.Encode(at.ToInstant().ToString())}\" title=\"{Html.Encode(SlackDates.Whole(at))}\">{Html.Encode(words)}</time>";
        return Html.IsSafeAddress(link) ? $"<a href=\"{Html.Encode(link!)}\" target=\"_blank\" rel=\"noopener noreferrer\">{time}</a>" : time;
    }

    private static string Date(string date, string fallback, Reader reader)
    {
        var parts = date.Split('^', 3);
        return parts.Length >= 2 && long.TryParse(parts[0], out var seconds)
            ? Date(seconds, parts[1], parts.ElementAtOrDefault(2), fallback, reader)
            : Html.Encode(fallback);
    }
}
