namespace AoBot.Slack.Api;

/// <summary>
/// Slack's Web API (https://docs.slack.dev/apis/web-api), as far as <see cref="SlackMethods"/> lists it. Every call
/// keeps to Slack's pace by itself and ends in a <see cref="SlackOutcome{T}"/>; what Slack or the network does is never an exception.
/// </summary>
public interface ISlackApiClient
{
    /// <summary>The token itself.</summary>
    AuthApi Auth { get; }

    /// <summary>Messages.</summary>
    ChatApi Chat { get; }

    /// <summary>Channels and direct messages.</summary>
    ConversationsApi Conversations { get; }

    /// <summary>People.</summary>
    UsersApi Users { get; }

    /// <summary>Groups of people.</summary>
    UsergroupsApi Usergroups { get; }

    /// <summary>Modals and the Home tab.</summary>
    ViewsApi Views { get; }
}

internal sealed class SlackApiClient(SlackCaller caller) : ISlackApiClient
{
    public AuthApi Auth { get; } = new(caller);

    public ChatApi Chat { get; } = new(caller);

    public ConversationsApi Conversations { get; } = new(caller);

    public UsersApi Users { get; } = new(caller);

    public UsergroupsApi Usergroups { get; } = new(caller);

    public ViewsApi Views { get; } = new(caller);
}
