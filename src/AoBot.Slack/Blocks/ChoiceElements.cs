namespace AoBot.Slack.Blocks;

/// <summary>One thing to choose.</summary>
/// <param name="Text">1 to 75 characters; mrkdwn only in checkboxes and radio buttons.</param>
/// <param name="Value">Sent back when it is chosen; 1 to 75 characters (Slack takes 150 in some menus; keep to 75).</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/option-object</remarks>
public sealed record Option(TextObject Text, string Value) : SlackObject
{
    /// <summary>A line under the text; at most 75 characters, mrkdwn only in checkboxes and radio buttons.</summary>
    public TextObject? Description { get; init; }

    /// <summary>An address that opens, in overflow menus only; at most 3,000 characters.</summary>
    public string? Url { get; init; }
}

/// <summary>Options under a label, in menus.</summary>
/// <param name="Label">1 to 75 characters.</param>
/// <param name="Options">1 to 100 options.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object</remarks>
public sealed record OptionGroup(PlainText Label, IReadOnlyList<Option> Options) : SlackObject;

/// <summary>A "…" that opens a short list. In sections and actions.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <param name="Options">1 to 5 options.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element</remarks>
public sealed record OverflowMenu(string ActionId, IReadOnlyList<Option> Options) : InteractiveElement("overflow", ActionId)
{
    /// <summary>Asked before the choice counts.</summary>
    public ConfirmDialog? Confirm { get; init; }
}

/// <summary>Boxes to tick. In sections, actions and inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <param name="Options">1 to 10 options.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element</remarks>
public sealed record Checkboxes(string ActionId, IReadOnlyList<Option> Options) : InteractiveElement("checkboxes", ActionId)
{
    /// <summary>Those ticked at first, each equal to one of the options; not empty.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>Whether it has the cursor when the view opens; one element of a view at most.</summary>
    public bool? FocusOnLoad { get; init; }
}

/// <summary>One of several. In sections, actions and inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <param name="Options">1 to 10 options.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element</remarks>
public sealed record RadioButtons(string ActionId, IReadOnlyList<Option> Options) : InteractiveElement("radio_buttons", ActionId)
{
    /// <summary>The one chosen at first, equal to one of the options.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>Whether it has the cursor when the view opens; one element of a view at most.</summary>
    public bool? FocusOnLoad { get; init; }
}

/// <summary>A day. In sections, actions and inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element</remarks>
public sealed record DatePicker(string ActionId) : InteractiveElement("datepicker", ActionId)
{
    /// <summary>The day chosen at first, as <c>2024-06-28</c>.</summary>
    public string? InitialDate { get; init; }

    /// <summary>Shown before a choice; at most 150 characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>Whether it has the cursor when the view opens; one element of a view at most.</summary>
    public bool? FocusOnLoad { get; init; }
}

/// <summary>A time of day. In sections, actions and inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/time-picker-element</remarks>
public sealed record TimePicker(string ActionId) : InteractiveElement("timepicker", ActionId)
{
    /// <summary>The time chosen at first, 24 hours, as <c>09:30</c>.</summary>
    public string? InitialTime { get; init; }

    /// <summary>An IANA zone, such as <c>Europe/Berlin</c>, shown as a hint and sent back.</summary>
    public string? Timezone { get; init; }

    /// <summary>Shown before a choice; at most 150 characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>Whether it has the cursor when the view opens; one element of a view at most.</summary>
    public bool? FocusOnLoad { get; init; }
}

/// <summary>A day and a time in the person's own zone. In actions and inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/datetime-picker-element</remarks>
public sealed record DateTimePicker(string ActionId) : InteractiveElement("datetimepicker", ActionId)
{
    /// <summary>The instant chosen at first, in seconds since 1970-01-01T00:00:00Z, ten digits.</summary>
    public long? InitialDateTime { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>Whether it has the cursor when the view opens; one element of a view at most.</summary>
    public bool? FocusOnLoad { get; init; }
}
