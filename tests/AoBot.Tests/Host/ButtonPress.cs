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

    /// <summary>Whether the button stands on Home, where there is no message and nowhere to answer.</summary>
    public bool InHome { get; init; }

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
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = ActionId, ["block_id"] = "b1", ["value"] = Value, ["action_ts"] = $"{asked.ToUnixTimeSeconds()}.5" }),
        };
        if (InHome)
        {
            payload.Remove("channel");
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V0" };
            payload["view"] = new JsonObject { ["id"] = "V0", ["type"] = "home", ["hash"] = "1.a", ["app_installed_team_id"] = SlackRequest.TeamId, ["state"] = new JsonObject { ["values"] = new JsonObject() } };
        }
        else if (ResponseUrl is { } url)
        {
            payload["response_url"] = url.Length > 0 ? url : workspace.Slack.NewResponseUrl().AbsoluteUri;
        }

        return payload.ToJsonString(JsonSerializerOptions.Default);
    }
}
