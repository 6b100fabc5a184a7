using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Slack.Tests;

namespace AoBot.Tests.Host;

/// <summary>A window that AoBot opened, filled in and submitted as Slack does it: what is not touched goes back as it was shown.</summary>
public sealed class WindowSubmission
{
    private readonly JsonObject _view;
    private readonly JsonObject _values = [];

    private WindowSubmission(JsonObject view)
    {
        _view = view;
        foreach (var block in Inputs)
        {
            var element = block["element"]!.AsObject();
            var id = (string)block["block_id"]!;
            _values[id] = new JsonObject { [(string)element["action_id"]!] = Shown(element) };
        }
    }

    public string User { get; init; } = Workspace.Staff;

    public string TriggerId { get; init; } = SlackRequest.NewTriggerId();

    /// <summary>The fields, by block id, in their order.</summary>
    public IReadOnlyList<string> Fields => [.. Inputs.Select(b => (string)b["block_id"]!)];

    public string Json => _view.ToJsonString();

    private IEnumerable<JsonObject> Inputs => _view["blocks"]!.AsArray().Select(b => b!.AsObject()).Where(b => (string?)b["type"] == "input");

    /// <param name="opened">The call of <c>views.open</c>.</param>
    /// <param name="user">Who submits.</param>
    public static WindowSubmission Of(SlackCall opened, string user = Workspace.Staff) => new(JsonNode.Parse(opened["view"])!.AsObject()) { User = user };

    /// <summary>The window that took the place of one that was submitted.</summary>
    /// <param name="response">What the submission was answered with.</param>
    /// <param name="user">Who submits it.</param>
    public static WindowSubmission Updated(string response, string user = Workspace.Staff)
    {
        var answer = JsonNode.Parse(response)!.AsObject();
        Assert.Equal("update", (string?)answer["response_action"]);
        return new(answer["view"]!.AsObject()) { User = user };
    }

    /// <summary>The same, submitted anew: by somebody, with a trigger of its own.</summary>
    public WindowSubmission By(string user)
    {
        var copy = new WindowSubmission(_view.DeepClone().AsObject()) { User = user };
        foreach (var (field, value) in _values)
        {
            copy._values[field] = value!.DeepClone();
        }

        return copy;
    }

    public WindowSubmission Type(string field, string? text) => Set(field, "value", text);

    public WindowSubmission Date(string field, string? day) => Set(field, "selected_date", day);

    public WindowSubmission Choose(string field, string value) => Set(field, "selected_option", Option(value));

    public WindowSubmission Check(string field, params string[] values) => Set(field, "selected_options", new JsonArray([.. values.Select(Option)]));

    public WindowSubmission Pick(string field, params string[] users) => Set(field, "selected_users", new JsonArray([.. users.Select(u => (JsonNode)u)]));

    public WindowSubmission PickOne(string field, string? user) => Set(field, "selected_user", user);

    /// <summary>As from a window that was opened before it had this field.</summary>
    public WindowSubmission Without(string field)
    {
        Assert.True(_values.Remove(field), $"The window has no field {field}.");
        return this;
    }

    public SlackRequest Request()
    {
        var view = _view.DeepClone().AsObject();
        view["id"] = "V1";
        view["hash"] = "1.a";
        view["state"] = new JsonObject { ["values"] = _values.DeepClone() };
        return SlackRequest.Interaction(new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = SlackRequest.TeamId, ["domain"] = "home" },
            ["user"] = new JsonObject { ["id"] = User, ["username"] = "anna", ["name"] = "anna", ["team_id"] = SlackRequest.TeamId },
            ["api_app_id"] = SlackRequest.AppId,
            ["trigger_id"] = TriggerId,
            ["view"] = view,
        }.ToJsonString(JsonSerializerOptions.Default));
    }

    private static JsonObject Option(string value) => new() { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value }, ["value"] = value };

    private static JsonObject Shown(JsonObject element) => (string)element["type"]! switch
    {
        "static_select" or "radio_buttons" => new() { ["type"] = (string)element["type"]!, ["selected_option"] = element["initial_option"]?.DeepClone() },
        "multi_static_select" => new() { ["type"] = "multi_static_select", ["selected_options"] = element["initial_options"]?.DeepClone() ?? new JsonArray() },
        "checkboxes" => new() { ["type"] = "checkboxes", ["selected_options"] = element["initial_options"]?.DeepClone() ?? new JsonArray() },
        "multi_users_select" => new() { ["type"] = "multi_users_select", ["selected_users"] = element["initial_users"]?.DeepClone() ?? new JsonArray() },
        "users_select" => new() { ["type"] = "users_select", ["selected_user"] = element["initial_user"]?.DeepClone() },
        "datepicker" => new() { ["type"] = "datepicker", ["selected_date"] = element["initial_date"]?.DeepClone() },
        var type => new() { ["type"] = type, ["value"] = element["initial_value"]?.DeepClone() },
    };

    private WindowSubmission Set(string field, string member, JsonNode? value)
    {
        var element = (_values[field] ?? throw new InvalidOperationException($"The window has no field {field}.")).AsObject().Single().Value!.AsObject();
        element[member] = value;
        return this;
    }
}
