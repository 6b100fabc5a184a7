using System.Text.Json.Nodes;

namespace AoBot.Playground.Traffic;

/// <summary>An element that people can use, in the block it stands in.</summary>
/// <param name="BlockId">The block's id.</param>
/// <param name="ActionId">The element's id.</param>
/// <param name="Element">As the bot sent it.</param>
/// <param name="Block">The block as the bot sent it.</param>
public sealed record InputElement(string BlockId, string ActionId, JsonObject Element, JsonObject Block)
{
    public string Type => Element.Text("type") ?? "";

    /// <summary>It keeps what was entered; a button or an overflow menu does not.</summary>
    public bool KeepsState => Type is not ("button" or "overflow" or "workflow_button" or "icon_button" or "feedback_buttons");

    public bool IsInput => Block.Text("type") == "input";

    public bool IsRequired => IsInput && !Block.Flag("optional");
}

/// <summary>Finds the elements of blocks and writes what people enter as Slack does. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload</summary>
public static class InputElements
{
    private const string Plural = "s";

    /// <summary>In the order of the blocks.</summary>
    public static IEnumerable<InputElement> Of(JsonNode blocks) =>
        blocks.AsArray().OfType<JsonObject>().SelectMany(block => Elements(block).Select(element => new InputElement(block.Text("block_id") ?? "", element.Text("action_id")!, element, block)));

    /// <summary>Slack's <c>state.values</c>: what was entered so far, else the initial values.</summary>
    public static JsonObject State(JsonNode blocks, JsonObject entered)
    {
        var state = new JsonObject();
        foreach (var element in Of(blocks).Where(element => element.KeepsState))
        {
            if (state[element.BlockId] is not JsonObject block)
            {
                state[element.BlockId] = block = [];
            }

            block[element.ActionId] = entered[element.BlockId]?[element.ActionId]?.DeepClone() ?? Initial(element);
        }

        return state;
    }

    /// <summary>What somebody chose or entered, as Slack would write it; none where the element does not offer it.</summary>
    /// <param name="element">Where.</param>
    /// <param name="given">Nothing, a text, a number, a list of texts, or already what Slack would write.</param>
    /// <param name="offered">Options that the bot offered for an external menu.</param>
    public static JsonObject? Value(InputElement element, JsonNode? given, JsonNode? offered = null)
    {
        if (given is JsonObject ready)
        {
            var taken = ready.DeepClone().AsObject();
            taken["type"] = element.Type;
            return taken;
        }

        var value = new JsonObject { ["type"] = element.Type };
        var (field, isList, isOption) = Field(element.Type);
        if (field is null)
        {
            if (element.Element["value"] is { } own)
            {
                value["value"] = own.DeepClone();
            }

            return value;
        }

        var chosen = Texts(given);
        if (isOption)
        {
            var options = Options(element, offered);
            List<JsonNode?> found = [.. chosen.Select(text => options.FirstOrDefault(option => option.Text("value") == text)?.DeepClone())];
            if (found.Contains(null))
            {
                return null;
            }

            value[field] = isList ? new JsonArray([.. found]) : found.FirstOrDefault();
            return value;
        }

        value[field] = isList ? Json.Array(chosen) : element.Type == "datetimepicker" ? Number(chosen.FirstOrDefault()) : chosen.FirstOrDefault();
        return value;
    }

    /// <summary>Into Slack's <c>state.values</c>.</summary>
    public static void Put(JsonObject values, InputElement element, JsonObject value)
    {
        if (values[element.BlockId] is not JsonObject block)
        {
            values[element.BlockId] = block = [];
        }

        block[element.ActionId] = value.DeepClone();
    }

    /// <summary>Whether the bot is asked what the menu offers.</summary>
    public static bool IsExternal(InputElement element) => element.Type is "external_select" or "multi_external_select";

    /// <summary>Nothing was entered.</summary>
    public static bool IsEmpty(JsonObject value) =>
        value.All(field => field.Key == "type" || field.Value is null || field.Value is JsonArray { Count: 0 } || (field.Value is JsonValue text && text.TryGetValue<string>(out var said) && said.Length == 0));

    private static JsonObject Initial(InputElement element)
    {
        var value = new JsonObject { ["type"] = element.Type };
        var (field, isList, _) = Field(element.Type);
        var initial = field switch
        {
            "selected_option" or "selected_options" or "selected_user" or "selected_users" or "selected_conversation" or "selected_conversations"
                or "selected_channel" or "selected_channels" or "selected_date" or "selected_time" or "selected_date_time" => field.Replace("selected_", "initial_", StringComparison.Ordinal),
            _ => "initial_value",
        };
        value[field ?? "value"] = element.Element[initial]?.DeepClone() ?? (isList ? new JsonArray() : null);
        return value;
    }

    private static (string? Field, bool IsList, bool IsOption) Field(string type)
    {
        var isList = type.StartsWith("multi_", StringComparison.Ordinal) || type == "checkboxes";
        var end = isList ? Plural : "";
        return type switch
        {
            "overflow" or "static_select" or "external_select" or "multi_static_select" or "multi_external_select" or "radio_buttons" or "checkboxes" => ("selected_option" + end, isList, true),
            "users_select" or "multi_users_select" => ("selected_user" + end, isList, false),
            "conversations_select" or "multi_conversations_select" => ("selected_conversation" + end, isList, false),
            "channels_select" or "multi_channels_select" => ("selected_channel" + end, isList, false),
            "datepicker" => ("selected_date", false, false),
            "timepicker" => ("selected_time", false, false),
            "datetimepicker" => ("selected_date_time", false, false),
            "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => ("value", false, false),
            "rich_text_input" => ("rich_text_value", false, false),
            "file_input" => ("files", true, false),
            _ => (null, false, false),
        };
    }

    private static JsonNode? Number(string? text) => long.TryParse(text, out var number) ? number : null;

    internal static List<string> Texts(JsonNode? given) => given switch
    {
        null => [],
        JsonArray list => [.. list.OfType<JsonNode>().Select(item => item.ToString())],
        _ => [given.ToString()],
    };

    internal static List<JsonObject> Options(InputElement element, JsonNode? offered) =>
    [
        .. Listed(element.Element["initial_options"]),
        .. element.Element["initial_option"] is JsonObject initial ? [initial] : Array.Empty<JsonObject>(),
        .. Listed(element.Element["options"]),
        .. Listed(element.Element["option_groups"]).SelectMany(group => Listed(group["options"])),
        .. Listed(offered),
    ];

    private static IEnumerable<JsonObject> Listed(JsonNode? list) => (list as JsonArray)?.OfType<JsonObject>() ?? [];

    private static IEnumerable<JsonObject> Elements(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json when json.Text("action_id") is not null && json.Text("type") is not null:
                yield return json;
                break;
            case JsonObject json:
                foreach (var element in json.SelectMany(field => Elements(field.Value)))
                {
                    yield return element;
                }

                break;
            case JsonArray list:
                foreach (var element in list.SelectMany(Elements))
                {
                    yield return element;
                }

                break;
        }
    }
}
