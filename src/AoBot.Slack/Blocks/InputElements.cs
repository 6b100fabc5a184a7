using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>A field people type into. In inputs.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements</remarks>
public abstract record TypedInput : InteractiveElement
{
    private protected TypedInput(string type, string actionId)
        : base(type, actionId)
    {
    }

    /// <summary>Shown while it is empty; at most 150 characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>When typing sends a block action; needs the block's dispatch action.</summary>
    public DispatchActionConfig? DispatchActionConfig { get; init; }

    /// <summary>Whether it has the cursor when the view opens; one element of a view at most.</summary>
    public bool? FocusOnLoad { get; init; }
}

/// <summary>When typing sends a block action.</summary>
/// <param name="TriggerActionsOn">One or both moments.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object</remarks>
public sealed record DispatchActionConfig(IReadOnlyList<DispatchTrigger> TriggerActionsOn) : SlackObject;

/// <summary>A moment at which typing sends a block action.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object</remarks>
[JsonConverter(typeof(SnakeCaseEnumConverter<DispatchTrigger>))]
public enum DispatchTrigger
{
    /// <summary>When Enter is pressed.</summary>
    OnEnterPressed,

    /// <summary>With every character.</summary>
    OnCharacterEntered,
}

/// <summary>Text of one line or several. In inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element</remarks>
public sealed record PlainTextInput(string ActionId) : TypedInput("plain_text_input", ActionId)
{
    /// <summary>The text at first.</summary>
    public string? InitialValue { get; init; }

    /// <summary>Whether it has several lines; null is no.</summary>
    public bool? Multiline { get; init; }

    /// <summary>The fewest characters, 0 to 3,000.</summary>
    public int? MinLength { get; init; }

    /// <summary>The most characters, 1 to 3,000.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>Text with structure. In inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/rich-text-input-element</remarks>
public sealed record RichTextInput(string ActionId) : TypedInput("rich_text_input", ActionId)
{
    /// <summary>The text at first.</summary>
    public RichTextBlock? InitialValue { get; init; }

    /// <summary>The fewest lines shown, 1 to 100.</summary>
    public int? MinLines { get; init; }

    /// <summary>The most lines shown before it scrolls, 1 to 100; null is 8.</summary>
    public int? MaxLines { get; init; }
}

/// <summary>A number. In inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <param name="IsDecimalAllowed">Whether it may have decimals.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/number-input-element</remarks>
public sealed record NumberInput(string ActionId, bool IsDecimalAllowed) : TypedInput("number_input", ActionId)
{
    /// <summary>The number at first, in digits.</summary>
    public string? InitialValue { get; init; }

    /// <summary>The least number, in digits.</summary>
    public string? MinValue { get; init; }

    /// <summary>The greatest number, in digits.</summary>
    public string? MaxValue { get; init; }
}

/// <summary>An e-mail address. In inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/email-input-element</remarks>
public sealed record EmailInput(string ActionId) : TypedInput("email_text_input", ActionId)
{
    /// <summary>The address at first.</summary>
    public string? InitialValue { get; init; }
}

/// <summary>A web address. In inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/url-input-element</remarks>
public sealed record UrlInput(string ActionId) : TypedInput("url_text_input", ActionId)
{
    /// <summary>The address at first.</summary>
    public string? InitialValue { get; init; }
}

/// <summary>Files to upload; needs the scope <c>files:read</c>. In inputs.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/file-input-element</remarks>
public sealed record FileInput(string ActionId) : InteractiveElement("file_input", ActionId)
{
    /// <summary>The endings taken, such as <c>pdf</c>; null is all.</summary>
    public IReadOnlyList<string>? Filetypes { get; init; }

    /// <summary>The most files, 1 to 10; null is 10.</summary>
    public int? MaxFiles { get; init; }
}

/// <summary>An image in a section, a context block or a card. Exactly one of address and Slack file is set.</summary>
/// <param name="AltText">What screen readers say; required, at most 2,000 characters, no markup.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/image-element</remarks>
public sealed record ImageElement(string AltText) : BlockElement("image")
{
    /// <summary>A public http or https address; at most 3,000 characters.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>A file in Slack, instead of an address.</summary>
    public SlackFile? SlackFile { get; init; }
}

/// <summary>A source named by its address. In task cards.</summary>
/// <param name="Url">The address.</param>
/// <param name="Text">What is read.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/url-source-element</remarks>
public sealed record UrlSource(string Url, string Text) : BlockElement("url");
