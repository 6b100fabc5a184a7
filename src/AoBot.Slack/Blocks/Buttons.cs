using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>A button. In sections, actions and cards; in messages, modals and Home.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <param name="Text">1 to 75 characters; Slack shows about 30.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/button-element</remarks>
public sealed record Button(string ActionId, PlainText Text) : InteractiveElement("button", ActionId)
{
    /// <summary>Sent back when it is pressed; at most 2,000 characters.</summary>
    public string? Value { get; init; }

    /// <summary>An http or https address that opens; at most 3,000 characters. The press is sent to the app too.</summary>
    public string? Url { get; init; }

    /// <summary>Its colour; null is Slack's usual. One primary button a set, and danger rarely.</summary>
    public ButtonStyle? Style { get; init; }

    /// <summary>Asked before the press counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>What screen readers say instead of the text; at most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }
}

/// <summary>Colour of a button.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/button-element</remarks>
[JsonConverter(typeof(SnakeCaseEnumConverter<ButtonStyle>))]
public enum ButtonStyle
{
    /// <summary>Green: the expected choice.</summary>
    Primary,

    /// <summary>Red: destroys something.</summary>
    Danger,
}

/// <summary>A question asked before an action counts.</summary>
/// <param name="Title">1 to 100 characters.</param>
/// <param name="Text">The question, plain text or mrkdwn, 1 to 300 characters.</param>
/// <param name="Confirm">The button that goes on, 1 to 30 characters.</param>
/// <param name="Deny">The button that goes back, 1 to 30 characters.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object</remarks>
public sealed record ConfirmDialog(
    PlainText? Title,
    TextObject Text,
    PlainText? Confirm = null,
    PlainText? Deny = null) : SlackObject
{
    /// <summary>Colour of the button that goes on; null is primary.</summary>
    public ButtonStyle? Style { get; init; }
}

/// <summary>A button that runs a workflow. In sections and actions of messages.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <param name="Text">1 to 75 characters.</param>
/// <param name="Workflow">What runs.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/workflow-button-element</remarks>
public sealed record WorkflowButton(string ActionId, PlainText Text, Workflow Workflow)
    : InteractiveElement("workflow_button", ActionId)
{
    /// <summary>Its colour; null is Slack's usual.</summary>
    public ButtonStyle? Style { get; init; }

    /// <summary>Asked before the press counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>What screen readers say instead of the text; at most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }
}

/// <summary>A workflow to run.</summary>
/// <param name="Trigger">The link trigger that runs it.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/workflow-object</remarks>
public sealed record Workflow(WorkflowTrigger Trigger) : SlackObject;

/// <summary>A link trigger.</summary>
/// <param name="Url">Its address.</param>
/// <param name="CustomizableInputParameters">Values for the workflow's inputs; null for none.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/trigger-object</remarks>
public sealed record WorkflowTrigger(string Url, IReadOnlyList<WorkflowInput>? CustomizableInputParameters = null) : SlackObject;

/// <summary>A value for a workflow's input.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Value">The value.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/trigger-object</remarks>
public sealed record WorkflowInput(string Name, string Value) : SlackObject;

/// <summary>Thumbs up and down. In context actions.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <param name="PositiveButton">The good one.</param>
/// <param name="NegativeButton">The bad one.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element</remarks>
public sealed record FeedbackButtons(string ActionId, FeedbackButton PositiveButton, FeedbackButton NegativeButton)
    : InteractiveElement("feedback_buttons", ActionId);

/// <summary>One of two feedback buttons.</summary>
/// <param name="Text">1 to 75 characters.</param>
/// <param name="Value">Sent back when it is pressed; at most 2,000 characters.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element</remarks>
public sealed record FeedbackButton(PlainText Text, string Value) : SlackObject
{
    /// <summary>What screen readers say instead of the text; at most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }
}

/// <summary>A button that is an icon. In context actions.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <param name="Icon">Name of the icon, such as <c>trash</c>.</param>
/// <param name="Text">1 to 75 characters.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element</remarks>
public sealed record IconButton(string ActionId, string Icon, PlainText Text) : InteractiveElement("icon_button", ActionId)
{
    /// <summary>Sent back when it is pressed; at most 2,000 characters.</summary>
    public string? Value { get; init; }

    /// <summary>Asked before the press counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>What screen readers say instead of the text; at most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }

    /// <summary>The ids of those who see it; null is everybody.</summary>
    public IReadOnlyList<string>? VisibleToUserIds { get; init; }
}
