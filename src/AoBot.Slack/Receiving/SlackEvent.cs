using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>
/// Something that happened. Types without a record of their own are read as this one, with <see cref="Raw"/>.
/// See https://docs.slack.dev/reference/events.
/// </summary>
public record SlackEvent
{
    private protected SlackEvent(JsonElement raw)
    {
        Raw = raw;
        Type = raw.Text("type") ?? "";
        Subtype = raw.Text("subtype");
        EventTs = raw.Text("event_ts");
    }

    /// <summary>Slack's name of the type, for instance <c>app_mention</c>.</summary>
    public string Type { get; }

    /// <summary>A narrower type, mostly of messages.</summary>
    public string? Subtype { get; }

    /// <summary>When it happened, as Slack's timestamp.</summary>
    public string? EventTs { get; }

    /// <summary>The event as it came.</summary>
    public JsonElement Raw { get; }

    /// <summary>Names the type only: what people write does not belong into logs.</summary>
    public sealed override string ToString() => $"{GetType().Name}({Type})";

    internal static SlackEvent Read(JsonElement raw) => raw.Text("type") switch
    {
        AppMention.TypeName => new AppMention(raw),
        MemberJoinedChannel.TypeName => new MemberJoinedChannel(raw),
        AppHomeOpened.TypeName => new AppHomeOpened(raw),
        MessageEvent.TypeName => new MessageEvent(raw),
        AppUninstalled.TypeName => new AppUninstalled(raw),
        TokensRevoked.TypeName => new TokensRevoked(raw),
        _ => new SlackEvent(raw),
    };
}
