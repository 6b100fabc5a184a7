using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Slack.Tests;

namespace AoBot.Tests.Host;

/// <summary>A press of a button, as Slack reports it.</summary>
/// <param name="ActionId">Which button.</param>
/// <param name="Value">What it carries.</param>
public sealed record ButtonPress(string ActionId, string Value)
{
    public string User { get; init; } = Workspace.Member;

    public string Channel { get; init; } = Workspace.Channel;

    public string TriggerId { get; init; } = SlackRequest.NewTriggerId();

    /// <summary>How long ago the answer was given below which the button stands.</summary>
    public TimeSpan AnsweredAgo { get; init; }

    /// <summary>Where the button stands, if in no message: <c>home</c> or <c>modal</c>, and nowhere to answer.</summary>
    public string? View { get; init; }

    /// <summary>The block that it stands in.</summary>
    public string BlockId { get; init; } = "b1";

    /// <summary>Of a menu: what was chosen. It carries no value of its own.</summary>
    public string? Chosen { get; init; }

    /// <summary>Where to answer; "" for one that works, none for none.</summary>
    public string? ResponseUrl { get; init; } = "";

    public static ButtonPress On(SpokenAnswer answer, string actionId = "share.in_channel") =>
        new(actionId, (answer.Button(actionId) ?? throw new InvalidOperationException($"There is no button {actionId}.")).GetProperty("value").GetString()!);

    public string Payload(Workspace workspace)
    {
        var asked = workspace.RealClock.GetUtcNow() - AnsweredAgo;
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = SlackRequest.TeamId, ["domain"] = "home" },
            ["user"] = new JsonObject { ["id"] = User, ["username"] = "anna", ["name"] = "anna", ["team_id"] = SlackRequest.TeamId },
            ["api_app_id"] = SlackRequest.AppId,
            ["trigger_id"] = TriggerId,
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = $"{asked.ToUnixTimeSeconds()}.000100", ["channel_id"] = Channel, ["is_ephemeral"] = true },
            ["channel"] = new JsonObject { ["id"] = Channel, ["name"] = "fund" },
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = ActionId, ["block_id"] = BlockId, ["value"] = Value, ["action_ts"] = $"{asked.ToUnixTimeSeconds()}.5" }),
        };
        if (Chosen is { } chosen)
        {
            var action = payload["actions"]![0]!.AsObject();
            action.Remove("value");
            (action["type"], action["selected_option"]) = ("static_select", new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "chosen" }, ["value"] = chosen });
        }

        if (View is { } view)
        {
            payload.Remove("channel");
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V0" };
            payload["view"] = new JsonObject { ["id"] = "V0", ["type"] = view, ["hash"] = "1.a", ["app_installed_team_id"] = SlackRequest.TeamId, ["state"] = new JsonObject { ["values"] = new JsonObject() } };
        }
        else if (ResponseUrl is { } url)
        {
            payload["response_url"] = url.Length > 0 ? url : workspace.Slack.NewResponseUrl().AbsoluteUri;
        }

        return payload.ToJsonString(JsonSerializerOptions.Default);
    }
}
