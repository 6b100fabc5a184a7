using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Traffic;

/// <summary>
/// What people do in the workspace, sent to the bot as Slack sends it; what the bot answers in the response is put into the workspace.
/// What it answers later comes by the Web API.
/// </summary>
public sealed partial class SlackTraffic(
    PlaygroundWorkspace workspace,
    PlaygroundOptions options,
    SlackShapes shapes,
    TriggerIds triggers,
    ResponseUrls responseUrls,
    Delivery delivery,
    EventSender events,
    Timestamps timestamps,
    OfferedOptions offered,
    BotClient bot)
{
    /// <summary><c>/ao status</c> typed in a channel. https://docs.slack.dev/interactivity/implementing-slash-commands</summary>
    /// <returns>None where nothing was sent: an unknown command is answered by Slackbot alone.</returns>
    public async Task<BotReply?> Command(string user, string channel, string command, string text, CancellationToken cancellationToken)
    {
        if (!options.Commands.Contains(command, StringComparer.Ordinal))
        {
            Slackbot(user, channel, $"`{Mrkdwn.Escape(command)}` is not a valid command. In Slack, the words of this bot begin with {string.Join(" or ", options.Commands.Select(known => $"`{known}`"))}.");
            return null;
        }

        var context = new ResponseUrlContext(user, channel);
        var known = workspace.FindChannel(channel);
        var reply = await bot.SendForm(
            "slack/command",
            [
                new("token", "none"),
                new("team_id", Cast.TeamId),
                new("team_domain", "playground"),
                new("channel_id", channel),
                new("channel_name", known is { IsDirect: true } ? "directmessage" : known?.Name ?? ""),
                new("user_id", user),
                new("user_name", workspace.FindUser(user)?.Handle ?? ""),
                new("command", command),
                new("text", WithMentions(text)),
                new("api_app_id", Cast.AppId),
                new("is_enterprise_install", "false"),
                new("response_url", responseUrls.Issue(context).AbsoluteUri),
                new("trigger_id", triggers.Issue(user)),
            ],
            $"{command} {text}".TrimEnd(),
            cancellationToken);
        if (!reply.IsGood)
        {
            Slackbot(user, channel, $"`{command}` failed with the error \"{(reply.Problem == "http_timeout" ? "operation_timeout" : "dispatch_failed")}\".");
        }
        else if (delivery.TakeCommandAnswer(context, reply.Body) is { } problem)
        {
            Slackbot(user, channel, $"`{command}` failed with the error \"{problem}\".");
        }

        return reply;
    }

    /// <summary>A shortcut of a message's menu. https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload</summary>
    public Task<BotReply> MessageShortcut(string user, WorkspaceMessage message, string callbackId, CancellationToken cancellationToken)
    {
        var payload = Interaction("message_action", user);
        payload["callback_id"] = callbackId;
        payload["message_ts"] = message.Ts;
        payload["action_ts"] = timestamps.Next();
        payload["channel"] = Channel(message.Channel);
        payload["message"] = shapes.Message(message);
        payload["response_url"] = responseUrls.Issue(new ResponseUrlContext(user, message.Channel, message.Ts)).AbsoluteUri;
        return bot.SendPayload("slack/action", payload, callbackId, cancellationToken);
    }

    /// <summary>A shortcut of the composer. https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload</summary>
    public Task<BotReply> GlobalShortcut(string user, string callbackId, CancellationToken cancellationToken)
    {
        var payload = Interaction("shortcut", user);
        payload["callback_id"] = callbackId;
        payload["action_ts"] = timestamps.Next();
        return bot.SendPayload("slack/action", payload, callbackId, cancellationToken);
    }

    /// <summary>With should_escape on, names that people type become <c>&lt;@U…|name&gt;</c> and <c>&lt;#C…|name&gt;</c>.</summary>
    public string WithMentions(string text)
    {
        foreach (var user in workspace.Users.OrderByDescending(user => user.Handle.Length))
        {
            text = text.Replace("@" + user.Handle, $"<@{user.Id}|{user.Handle}>", StringComparison.OrdinalIgnoreCase);
        }

        foreach (var channel in workspace.Channels.Where(channel => !channel.IsDirect).OrderByDescending(channel => channel.Name.Length))
        {
            text = text.Replace("#" + channel.Name, $"<#{channel.Id}|{channel.Name}>", StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private void Slackbot(string user, string channel, string mrkdwn) =>
        workspace.Post(new NewMessage(channel, Cast.Slackbot, mrkdwn) { EphemeralTo = user });

    private JsonObject Interaction(string type, string user)
    {
        var person = workspace.FindUser(user);
        return new JsonObject
        {
            ["type"] = type,
            ["team"] = SlackShapes.Team,
            ["user"] = new JsonObject { ["id"] = user, ["username"] = person?.Handle ?? "", ["name"] = person?.Handle ?? "", ["team_id"] = person?.TeamId ?? Cast.TeamId },
            ["api_app_id"] = Cast.AppId,
            ["token"] = "none",
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
            ["trigger_id"] = triggers.Issue(user),
        };
    }

    private JsonObject Channel(string id) =>
        new() { ["id"] = id, ["name"] = workspace.FindChannel(id) is { IsDirect: false } channel ? channel.Name : "directmessage" };

    private static JsonObject ViewWithState(WorkspaceView view)
    {
        var json = SlackShapes.View(view);
        json["state"] = new JsonObject { ["values"] = InputElements.State(json["blocks"]!, view.Values) };
        return json;
    }
}
