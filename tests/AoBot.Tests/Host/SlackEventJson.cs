using System.Text.Json.Nodes;
using AoBot.Slack.Tests;

namespace AoBot.Tests.Host;

/// <summary>An event in its envelope, as Slack sends it.</summary>
public sealed record SlackEventJson(string Json)
{
    public static SlackEventJson Mention(string text, string? eventId = null, string ts = "1772442000.000001", string? threadTs = null, string user = Workspace.Member, string channel = Workspace.Channel, string? botId = null) =>
        Of(eventId, new JsonObject { ["type"] = "app_mention", ["user"] = user, ["text"] = text, ["ts"] = ts, ["channel"] = channel, ["event_ts"] = ts, ["thread_ts"] = threadTs, ["bot_id"] = botId });

    public static SlackEventJson Joined(string user, string channel = Workspace.Channel, string? eventId = null) =>
        Of(eventId, new JsonObject { ["type"] = "member_joined_channel", ["user"] = user, ["channel"] = channel, ["channel_type"] = "C", ["team"] = SlackRequest.TeamId });

    public static SlackEventJson HomeOpened(string user = Workspace.Member, string tab = "home", string? eventId = null) =>
        Of(eventId, new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = "D0000ANNA", ["tab"] = tab, ["event_ts"] = "1772442000.000002" });

    public static SlackEventJson Of(string? eventId, JsonObject slackEvent)
    {
        foreach (var empty in slackEvent.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            slackEvent.Remove(empty);
        }

        return new(new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = SlackRequest.TeamId,
            ["api_app_id"] = SlackRequest.AppId,
            ["event_id"] = eventId ?? $"Ev{Guid.NewGuid():N}",
            ["event_time"] = 1772442000,
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = SlackRequest.TeamId, ["user_id"] = RecordedSlack.BotUserId, ["is_bot"] = true }),
            ["event"] = slackEvent,
        }.ToJsonString());
    }
}
