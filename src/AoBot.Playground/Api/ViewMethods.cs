using System.Text.Json.Nodes;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Api;

/// <summary>Modals and Homes. https://docs.slack.dev/reference/methods/views.open and its neighbours.</summary>
public sealed class ViewMethods(PlaygroundWorkspace workspace, TriggerIds triggers)
{
    public ApiAnswer Open(ApiArguments arguments) => ByTrigger(arguments, (user, view) => workspace.Open(user, view));

    public ApiAnswer Push(ApiArguments arguments) => ByTrigger(arguments, (user, view) => workspace.Push(user, view), onStack: true);

    public ApiAnswer Update(ApiArguments arguments)
    {
        if (arguments.Text("view_id") is null && arguments.Text("external_id") is null)
        {
            return ApiAnswer.Missing("view_id");
        }

        var known = arguments.Text("view_id") is { } id ? workspace.FindView(id) : workspace.FindViewByExternalId(arguments.Text("external_id")!);
        if (known is null)
        {
            return ApiAnswer.Error("not_found");
        }

        var (view, problem) = View(arguments, known.View.Type, known.Id);
        if (view is null)
        {
            return problem!;
        }

        if (arguments.Text("hash") is { } hash && hash != known.Hash)
        {
            return ApiAnswer.Error("hash_conflict");
        }

        return workspace.Update(known.Id, view) is { } updated ? Answer(updated) : ApiAnswer.Error("not_found");
    }

    public ApiAnswer Publish(ApiArguments arguments)
    {
        if (arguments.Text("user_id") is not { } userId)
        {
            return ApiAnswer.Missing("user_id");
        }

        if (workspace.FindUser(userId) is not { IsBot: false } user)
        {
            return ApiAnswer.Error("user_not_found");
        }

        var home = workspace.Home(user.Id);
        var (view, problem) = View(arguments, "home", home?.Id);
        if (view is null)
        {
            return problem!;
        }

        return arguments.Text("hash") is { } hash && hash != home?.Hash ? ApiAnswer.Error("hash_conflict") : Answer(workspace.Publish(user.Id, view));
    }

    private static ApiAnswer Answer(WorkspaceView view) => ApiAnswer.Ok(new JsonObject { ["view"] = SlackShapes.View(view) });

    private ApiAnswer ByTrigger(ApiArguments arguments, Func<string, View, WorkspaceView?> show, bool onStack = false)
    {
        if (arguments.Text("trigger_id") is not { } trigger)
        {
            return ApiAnswer.Missing("trigger_id");
        }

        var (view, problem) = View(arguments, "modal", knownId: null);
        if (view is null)
        {
            return problem!;
        }

        var (user, error) = triggers.Exchange(trigger);
        if (user is null)
        {
            return ApiAnswer.Error(error!);
        }

        if (onStack && workspace.Modals(user).Count == 0)
        {
            return ApiAnswer.Error("not_found");
        }

        return show(user, view) is { } shown ? Answer(shown) : ApiAnswer.Error("push_limit_reached");
    }

    private (View? View, ApiAnswer? Problem) View(ApiArguments arguments, string type, string? knownId)
    {
        var given = arguments.Structure("view", out var isBroken);
        if (given is null || SentBlocks.ReadView(given) is not { } view)
        {
            return (null, isBroken ? ApiAnswer.Error("invalid_arguments", "[ERROR] view is no JSON object [json-pointer:/view]") : ApiAnswer.Missing("view"));
        }

        var size = SlackJson.SerializeToUtf8Bytes(view).Length;
        if (size > BlockLimits.ViewBytes)
        {
            return (null, ApiAnswer.Error("view_too_large"));
        }

        if (view.Type != type)
        {
            return (null, ApiAnswer.Error("invalid_arguments", $"[ERROR] must be a valid view type: {type} [json-pointer:/view/type]"));
        }

        if (SentBlocks.Problems(view) is { Count: > 0 } problems)
        {
            return (null, ApiAnswer.Error("invalid_arguments", problems));
        }

        return view.ExternalId is { Length: > 0 } external && workspace.FindViewByExternalId(external) is { } other && other.Id != knownId
            ? (null, ApiAnswer.Error("duplicate_external_id"))
            : (view, null);
    }
}
