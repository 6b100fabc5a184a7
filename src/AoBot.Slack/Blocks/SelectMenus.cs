using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>A menu with a search field. In sections, actions and inputs.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element</remarks>
public abstract record SelectMenu : InteractiveElement
{
    private protected SelectMenu(string type, string actionId)
        : base(type, actionId)
    {
    }

    /// <summary>Shown before a choice; at most 150 characters.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asked before the choice counts.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>Whether it has the cursor when the view opens; one element of a view at most.</summary>
    public bool? FocusOnLoad { get; init; }
}

/// <summary>A menu of which several things can be chosen. In sections, actions and inputs.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element</remarks>
public abstract record MultiSelectMenu : SelectMenu
{
    private protected MultiSelectMenu(string type, string actionId)
        : base(type, actionId)
    {
    }

    /// <summary>The most that can be chosen, at least 1; null is no limit.</summary>
    public int? MaxSelectedItems { get; init; }
}

/// <summary>A choice of given options.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select</remarks>
public sealed record StaticSelect(string ActionId) : SelectMenu("static_select", ActionId)
{
    /// <summary>1 to 100 options; null when there are groups.</summary>
    public IReadOnlyList<Option>? Options { get; init; }

    /// <summary>1 to 100 groups; null when there are options.</summary>
    public IReadOnlyList<OptionGroup>? OptionGroups { get; init; }

    /// <summary>The one chosen at first, equal to one of the options.</summary>
    public Option? InitialOption { get; init; }
}

/// <summary>A choice of options the app is asked for while the person types.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select</remarks>
public sealed record ExternalSelect(string ActionId) : SelectMenu("external_select", ActionId)
{
    /// <summary>The one chosen at first.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>The fewest characters typed before the app is asked; null is 3.</summary>
    public int? MinQueryLength { get; init; }
}

/// <summary>A choice of people.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#users_select</remarks>
public sealed record UsersSelect(string ActionId) : SelectMenu("users_select", ActionId)
{
    /// <summary>The id of the one chosen at first.</summary>
    public string? InitialUser { get; init; }
}

/// <summary>A choice of conversations.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#conversations_select</remarks>
public sealed record ConversationsSelect(string ActionId) : SelectMenu("conversations_select", ActionId)
{
    /// <summary>The id of the one chosen at first.</summary>
    public string? InitialConversation { get; init; }

    /// <summary>Whether the conversation the person is in is chosen at first; an initial one wins.</summary>
    public bool? DefaultToCurrentConversation { get; init; }

    /// <summary>Which conversations are offered; null is all.</summary>
    public ConversationFilter? Filter { get; init; }

    /// <summary>Whether the view's submission brings a <c>response_url</c>; in inputs of modals only.</summary>
    public bool? ResponseUrlEnabled { get; init; }
}

/// <summary>A choice of public channels.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#channels_select</remarks>
public sealed record ChannelsSelect(string ActionId) : SelectMenu("channels_select", ActionId)
{
    /// <summary>The id of the one chosen at first.</summary>
    public string? InitialChannel { get; init; }

    /// <summary>Whether the view's submission brings a <c>response_url</c>; in inputs of modals only.</summary>
    public bool? ResponseUrlEnabled { get; init; }
}

/// <summary>Which conversations a menu offers; at least one field is set.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object</remarks>
public sealed record ConversationFilter : SlackObject
{
    /// <summary>The kinds offered, not empty; null is all.</summary>
    public IReadOnlyList<ConversationKind>? Include { get; init; }

    /// <summary>Whether channels shared with other organisations are left out.</summary>
    public bool? ExcludeExternalSharedChannels { get; init; }

    /// <summary>Whether bots are left out.</summary>
    public bool? ExcludeBotUsers { get; init; }
}

/// <summary>A kind of conversation.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object</remarks>
[JsonConverter(typeof(SnakeCaseEnumConverter<ConversationKind>))]
public enum ConversationKind
{
    /// <summary>With one person.</summary>
    Im,

    /// <summary>With several people.</summary>
    Mpim,

    /// <summary>A private channel.</summary>
    Private,

    /// <summary>A public channel.</summary>
    Public,
}
