using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>
/// What stands inside a block: a button, menu, picker, input or image. Read and written by its <c>type</c>; one this
/// library does not know is an <see cref="UnknownElement"/>.
/// </summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements</remarks>
[JsonConverter(typeof(BlockElementConverter))]
public abstract record BlockElement : TypedSlackObject
{
    private protected BlockElement(string type)
        : base(type)
    {
    }
}

/// <summary>An element people act on.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements</remarks>
public abstract record InteractiveElement : BlockElement
{
    private protected InteractiveElement(string type, string actionId)
        : base(type) => ActionId = actionId;

    /// <summary>Names the element in what Slack sends back: 1 to 255 characters, unique in its block.</summary>
    [JsonPropertyOrder(-2)]
    public string ActionId { get; init; }
}

/// <summary>An element of a kind or in a shape this library does not know, written back as it was read.</summary>
/// <param name="Json">The whole element, a JSON object.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements</remarks>
public sealed record UnknownElement(JsonElement Json) : BlockElement(JsonKind.Of(Json));

/// <summary>Reads and writes any element.</summary>
internal sealed class BlockElementConverter() : KindConverter<BlockElement>(new()
{
    ["button"] = typeof(Button),
    ["workflow_button"] = typeof(WorkflowButton),
    ["feedback_buttons"] = typeof(FeedbackButtons),
    ["icon_button"] = typeof(IconButton),
    ["overflow"] = typeof(OverflowMenu),
    ["static_select"] = typeof(StaticSelect),
    ["external_select"] = typeof(ExternalSelect),
    ["users_select"] = typeof(UsersSelect),
    ["conversations_select"] = typeof(ConversationsSelect),
    ["channels_select"] = typeof(ChannelsSelect),
    ["multi_static_select"] = typeof(MultiStaticSelect),
    ["multi_external_select"] = typeof(MultiExternalSelect),
    ["multi_users_select"] = typeof(MultiUsersSelect),
    ["multi_conversations_select"] = typeof(MultiConversationsSelect),
    ["multi_channels_select"] = typeof(MultiChannelsSelect),
    ["datepicker"] = typeof(DatePicker),
    ["timepicker"] = typeof(TimePicker),
    ["datetimepicker"] = typeof(DateTimePicker),
    ["checkboxes"] = typeof(Checkboxes),
    ["radio_buttons"] = typeof(RadioButtons),
    ["plain_text_input"] = typeof(PlainTextInput),
    ["rich_text_input"] = typeof(RichTextInput),
    ["number_input"] = typeof(NumberInput),
    ["email_text_input"] = typeof(EmailInput),
    ["url_text_input"] = typeof(UrlInput),
    ["file_input"] = typeof(FileInput),
    ["image"] = typeof(ImageElement),
    ["url"] = typeof(UrlSource),
})
{
    protected override BlockElement Unknown(JsonElement json) => new UnknownElement(json);

    protected override JsonElement? Raw(BlockElement value) => (value as UnknownElement)?.Json;
}
