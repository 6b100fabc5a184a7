using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Traffic;

/// <content>Modals: submitting and closing. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload</content>
public sealed partial class SlackTraffic
{
    /// <summary>The words of Slack's client for an empty field that is required.</summary>
    public const string Required = "Please complete this required field.";

    /// <summary>
    /// Presses the submit button of the topmost modal. Where a required field is empty nothing is sent: Slack's client says so itself.
    /// </summary>
    /// <param name="view">The modal.</param>
    /// <param name="entered">What was entered, by block_id and action_id as Slack writes it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>None where a required field is empty; the view then carries the errors.</returns>
    public async Task<BotReply?> Submit(WorkspaceView view, JsonObject entered, CancellationToken cancellationToken)
    {
        var json = SlackShapes.View(view);
        var values = InputElements.State(json["blocks"]!, entered);
        workspace.SetValues(view.Id, values.DeepClone().AsObject());
        var empty = InputElements.Of(json["blocks"]!)
            .Where(element => element.IsRequired && values[element.BlockId]?[element.ActionId] is JsonObject value && InputElements.IsEmpty(value))
            .Select(element => element.BlockId)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(block => block, _ => Required, StringComparer.Ordinal);
        workspace.SetErrors(view.Id, empty);
        if (empty.Count > 0)
        {
            return null;
        }

        json["state"] = new JsonObject { ["values"] = values };
        var payload = Interaction("view_submission", view.User);
        payload["view"] = json;
        payload["response_urls"] = new JsonArray();
        var reply = await bot.SendPayload("slack/action", payload, json.Text("callback_id") ?? "", cancellationToken);
        return reply.IsGood && Take(view, reply.Body) is { } problem ? reply with { Problem = problem } : reply;
    }

    /// <summary>Closes the topmost modal, or all; the bot is told of those that asked for it.</summary>
    public async Task<BotReply?> Close(string user, bool all, CancellationToken cancellationToken)
    {
        BotReply? reply = null;
        foreach (var view in workspace.Close(user, all).Where(view => view.View is ModalView { NotifyOnClose: true }))
        {
            var payload = Interaction("view_closed", user);
            payload["view"] = ViewWithState(view);
            payload["is_cleared"] = all;
            reply = await bot.SendPayload("slack/action", payload, view.View.CallbackId ?? "", cancellationToken);
        }

        return reply;
    }

    /// <summary>What the answer does to the stack; what Slack would find wrong with it.</summary>
    private string? Take(WorkspaceView view, string body)
    {
        if (body.Length == 0)
        {
            workspace.Close(view.User, all: false);
            return null;
        }

        if (Json.TryParse(body) is not JsonObject answer)
        {
            return "invalid_response";
        }

        switch (answer.Text("response_action"))
        {
            case "clear":
                workspace.Close(view.User, all: true);
                return null;
            case "errors" when answer["errors"] is JsonObject errors:
                return TakeErrors(view, errors);
            case "update" or "push" when answer["view"] is JsonObject:
                return TakeView(view, answer);
            default:
                return "invalid_response";
        }
    }

    private string? TakeErrors(WorkspaceView view, JsonObject errors)
    {
        var inputs = view.View.Blocks.OfType<InputBlock>().Select(block => block.BlockId).ToHashSet(StringComparer.Ordinal);
        if (errors.Count == 0 || errors.Any(error => !inputs.Contains(error.Key) || error.Value is not JsonValue))
        {
            // Slack finds errors by the ids of input blocks alone.
            return "invalid_error_block_id";
        }

        workspace.SetErrors(view.Id, errors.ToDictionary(error => error.Key, error => error.Value!.ToString(), StringComparer.Ordinal));
        return null;
    }

    private string? TakeView(WorkspaceView view, JsonObject answer)
    {
        var next = SlackJson.ReadView(Json.Write(answer["view"]));
        if (next is not ModalView || SentBlocks.Problems(next).Count > 0)
        {
            return "invalid_view";
        }

        if (answer.Text("response_action") == "update")
        {
            workspace.Update(view.Id, next);
            return null;
        }

        return workspace.Push(view.User, next) is null ? "push_limit_reached" : null;
    }
}
