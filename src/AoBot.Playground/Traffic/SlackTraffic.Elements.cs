using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Traffic;

/// <summary>Where somebody uses an element: a message or a view of theirs.</summary>
/// <param name="User">Who.</param>
/// <param name="Message">The message; none for a view.</param>
/// <param name="View">The modal or Home; none for a message.</param>
public sealed record ElementPlace(string User, WorkspaceMessage? Message, WorkspaceView? View)
{
    public string Id => Message?.Ts ?? View!.Id;
}

/// <content>Elements of messages and views. https://docs.slack.dev/reference/interaction-payloads/block_actions-payload</content>
public sealed partial class SlackTraffic
{
    /// <summary>A button, menu or other element is used.</summary>
    /// <param name="place">Where, and by whom.</param>
    /// <param name="element">The element.</param>
    /// <param name="value">What <see cref="InputElements.Value"/> made of what was chosen.</param>
    /// <param name="entered">What else was entered in the same place and not sent yet: Slack's <c>state.values</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<BotReply> Action(ElementPlace place, InputElement element, JsonObject value, JsonObject entered, CancellationToken cancellationToken)
    {
        var values = entered.DeepClone().AsObject();
        if (element.KeepsState)
        {
            InputElements.Put(values, element, value);
        }

        var payload = Interaction("block_actions", place.User);
        if (place.Message is { } message)
        {
            FillMessage(payload, place.User, message, values);
        }
        else
        {
            // What was entered is kept there.
            var current = workspace.SetValues(place.View!.Id, values) ?? place.View;
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = current.Id };
            payload["view"] = ViewWithState(current);
        }

        payload["actions"] = new JsonArray(ActionOf(element, value));
        return bot.SendPayload("slack/action", payload, element.ActionId, cancellationToken);
    }

    /// <summary>What the bot offers in an external menu. https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload</summary>
    /// <returns>Options, also those of groups; empty where there was no good answer.</returns>
    public async Task<IReadOnlyList<JsonObject>> Options(ElementPlace place, InputElement element, string typed, CancellationToken cancellationToken)
    {
        var payload = Interaction("block_suggestion", place.User);
        payload["action_id"] = element.ActionId;
        payload["block_id"] = element.BlockId;
        payload["value"] = typed;
        if (place.Message is { } message)
        {
            payload["container"] = MessageContainer(message);
            payload["channel"] = Channel(message.Channel);
            payload["message"] = shapes.Message(message);
        }
        else
        {
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = place.View!.Id };
            payload["view"] = ViewWithState(place.View);
        }

        var reply = await bot.SendPayload("slack/options", payload, element.ActionId, cancellationToken);
        var answer = reply.IsGood ? Json.TryParse(reply.Body) as JsonObject : null;
        List<JsonObject> found =
        [
            .. (answer?["options"] as JsonArray)?.OfType<JsonObject>() ?? [],
            .. (answer?["option_groups"] as JsonArray)?.OfType<JsonObject>().SelectMany(group => (group["options"] as JsonArray)?.OfType<JsonObject>() ?? []) ?? [],
        ];
        offered.Remember(place, element, found);
        return found;
    }

    /// <summary>Of an external menu what was offered so far; the bot is asked where what is chosen is not among it.</summary>
    /// <returns>None for any other element.</returns>
    public async Task<JsonArray?> Offered(ElementPlace place, InputElement element, JsonNode? chosen, CancellationToken cancellationToken)
    {
        if (!InputElements.IsExternal(element) || chosen is null or JsonObject)
        {
            return null;
        }

        var known = offered.Of(place, element);
        var choices = InputElements.Options(element, known);
        if (InputElements.Texts(chosen).All(value => choices.Any(option => option.Text("value") == value)))
        {
            return known;
        }

        await Options(place, element, "", cancellationToken);
        return offered.Of(place, element);
    }

    private void FillMessage(JsonObject payload, string user, WorkspaceMessage message, JsonObject values)
    {
        payload["container"] = MessageContainer(message);
        payload["channel"] = Channel(message.Channel);
        if (!message.IsEphemeral)
        {
            payload["message"] = shapes.Message(message);
        }

        payload["state"] = new JsonObject { ["values"] = InputElements.State(Json.Node(message.Blocks), values) };
        payload["response_url"] = responseUrls.Issue(new ResponseUrlContext(user, message.Channel, message.Ts, message.IsReply ? message.ThreadTs : null)).AbsoluteUri;
    }

    private static JsonObject MessageContainer(WorkspaceMessage message)
    {
        var container = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = message.IsEphemeral };
        if (message.IsReply)
        {
            container["thread_ts"] = message.ThreadTs;
        }

        return container;
    }

    private JsonObject ActionOf(InputElement element, JsonObject value)
    {
        var action = value.DeepClone().AsObject();
        action["action_id"] = element.ActionId;
        action["block_id"] = element.BlockId;
        action["action_ts"] = timestamps.Next();
        if (element.Element["text"] is { } text)
        {
            action["text"] = text.DeepClone();
        }

        return action;
    }
}
