using System.Text.Json.Nodes;
using AoBot.Playground.Api;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Scripting;

/// <summary>The routes for scripts: docs/playground.md shows each with an example.</summary>
public static class ScriptRoutes
{
    public static void MapScripting(this WebApplication app)
    {
        var scripts = app.MapGroup("/playground").AddEndpointFilter(Refuse);
        scripts.MapGet("/workspace", (PlaygroundWorkspace workspace) => Answer(WorkspaceJson.Write(workspace)));
        scripts.MapGet("/requests", (RequestLog log) => Answer(new JsonObject { ["requests"] = new JsonArray([.. log.All.Select(request => (JsonNode)WorkspaceJson.Write(request))]) }));
        scripts.MapPost("/command", Command);
        scripts.MapPost("/say", Say);
        scripts.MapPost("/action", Act);
        scripts.MapPost("/options", Options);
        scripts.MapPost("/submit", Submit);
        scripts.MapPost("/close", Close);
        scripts.MapPost("/shortcut", Shortcut);
        scripts.MapPost("/event", Event);
        scripts.MapGet("/faults", (Faults faults) => WriteFaults(faults));
        scripts.MapPost("/faults", AddFault);
        scripts.MapDelete("/faults", (Faults faults) =>
        {
            faults.Clear();
            return WriteFaults(faults);
        });
        scripts.MapPost("/reset", Reset);
        scripts.MapClock();
        scripts.MapRepository();
    }

