namespace AoBot.Slack.Blocks;

/// <summary>Several of given options.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#static_multi_select</remarks>
public sealed record MultiStaticSelect(string ActionId) : MultiSelectMenu("multi_static_select", ActionId)
{
    /// <summary>1 to 100 options; null when there are groups.</summary>
    public IReadOnlyList<Option>? Options { get; init; }

    /// <summary>1 to 100 groups; null when there are options.</summary>
    public IReadOnlyList<OptionGroup>? OptionGroups { get; init; }

    /// <summary>Those chosen at first, each equal to one of the options; not empty.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init; }
}

/// <summary>Several of options the app is asked for while the person types.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#external_multi_select</remarks>
public sealed record MultiExternalSelect(string ActionId) : MultiSelectMenu("multi_external_select", ActionId)
{
    /// <summary>Those chosen at first; not empty.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init; }

    /// <summary>The fewest characters typed before the app is asked; null is 3.</summary>
    public int? MinQueryLength { get; init; }
}

/// <summary>Several people.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#users_multi_select</remarks>
public sealed record MultiUsersSelect(string ActionId) : MultiSelectMenu("multi_users_select", ActionId)
{
    /// <summary>The ids of those chosen at first.</summary>
    public IReadOnlyList<string>? InitialUsers { get; init; }
}

/// <summary>Several conversations.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#conversation_multi_select</remarks>
public sealed record MultiConversationsSelect(string ActionId) : MultiSelectMenu("multi_conversations_select", ActionId)
{
    /// <summary>The ids of those chosen at first.</summary>
    public IReadOnlyList<string>? InitialConversations { get; init; }

    /// <summary>Whether the conversation the person is in is chosen at first; an initial one wins.</summary>
    public bool? DefaultToCurrentConversation { get; init; }

    /// <summary>Which conversations are offered; null is all.</summary>
    public ConversationFilter? Filter { get; init; }
}

/// <summary>Several public channels.</summary>
/// <param name="ActionId">1 to 255 characters, unique in its block.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#channel_multi_select</remarks>
public sealed record MultiChannelsSelect(string ActionId) : MultiSelectMenu("multi_channels_select", ActionId)
{
    /// <summary>The ids of those chosen at first.</summary>
    public IReadOnlyList<string>? InitialChannels { get; init; }
}
