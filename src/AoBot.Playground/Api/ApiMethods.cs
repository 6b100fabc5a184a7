using System.Collections.Frozen;
using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Api;

/// <summary>Every method the stand-in answers, one line each. https://docs.slack.dev/reference/methods</summary>
public sealed class ApiMethods
{
    private const int Tier2 = 20;
    private const int Tier3 = 50;
    private const int Tier4 = 100;
    private const int Messages = 300;

    private readonly FrozenDictionary<string, ApiMethod> _methods;

    public ApiMethods(ChatMethods chat, ConversationMethods conversations, UserMethods users, ViewMethods views)
    {
        List<ApiMethod> methods =
        [
            new("api.test", Tier4, true, None, arguments => ApiAnswer.Ok(new JsonObject { ["args"] = arguments.Values.DeepClone() })),
            new("auth.test", Tier4, true, None, _ => Identity()),
            new("chat.postMessage", Messages, true, Always("chat:write"), chat.PostMessage),
            new("chat.postEphemeral", Tier4, true, Always("chat:write"), chat.PostEphemeral),
            new("chat.update", Tier3, true, Always("chat:write"), chat.Update),
            new("chat.delete", Tier3, true, Always("chat:write"), chat.Delete),
            new("chat.getPermalink", Tier4, false, None, chat.GetPermalink),
            new("conversations.list", Tier2, false, arguments => ConversationMethods.ListScope(arguments), conversations.List),
            new("conversations.info", Tier3, false, arguments => conversations.ReadScope(arguments), conversations.Info),
            new("conversations.members", Tier4, false, arguments => conversations.ReadScope(arguments), conversations.Members),
            new("conversations.history", Tier3, false, arguments => conversations.HistoryScope(arguments), conversations.History),
            new("conversations.replies", Tier3, false, arguments => conversations.HistoryScope(arguments), conversations.Replies),
            new("conversations.open", Tier3, true, Always("im:write"), conversations.Open),
            new("users.list", Tier2, false, Always("users:read"), users.List),
            new("users.info", Tier4, false, Always("users:read"), users.Info),
            new("views.open", Tier4, true, None, views.Open),
            new("views.push", Tier4, true, None, views.Push),
            new("views.update", Tier4, true, None, views.Update),
            new("views.publish", Tier4, true, None, views.Publish),
        ];
        _methods = methods.ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);
    }

    public IEnumerable<ApiMethod> All => _methods.Values;

    public ApiMethod? Find(string name) => _methods.GetValueOrDefault(name);

    /// <summary>https://docs.slack.dev/reference/methods/auth.test</summary>
    private static ApiAnswer Identity() => ApiAnswer.Ok(new JsonObject
    {
        ["url"] = "https://playground.example/",
        ["team"] = Cast.TeamName,
        ["user"] = "aobot",
        ["team_id"] = Cast.TeamId,
        ["user_id"] = Cast.BotUser,
        ["bot_id"] = Cast.BotId,
        ["app_id"] = Cast.AppId,
        ["is_enterprise_install"] = false,
    });

    private static string? None(ApiArguments arguments) => null;

    private static Func<ApiArguments, string?> Always(string scope) => _ => scope;
}