    internal static IResult Answer(JsonObject json, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(Json.Pretty(json) + "\n", "application/json; charset=utf-8", statusCode: status);

    private static async ValueTask<object?> Refuse(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ScriptException problem)
        {
            return Answer(new JsonObject { ["error"] = problem.Message }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> Command(HttpRequest http, PlaygroundWorkspace workspace, SlackTraffic traffic, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var user = request.User();
        var channel = request.OwnChannel(user);

        // "/ao status" may stand in one piece.
        var words = (request.Text("command") ?? "/ao").Split(' ', 2, StringSplitOptions.TrimEntries);
        var text = request.Text("text") ?? (words.Length > 1 ? words[1] : "");
        return Answer(doings.Write(await doings.Do(() => traffic.Command(user.Id, channel.Id, words[0], text, cancellationToken), cancellationToken)));
    }

    private static async Task<IResult> Say(HttpRequest http, PlaygroundWorkspace workspace, SlackTraffic traffic, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var user = request.User();
        var channel = request.OwnChannel(user);
        return Answer(doings.Write(await doings.Do(async () => (await traffic.Say(user.Id, channel.Id, request.Required("text"), request.Text("thread_ts"), cancellationToken)).Reply, cancellationToken)));
    }

    private static async Task<IResult> Act(HttpRequest http, PlaygroundWorkspace workspace, SlackTraffic traffic, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var user = request.User();
        var (message, view) = Place(request, user);
        var element = request.Element(Blocks(message, view));
        var place = new ElementPlace(user.Id, message, view);
        var entered = await Entered(place, request.Body["state"], traffic, cancellationToken);
        var value = await Value(place, element, request.Body["value"], traffic, cancellationToken);
        return Answer(doings.Write(await doings.Do(async () => await traffic.Action(place, element, value, entered, cancellationToken), cancellationToken)));
    }

    private static async Task<IResult> Options(HttpRequest http, PlaygroundWorkspace workspace, SlackTraffic traffic, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var user = request.User();
        var (message, view) = Place(request, user);
        var options = await traffic.Options(new ElementPlace(user.Id, message, view), request.Element(Blocks(message, view)), request.Text("value") ?? "", cancellationToken);
        return Answer(new JsonObject { ["options"] = new JsonArray([.. options.Select(option => option.DeepClone())]) });
    }

    private static async Task<IResult> Submit(HttpRequest http, PlaygroundWorkspace workspace, SlackTraffic traffic, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var view = request.View(request.User());
        var entered = await Entered(new ElementPlace(view.User, null, view), request.Body["state"], traffic, cancellationToken);
        return Answer(doings.Write(await doings.Do(() => traffic.Submit(view, entered, cancellationToken), cancellationToken)));
    }

    private static async Task<IResult> Close(HttpRequest http, PlaygroundWorkspace workspace, SlackTraffic traffic, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var user = request.User();
        return Answer(doings.Write(await doings.Do(() => traffic.Close(user.Id, request.Body.Flag("all"), cancellationToken), cancellationToken)));
    }

    private static async Task<IResult> Shortcut(HttpRequest http, PlaygroundWorkspace workspace, SlackTraffic traffic, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var user = request.User();
        var callback = request.Required("callback_id");
        var message = request.Text("message_ts") is null ? null : request.Message(user);
        return Answer(doings.Write(await doings.Do(
            async () => message is null ? await traffic.GlobalShortcut(user.Id, callback, cancellationToken) : await traffic.MessageShortcut(user.Id, message, callback, cancellationToken),
            cancellationToken)));
    }

    /// <summary>What a person does to cause an event is done; any other event is sent as it is given.</summary>
    private static async Task<IResult> Event(HttpRequest http, PlaygroundWorkspace workspace, SlackTraffic traffic, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var type = request.Required("type");
        var isWhole = request.Text("ts") is not null || request.Text("event_ts") is not null;
        Func<Task<BotReply?>> act;
        switch (type)
        {
            case "app_mention" when !isWhole:
                var (writer, place) = (request.User(), request.OwnChannel(request.User()));
                var text = request.Required("text");
                var mention = text.Contains("@aobot", StringComparison.OrdinalIgnoreCase) ? text : "@aobot " + text;
                act = async () => (await traffic.Say(writer.Id, place.Id, mention, request.Text("thread_ts"), cancellationToken)).Reply;
                break;
            case "member_joined_channel" when !isWhole:
                var (person, channel) = (request.User(), request.Channel(request.User()));
                workspace.Leave(channel.Id, person.Id);
                act = () => traffic.Join(person.Id, channel.Id, cancellationToken);
                break;
            case "app_home_opened" when !isWhole:
                var reader = request.User();
                act = () => traffic.OpenHome(reader.Id, request.Text("tab") ?? "home", cancellationToken);
                break;
            default:
                act = async () => await traffic.Event(request.Body, cancellationToken);
                break;
        }

        return Answer(doings.Write(await doings.Do(act, cancellationToken)));
    }

    private static async Task<IResult> AddFault(HttpRequest http, PlaygroundWorkspace workspace, Faults faults, ApiMethods methods, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var method = request.Text("method") ?? Faults.AnyMethod;
        if (method is not (Faults.AnyMethod or Faults.ResponseUrl) && methods.Find(method) is null)
        {
            throw new ScriptException($"There is no method \"{method}\". There are: {string.Join(", ", methods.All.Select(known => known.Name).Order(StringComparer.Ordinal))}, {Faults.ResponseUrl}, and {Faults.AnyMethod} for all.");
        }

        var kind = Faults.Kind(request.Text("fault")) ?? throw new ScriptException($"\"fault\" is one of: {string.Join(", ", Faults.KindNames)}.");
        faults.Add(new Fault(method, kind, Positive(request, "count", otherwise: 1), Positive(request, "retry_after", otherwise: 1)));
        return WriteFaults(faults);
    }

    private static async Task<IResult> Reset(HttpRequest http, PlaygroundWorkspace workspace, Beginning beginning, CancellationToken cancellationToken)
    {
        _ = await ScriptRequest.Read(http, workspace, cancellationToken);
        if (!beginning.IsPossible)
        {
            throw new ScriptException("Everything is in a file (--data). Stop the Playground and move it and the .workspace.json beside it away to begin anew.");
        }

        await beginning.Again(cancellationToken);
        return Answer(WorkspaceJson.Write(workspace));
    }

    private static IResult WriteFaults(Faults faults) => Answer(new JsonObject { ["faults"] = new JsonArray([.. faults.All.Select(fault => (JsonNode)Faults.Write(fault))]) });

    private static int Positive(ScriptRequest request, string name, int otherwise) =>
        request.Text(name) is not { } text ? otherwise : int.TryParse(text, out var number) && number > 0 ? number : throw new ScriptException($"\"{name}\" is a whole number above 0.");

    private static (WorkspaceMessage? Message, WorkspaceView? View) Place(ScriptRequest request, WorkspaceUser user) =>
        request.Text("view_id") is null ? (request.Message(user), null) : (null, request.View(user));

    private static JsonNode Blocks(WorkspaceMessage? message, WorkspaceView? view) => Json.Node(message?.Blocks ?? view!.View.Blocks);

    /// <summary>What was entered so far and not sent: by action_id alone, or as Slack writes it, by block_id and action_id.</summary>
    private static async Task<JsonObject> Entered(ElementPlace place, JsonNode? state, SlackTraffic traffic, CancellationToken cancellationToken)
    {
        var given = (state as JsonObject)?["values"] as JsonObject ?? state as JsonObject ?? [];
        var entered = place.View?.Values.DeepClone().AsObject() ?? [];
        foreach (var element in InputElements.Of(Blocks(place.Message, place.View)).Where(element => element.KeepsState))
        {
            var block = given[element.BlockId] as JsonObject;
            var from = block ?? given;
            if (from.ContainsKey(element.ActionId))
            {
                InputElements.Put(entered, element, await Value(place, element, from[element.ActionId], traffic, cancellationToken));
            }
        }

        return entered;
    }

    private static async Task<JsonObject> Value(ElementPlace place, InputElement element, JsonNode? given, SlackTraffic traffic, CancellationToken cancellationToken) =>
        InputElements.Value(element, given, await traffic.Offered(place, element, given, cancellationToken))
        ?? throw new ScriptException($"\"{element.ActionId}\" does not offer {Json.Write(given)}.");
}
