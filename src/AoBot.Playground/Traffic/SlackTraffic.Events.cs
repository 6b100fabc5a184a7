using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Traffic;

/// <content>What people do that the bot learns of by events. https://docs.slack.dev/reference/events</content>
public sealed partial class SlackTraffic
{
    /// <summary>A person writes; the bot learns of it when it is mentioned where it is a member.</summary>
    /// <param name="user">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="typed">As typed: &amp;, &lt; and &gt; are only signs, <c>@aobot</c> is a mention.</param>
    /// <param name="threadTs">In this thread.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(WorkspaceMessage Message, BotReply? Reply)> Say(string user, string channel, string typed, string? threadTs, CancellationToken cancellationToken)
    {
        var text = Labels().Replace(WithMentions(Mrkdwn.Escape(typed).ToString()), "<${id}>");
        var message = workspace.Post(new NewMessage(channel, user, text) { ThreadTs = threadTs });
        var isMember = workspace.FindChannel(channel)?.Members.Contains(Cast.BotUser) == true;
        var isDirect = workspace.FindChannel(channel)?.IsDirect == true;
        var type = isMember && !isDirect && text.Contains($"<@{Cast.BotUser}>", StringComparison.Ordinal) ? "app_mention"
            : isMember && events.IsSubscribed(isDirect ? "message.im" : "message.channels") ? "message"
            : null;
        if (type is null || (type == "app_mention" && !events.IsSubscribed(type)))
        {
            return (message, null);
        }

        var slackEvent = new JsonObject { ["type"] = type, ["user"] = user, ["ts"] = message.Ts, ["text"] = text, ["team"] = Cast.TeamId, ["channel"] = channel, ["event_ts"] = message.Ts };
        if (threadTs is not null)
        {
            slackEvent["thread_ts"] = threadTs;
        }

        if (type == "message")
        {
            slackEvent["channel_type"] = isDirect ? "im" : "channel";
        }

        return (message, await events.Send(slackEvent, cancellationToken));
    }

    /// <summary>A person joins a channel; none where nothing was sent.</summary>
    public async Task<BotReply?> Join(string user, string channel, CancellationToken cancellationToken)
    {
        if (!workspace.Join(channel, user))
        {
            return null;
        }

        workspace.Post(new NewMessage(channel, user, $"<@{user}> has joined the channel") { Subtype = "channel_join" });
        if (!events.IsSubscribed("member_joined_channel") || workspace.FindChannel(channel)?.Members.Contains(Cast.BotUser) != true)
        {
            return null;
        }

        var slackEvent = new JsonObject { ["type"] = "member_joined_channel", ["user"] = user, ["channel"] = channel, ["channel_type"] = "C", ["team"] = Cast.TeamId, ["inviter"] = Cast.Fay, ["event_ts"] = timestamps.Next() };
        return await events.Send(slackEvent, cancellationToken);
    }

    /// <summary>A person opens the bot's Home, or with <c>messages</c> the direct messages.</summary>
    public async Task<BotReply?> OpenHome(string user, string tab, CancellationToken cancellationToken)
    {
        if (!events.IsSubscribed("app_home_opened"))
        {
            return null;
        }

        var slackEvent = new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = workspace.Direct(user).Id, ["tab"] = tab, ["event_ts"] = timestamps.Next() };
        if (workspace.Home(user) is { } home)
        {
            slackEvent["view"] = ViewWithState(home);
        }

        return await events.Send(slackEvent, cancellationToken);
    }

    /// <summary>Any event, as a script gives it; what Slack would add is added where it is missing.</summary>
    public Task<BotReply> Event(JsonObject slackEvent, CancellationToken cancellationToken)
    {
        if (slackEvent.Text("type") is "url_verification" or "app_rate_limited")
        {
            return events.SendAsIs(slackEvent, cancellationToken);
        }

        var whole = slackEvent.DeepClone().AsObject();
        whole["event_ts"] ??= timestamps.Next();
        return events.Send(whole, cancellationToken);
    }

    /// <summary>In messages a mention carries no name, unlike in commands.</summary>
    [GeneratedRegex(@"<(?<id>[@#][A-Z0-9]+)\|[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Labels();
}
