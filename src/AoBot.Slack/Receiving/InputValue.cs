using System.Globalization;
using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>
/// What a person entered or chose in one element, of an action or of a view's state. Only the properties of the element's kind are set.
/// See https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload.
/// </summary>
public record InputValue
{
    private protected InputValue(JsonElement raw)
    {
        Raw = raw;
        Type = raw.Text("type") ?? "";
        Value = raw.TextOrEmpty("value");
        SelectedOption = Receiving.SelectedOption.Read(raw.Object("selected_option"));
        SelectedOptions = [.. raw.Items("selected_options").Select(static item => Receiving.SelectedOption.Read(item)).OfType<SelectedOption>()];
        SelectedDate = DateOnly.TryParseExact(raw.Text("selected_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        SelectedTime = TimeOnly.TryParseExact(raw.Text("selected_time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
        SelectedDateTime = raw.Number("selected_date_time");
        SelectedUsers = Selected(raw, "selected_user", "selected_users");
        SelectedConversations = Selected(raw, "selected_conversation", "selected_conversations");
        SelectedChannels = Selected(raw, "selected_channel", "selected_channels");
    }

    /// <summary>Slack's name of the element, for instance <c>button</c>.</summary>
    public string Type { get; }

    /// <summary>A button's value, or the text of an input; null when nothing was entered.</summary>
    public string? Value { get; }

    /// <summary>The choice in a menu or of radio buttons.</summary>
    public SelectedOption? SelectedOption { get; }

    /// <summary>The choices in a multiple menu or of checkboxes; empty when none.</summary>
    public IReadOnlyList<SelectedOption> SelectedOptions { get; }

    /// <summary>The day chosen in a date picker.</summary>
    public DateOnly? SelectedDate { get; }

    /// <summary>The time of day chosen in a time picker.</summary>
    public TimeOnly? SelectedTime { get; }

    /// <summary>The instant chosen in a date and time picker, in seconds since 1970 (UTC).</summary>
    public long? SelectedDateTime { get; }

    /// <summary>The people chosen, by id, in a single or multiple menu.</summary>
    public IReadOnlyList<string> SelectedUsers { get; }

    /// <summary>The conversations chosen, by id, in a single or multiple menu.</summary>
    public IReadOnlyList<string> SelectedConversations { get; }

    /// <summary>The channels chosen, by id, in a single or multiple menu.</summary>
    public IReadOnlyList<string> SelectedChannels { get; }

    /// <summary>The element's part of the payload as it came: rich text, files.</summary>
    public JsonElement Raw { get; }

    /// <summary>Names the kind only: what people enter does not belong into logs.</summary>
    public sealed override string ToString() => $"{GetType().Name}({Type})";

    internal static InputValue Read(JsonElement raw) => new(raw);

    private static List<string> Selected(JsonElement raw, string one, string many) =>
        raw.Text(one) is { } single ? [single] : raw.Texts(many);
}

/// <summary>A chosen option.</summary>
/// <param name="Value">The option's value, at most 150 characters.</param>
/// <param name="Text">What the person saw.</param>
public sealed record SelectedOption(string Value, string Text)
{
    internal static SelectedOption? Read(JsonElement? option) => option is { ValueKind: JsonValueKind.Object } o
        ? new(o.Text("value") ?? "", o.Object("text")?.Text("text") ?? "")
        : null;
}
