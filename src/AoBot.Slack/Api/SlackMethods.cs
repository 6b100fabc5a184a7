using static AoBot.Slack.Api.SlackMethodKind;
using static AoBot.Slack.Api.SlackTier;
using Json = AoBot.Slack.Api.SlackApiJson;

namespace AoBot.Slack.Api;

/// <summary>
/// Every Web API method this library calls. A method is a line here, a record for what it takes and one for what it
/// answers, and a documented member on its group (<see cref="ChatApi"/> and its like).
/// </summary>
public static class SlackMethods
{
    private static readonly List<SlackMethod> Table = [];

    internal static readonly SlackMethod<NoArguments, AuthTest> AuthTest =
        Add(new SlackMethod<NoArguments, AuthTest>("auth.test", Tier4, null, Reading, Json.Default.NoArguments, Json.Default.AuthTest) { WithHeaders = Api.AuthTest.WithHeaders });

    internal static readonly SlackMethod<PostMessageRequest, PostedMessage> ChatPostMessage =
        Add(new SlackMethod<PostMessageRequest, PostedMessage>("chat.postMessage", PostMessage, "chat:write", Posting, Json.Default.PostMessageRequest, Json.Default.PostedMessage) { Channel = request => request.Channel });

    internal static readonly SlackMethod<UpdateMessageRequest, PostedMessage> ChatUpdate =
        Add(new SlackMethod<UpdateMessageRequest, PostedMessage>("chat.update", Tier3, "chat:write", Posting, Json.Default.UpdateMessageRequest, Json.Default.PostedMessage));

    internal static readonly SlackMethod<PostEphemeralRequest, PostedEphemeral> ChatPostEphemeral =
        Add(new SlackMethod<PostEphemeralRequest, PostedEphemeral>("chat.postEphemeral", Tier4, "chat:write", Posting, Json.Default.PostEphemeralRequest, Json.Default.PostedEphemeral));

    internal static readonly SlackMethod<UserArgument, UserAnswer> UsersInfo =
        Add(new SlackMethod<UserArgument, UserAnswer>("users.info", Tier4, "users:read", Reading, Json.Default.UserArgument, Json.Default.UserAnswer));

    internal static readonly SlackMethod<UsergroupArgument, UsergroupMembers> UsergroupsUsersList =
        Add(new SlackMethod<UsergroupArgument, UsergroupMembers>("usergroups.users.list", Tier2, "usergroups:read", Reading, Json.Default.UsergroupArgument, Json.Default.UsergroupMembers));

    internal static readonly SlackMethod<OpenViewRequest, ViewAnswer> ViewsOpen =
        Add(new SlackMethod<OpenViewRequest, ViewAnswer>("views.open", Tier4, null, Posting, Json.Default.OpenViewRequest, Json.Default.ViewAnswer));

    internal static readonly SlackMethod<UpdateViewRequest, ViewAnswer> ViewsUpdate =
        Add(new SlackMethod<UpdateViewRequest, ViewAnswer>("views.update", Tier4, null, Posting, Json.Default.UpdateViewRequest, Json.Default.ViewAnswer));

    internal static readonly SlackMethod<PublishViewRequest, ViewAnswer> ViewsPublish =
        Add(new SlackMethod<PublishViewRequest, ViewAnswer>("views.publish", Tier4, null, Posting, Json.Default.PublishViewRequest, Json.Default.ViewAnswer));

    internal static readonly SlackMethod<ChannelArgument, ConversationAnswer> ConversationsInfo =
        Add(new SlackMethod<ChannelArgument, ConversationAnswer>("conversations.info", Tier3, "channels:read", Reading, Json.Default.ChannelArgument, Json.Default.ConversationAnswer));

    internal static readonly SlackMethod<HistoryArguments, SlackHistory> ConversationsHistory =
        Add(new SlackMethod<HistoryArguments, SlackHistory>("conversations.history", Tier3, "channels:history", Reading, Json.Default.HistoryArguments, Json.Default.SlackHistory));

    internal static readonly SlackMethod<RepliesArguments, SlackHistory> ConversationsReplies =
        Add(new SlackMethod<RepliesArguments, SlackHistory>("conversations.replies", Tier3, "channels:history", Reading, Json.Default.RepliesArguments, Json.Default.SlackHistory));

    internal static readonly SlackMethod<OpenArguments, OpenedConversation> ConversationsOpen =
        Add(new SlackMethod<OpenArguments, OpenedConversation>("conversations.open", Tier3, "im:write", Reading, Json.Default.OpenArguments, Json.Default.OpenedConversation));

    /// <summary>The whole table, so that an app can prove that its manifest asks for the scopes these methods need,
    /// no more and no fewer.</summary>
    public static IReadOnlyList<SlackMethod> All { get; } = Table.AsReadOnly();

    private static SlackMethod<TRequest, TResponse> Add<TRequest, TResponse>(SlackMethod<TRequest, TResponse> method)
    {
        Table.Add(method);
        return method;
    }
}
