using System.Globalization;
using System.Text.Json.Nodes;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Api;

/// <summary>Channels and what stands in them. https://docs.slack.dev/reference/methods/conversations.history and its neighbours.</summary>
public sealed class ConversationMethods(PlaygroundWorkspace workspace, SlackShapes shapes)
{
    private const int DefaultLimit = 100;
    private const int MostAtOnce = 999;

    public static string ListScope(ApiArguments arguments) => Types(arguments).Contains("im", StringComparer.Ordinal) ? "im:read" : "channels:read";

    public string ReadScope(ApiArguments arguments) => Scope(arguments, "read");

    public string HistoryScope(ApiArguments arguments) => Scope(arguments, "history");

    public ApiAnswer List(ApiArguments arguments)
    {
        var types = Types(arguments);
        var fits = workspace.Channels.Where(channel =>
            channel.IsDirect ? types.Contains("im", StringComparer.Ordinal)
            : channel.IsPrivate ? types.Contains("private_channel", StringComparer.Ordinal) && channel.Members.Contains(Cast.BotUser)
            : types.Contains("public_channel", StringComparer.Ordinal));
        return Slice(arguments, [.. fits.Where(channel => !channel.IsArchived || !arguments.Flag("exclude_archived"))], "channels", shapes.Channel);
    }

    public ApiAnswer Info(ApiArguments arguments) => Find(arguments) is { } channel ? ApiAnswer.Ok(new JsonObject { ["channel"] = shapes.Channel(channel) }) : NotFound(arguments);

    public ApiAnswer Members(ApiArguments arguments) =>
        Find(arguments) is { } channel ? Slice(arguments, [.. channel.Members], "members", member => (JsonNode)member!) : NotFound(arguments);

    public ApiAnswer Open(ApiArguments arguments)
    {
        var users = arguments.Text("users")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (users is null)
        {
            return Find(arguments) is { IsDirect: true } known ? Opened(known, arguments) : NotFound(arguments);
        }

        if (users is not [var only] || workspace.FindUser(only) is not { } user)
        {
            return ApiAnswer.Error(users.Length > 1 ? "method_not_supported_for_channel_type" : "user_not_found");
        }

        return user switch
        {
            { IsBot: true } => ApiAnswer.Error("cannot_dm_bot"),
            { IsDeleted: true } => ApiAnswer.Error("user_disabled"),
            _ => Opened(workspace.Direct(user.Id), arguments),
        };
    }

    /// <summary>Newest first; replies are not among them, but for those that were broadcast.</summary>
    public ApiAnswer History(ApiArguments arguments)
    {
        if (Readable(arguments) is not { Channel: { } channel } readable)
        {
            return Readable(arguments).Problem!;
        }

        return Page(arguments, readable.Channel, message => message is { IsDeleted: false, IsEphemeral: false } && (!message.IsReply || message.IsBroadcast), oldestFirst: false, first: null);
    }

    /// <summary>The first message of the thread, then the replies, oldest first.</summary>
    public ApiAnswer Replies(ApiArguments arguments)
    {
        if (Readable(arguments) is not { Channel: { } channel })
        {
            return Readable(arguments).Problem!;
        }

        if (arguments.Text("ts") is not { } ts)
        {
            return ApiAnswer.Missing("ts");
        }

        if (workspace.FindMessage(channel.Id, ts) is not { IsEphemeral: false } asked)
        {
            return ApiAnswer.Error("thread_not_found");
        }

        var thread = asked.ThreadTs ?? asked.Ts;
        return Page(arguments, channel, message => message is { IsDeleted: false, IsEphemeral: false } && message.ThreadTs == thread, oldestFirst: true, first: workspace.FindMessage(channel.Id, thread));
    }

    private static string[] Types(ApiArguments arguments) => (arguments.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);

    private static ApiAnswer NotFound(ApiArguments arguments) => arguments.Has("channel") ? ApiAnswer.Error("channel_not_found") : ApiAnswer.Missing("channel");

    private static int Limit(ApiArguments arguments) => Math.Clamp(arguments.Number("limit", DefaultLimit), 1, MostAtOnce);

