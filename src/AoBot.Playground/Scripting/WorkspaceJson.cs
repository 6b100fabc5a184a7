using System.Text.Json.Nodes;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Scripting;

/// <summary>The workspace as scripts read it.</summary>
public static class WorkspaceJson
{
    private const int Most = 1000;

    /// <summary>Everything; of each channel the newest thousand messages, replies and ephemeral ones included.</summary>
    public static JsonObject Write(PlaygroundWorkspace workspace) => new()
    {
        ["users"] = new JsonArray([.. workspace.Users.Select(user => (JsonNode)Write(user))]),
        ["channels"] = new JsonArray([.. workspace.Channels.Select(channel => (JsonNode)Write(channel))]),
        ["messages"] = new JsonArray([.. workspace.Channels.SelectMany(channel => workspace.Page(channel.Id, message => !message.IsDeleted, Most).Messages).Select(message => (JsonNode)Write(message))]),
        ["views"] = new JsonArray([.. workspace.Views.Select(view => (JsonNode)Write(view))]),
    };

    public static JsonObject Write(WorkspaceMessage message) => new()
    {
        ["channel"] = message.Channel,
        ["ts"] = message.Ts,
        ["at"] = message.At,
        ["user"] = message.User,
        ["text"] = message.Text,
        ["blocks"] = Json.Node(message.Blocks),
        ["thread_ts"] = message.ThreadTs,
        ["ephemeral_to"] = message.EphemeralTo,
        ["edited"] = message.Edited is not null,
        ["subtype"] = message.Subtype,
        ["metadata"] = message.Metadata is { } metadata ? Json.Node(metadata) : null,
    };

    public static JsonObject Write(WorkspaceView view)
    {
        var json = SlackShapes.View(view);
        json["user"] = view.User;
        json["errors"] = new JsonObject(view.Errors.Select(error => KeyValuePair.Create(error.Key, (JsonNode?)error.Value)));
        return json;
    }

    public static JsonObject Write(LoggedRequest request) => new()
    {
        ["id"] = request.Id,
        ["direction"] = request.Direction == RequestDirection.ToBot ? "to_bot" : "from_bot",
        ["at"] = request.At,
        ["path"] = request.Path,
        ["subject"] = request.Subject,
        ["request"] = Json.TryParse(request.Request) ?? request.Request,
        ["status"] = request.Status,
        ["response"] = request.Response is { } response ? Json.TryParse(response) ?? response : null,
        ["milliseconds"] = Math.Round(request.Duration.TotalMilliseconds, 1),
        ["signature_good"] = request.IsSignatureGood,
        ["retry"] = request.Retry,
        ["note"] = request.Note,
    };

    private static JsonObject Write(WorkspaceUser user) => new()
    {
        ["id"] = user.Id,
        ["name"] = user.Name,
        ["handle"] = user.Handle,
        ["role"] = user.Role.ToString(),
        ["zone"] = user.Zone,
    };

    private static JsonObject Write(WorkspaceChannel channel) => new()
    {
        ["id"] = channel.Id,
        ["name"] = channel.Name,
        ["direct_with"] = channel.DirectWith,
        ["members"] = Json.Array(channel.Members),
    };
}
