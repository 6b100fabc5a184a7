using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Scripting;

/// <summary>What a script sent cannot be done; the message says why, and what can.</summary>
/// <param name="message">For whoever wrote the script.</param>
public sealed class ScriptException(string message) : Exception(message);

/// <summary>The JSON a script sent, read in the words of the workspace.</summary>
/// <param name="body">As it came.</param>
/// <param name="workspace">Whose people and channels it names.</param>
public sealed class ScriptRequest(JsonObject body, PlaygroundWorkspace workspace)
{
    public JsonObject Body => body;

    /// <exception cref="ScriptException">It is no JSON object, or not sent as JSON.</exception>
    public static async Task<ScriptRequest> Read(HttpRequest request, PlaygroundWorkspace workspace, CancellationToken cancellationToken)
    {
        // A page of another site can send a form without being asked, but no JSON.
        if (!request.HasJsonContentType())
        {
            throw new ScriptException("Send JSON, with the header Content-Type: application/json.");
        }

        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) is JsonObject body ? new ScriptRequest(body, workspace) : throw new ScriptException("Send a JSON object.");
        }
        catch (JsonException problem)
        {
            throw new ScriptException($"That is no JSON: {problem.Message}");
        }
    }

    public string? Text(string name) => body[name]?.ToString() is { Length: > 0 } text ? text : null;

    public string Required(string name) => Text(name) ?? throw new ScriptException($"\"{name}\" is missing.");

    /// <summary>By id, handle or name.</summary>
    public WorkspaceUser User()
    {
        var named = Required("user");
        return workspace.FindUser(named)
            ?? workspace.Users.FirstOrDefault(user => string.Equals(user.Handle, named.TrimStart('@'), StringComparison.OrdinalIgnoreCase) || string.Equals(user.Name, named, StringComparison.OrdinalIgnoreCase))
            ?? throw new ScriptException($"There is no user \"{named}\". There are: {string.Join(", ", workspace.Users.Where(user => !user.IsBot).Select(user => user.Handle))}.");
    }

    /// <summary>By id or name; <c>dm</c> is the person's direct messages with the bot.</summary>
    public WorkspaceChannel Channel(WorkspaceUser user)
    {
        var named = Required("channel");
        var channel = named is "dm" or "@aobot" ? workspace.Direct(user.Id) : workspace.FindChannelNamed(named);
        return channel ?? throw new ScriptException($"There is no channel \"{named}\". There are: {string.Join(", ", workspace.ChannelsOf(user.Id).Where(known => !known.IsDirect).Select(known => "#" + known.Name))}, and \"dm\".");
    }

    /// <summary>A channel that the person may write in.</summary>
    public WorkspaceChannel OwnChannel(WorkspaceUser user) =>
        Channel(user) is { } channel && channel.Members.Contains(user.Id) ? channel : throw new ScriptException($"{user.Name} is not in this channel.");

    /// <summary>A message that the person sees.</summary>
    public WorkspaceMessage Message(WorkspaceUser user)
    {
        var ts = Required("message_ts");
        var message = Text("channel") is null ? workspace.FindMessage(ts) : workspace.FindMessage(Channel(user).Id, ts);
        return message?.IsVisibleTo(user.Id) == true && workspace.FindChannel(message.Channel)?.Members.Contains(user.Id) == true
            ? message
            : throw new ScriptException($"{user.Name} sees no message \"{ts}\".");
    }

    /// <summary>A modal or Home of the person.</summary>
    public WorkspaceView View(WorkspaceUser user) =>
        workspace.FindView(Required("view_id")) is { } view && view.User == user.Id ? view : throw new ScriptException($"{user.Name} has no view \"{Text("view_id")}\" open.");

    /// <summary>By action_id, and by block_id where several blocks have one of that id.</summary>
    public InputElement Element(JsonNode blocks)
    {
        var (actionId, blockId) = (Required("action_id"), Text("block_id"));
        List<InputElement> all = [.. InputElements.Of(blocks)];
        List<InputElement> found = [.. all.Where(element => element.ActionId == actionId && (blockId is null || element.BlockId == blockId))];
        return found switch
        {
            [var only] => only,
            [] => throw new ScriptException($"There is no \"{actionId}\" here{(blockId is null ? "" : $" in the block \"{blockId}\"")}. There are: {string.Join(", ", all.Select(element => $"{element.ActionId} in {element.BlockId}"))}."),
            _ => throw new ScriptException($"\"{actionId}\" stands in several blocks. Add \"block_id\": {string.Join(" or ", found.Select(element => $"\"{element.BlockId}\""))}."),
        };
    }
}