    private ApiAnswer Opened(WorkspaceChannel channel, ApiArguments arguments) =>
        ApiAnswer.Ok(new JsonObject { ["channel"] = arguments.Flag("return_im") ? shapes.Channel(channel) : new JsonObject { ["id"] = channel.Id } });

    private static ApiAnswer Slice<T>(ApiArguments arguments, IReadOnlyList<T> all, string name, Func<T, JsonNode> write)
    {
        var place = Cursors.Read(arguments, out var isBroken);
        var from = 0;
        if (isBroken || (place is not null && !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out from)))
        {
            return ApiAnswer.Error("invalid_cursor");
        }

        var limit = Limit(arguments);
        var next = from + limit < all.Count ? Cursors.Write((from + limit).ToString(CultureInfo.InvariantCulture)) : "";
        return ApiAnswer.Ok(new JsonObject
        {
            [name] = new JsonArray([.. all.Skip(from).Take(limit).Select(write)]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        });
    }

    /// <summary>A channel that is private tells nobody from outside that it exists.</summary>
    private WorkspaceChannel? Find(ApiArguments arguments) =>
        workspace.FindChannel(arguments.Text("channel")) is { } channel && (!channel.IsPrivate || channel.Members.Contains(Cast.BotUser)) ? channel : null;

    private (WorkspaceChannel? Channel, ApiAnswer? Problem) Readable(ApiArguments arguments) => Find(arguments) switch
    {
        null => (null, NotFound(arguments)),
        var channel when !channel.Members.Contains(Cast.BotUser) => (null, ApiAnswer.Error("not_in_channel")),
        var channel => (channel, null),
    };

    private string Scope(ApiArguments arguments, string what) =>
        (workspace.FindChannel(arguments.Text("channel")) switch { { IsDirect: true } => "im", { IsPrivate: true } => "groups", _ => "channels" }) + ":" + what;

    private ApiAnswer Page(ApiArguments arguments, WorkspaceChannel channel, Func<WorkspaceMessage, bool> fits, bool oldestFirst, WorkspaceMessage? first)
    {
        var cursor = Cursors.Read(arguments, out var isBroken);
        if (isBroken)
        {
            return ApiAnswer.Error("invalid_cursor");
        }

        var (oldest, latest, isInclusive) = (arguments.Text("oldest"), arguments.Text("latest"), arguments.Flag("inclusive"));
        bool Within(WorkspaceMessage message) =>
            (oldest is null || (isInclusive ? Compare(message.Ts, oldest) >= 0 : Compare(message.Ts, oldest) > 0))
            && (latest is null || (isInclusive ? Compare(message.Ts, latest) <= 0 : Compare(message.Ts, latest) < 0));

        // The first message of a thread is on its first page alone, whatever the bounds.
        var before = first is not null && cursor is null ? 1 : 0;
        var page = workspace.Page(
            channel.Id,
            message => message.Ts != first?.Ts && fits(message) && Within(message),
            Math.Max(1, Limit(arguments) - before),
            after: oldestFirst ? cursor : null,
            before: oldestFirst ? null : cursor,
            oldestFirst);
        List<WorkspaceMessage> messages = [.. page.Messages];
        if (!oldestFirst)
        {
            messages.Reverse();
        }

        var hasMore = page.HasOlder || page.HasNewer;
        var next = hasMore ? Cursors.Write(messages[^1].Ts) : "";
        if (before == 1)
        {
            messages.Insert(0, first!);
        }

        var withMetadata = arguments.Flag("include_all_metadata");
        return ApiAnswer.Ok(new JsonObject
        {
            ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)shapes.Message(message, withMetadata))]),
            ["has_more"] = hasMore,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        });
    }

    /// <summary>Bounds may be written with fewer digits than a ts.</summary>
    private static int Compare(string ts, string bound) =>
        decimal.TryParse(ts, NumberStyles.Number, CultureInfo.InvariantCulture, out var left) && decimal.TryParse(bound, NumberStyles.Number, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(ts, bound);
}
