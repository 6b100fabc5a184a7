using System.Text.Json.Nodes;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Api;

/// <summary>People. https://docs.slack.dev/reference/methods/users.info and its neighbours.</summary>
public sealed class UserMethods(PlaygroundWorkspace workspace, SlackShapes shapes, PlaygroundOptions options)
{
    private bool ShowsEmail => options.Scopes.Contains("users:read.email", StringComparer.Ordinal);

    public ApiAnswer Info(ApiArguments arguments)
    {
        if (arguments.Text("user") is not { } id)
        {
            return ApiAnswer.Missing("user");
        }

        return workspace.FindUser(id) is { } user ? ApiAnswer.Ok(new JsonObject { ["user"] = shapes.User(user, ShowsEmail) }) : ApiAnswer.Error("user_not_found");
    }

    public ApiAnswer List(ApiArguments arguments)
    {
        var users = workspace.Users;
        var place = Cursors.Read(arguments, out var isBroken);
        if (isBroken)
        {
            return ApiAnswer.Error("invalid_cursor");
        }

        var from = place is null ? 0 : users.Index().FirstOrDefault(user => user.Item.Id == place, (users.Count, null!)).Index;
        var limit = arguments.Number("limit", users.Count);
        return ApiAnswer.Ok(new JsonObject
        {
            ["members"] = new JsonArray([.. users.Skip(from).Take(limit).Select(user => (JsonNode)shapes.User(user, ShowsEmail))]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = from + limit < users.Count ? Cursors.Write(users[from + limit].Id) : "" },
        });
    }
}
