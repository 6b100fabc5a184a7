using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Api;

/// <summary>Messages. https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours.</summary>
public sealed class ChatMethods(PlaygroundWorkspace workspace, SlackShapes shapes, PlaygroundOptions options)
{
    /// <summary>Characters of the text of a new message; an edit takes <see cref="BlockLimits.MessageText"/>.</summary>
    public const int LongestText = 40_000;

    public ApiAnswer PostMessage(ApiArguments arguments)
    {
        if (Target(arguments) is not { } channel)
        {
            return arguments.Has("channel") ? ApiAnswer.Error("channel_not_found") : ApiAnswer.Missing("channel");
        }

        if (Closed(channel) is { } closed)
        {
            return closed;
        }

        var (content, problem) = Content(arguments, LongestText);
        if (content is null)
        {
            return problem!;
        }

        var thread = arguments.Text("thread_ts");
        if (thread is not null && workspace.FindMessage(channel.Id, thread) is not { IsEphemeral: false })
        {
            return ApiAnswer.Error("thread_not_found");
        }

        var parent = thread is null ? null : workspace.FindMessage(channel.Id, thread);
        var posted = workspace.Post(new NewMessage(channel.Id, Cast.BotUser, content.Text)
        {
            Blocks = content.Blocks ?? [],
            ThreadTs = parent is { IsReply: true } ? parent.ThreadTs : thread,
            IsBroadcast = thread is not null && arguments.Flag("reply_broadcast"),
            Metadata = content.Metadata,
        });
        return ApiAnswer.Ok(new JsonObject { ["channel"] = channel.Id, ["ts"] = posted.Ts, ["message"] = shapes.Message(posted, withMetadata: true) });
    }

    public ApiAnswer PostEphemeral(ApiArguments arguments)
    {
        if (arguments.Text("user") is not { } user)
        {
            return ApiAnswer.Missing("user");
        }

        if (workspace.FindChannelNamed(arguments.Text("channel")) is not { } channel)
        {
            return arguments.Has("channel") ? ApiAnswer.Error("channel_not_found") : ApiAnswer.Missing("channel");
        }

        if (Closed(channel) is { } closed)
        {
            return closed;
        }

        if (!channel.Members.Contains(user))
        {
            return ApiAnswer.Error("user_not_in_channel");
        }

        var (content, problem) = Content(arguments, LongestText);
        if (content is null)
        {
            return problem!;
        }

        var posted = workspace.Post(new NewMessage(channel.Id, Cast.BotUser, content.Text) { Blocks = content.Blocks ?? [], ThreadTs = arguments.Text("thread_ts"), EphemeralTo = user });
        return ApiAnswer.Ok(new JsonObject { ["message_ts"] = posted.Ts });
    }

    public ApiAnswer Update(ApiArguments arguments)
    {
        var (message, missing) = Own(arguments, "ts", "cant_update_message");
        if (message is null)
        {
            return missing!;
        }

        var (content, problem) = Content(arguments, BlockLimits.MessageText);
        if (content is null)
        {
            return problem!;
        }

        var edited = workspace.Edit(message.Channel, message.Ts, Cast.BotUser, content.Text, content.Blocks, content.Metadata);
        return edited is null
            ? ApiAnswer.Error("message_not_found")
            : ApiAnswer.Ok(new JsonObject { ["channel"] = edited.Channel, ["ts"] = edited.Ts, ["text"] = edited.Text, ["message"] = shapes.Message(edited, withMetadata: true) });
    }

    public ApiAnswer Delete(ApiArguments arguments)
    {
        var (message, missing) = Own(arguments, "ts", "cant_delete_message");
        if (message is null)
        {
            return missing!;
        }

        return workspace.Delete(message.Channel, message.Ts, Cast.BotUser)
            ? ApiAnswer.Ok(new JsonObject { ["channel"] = message.Channel, ["ts"] = message.Ts })
            : ApiAnswer.Error("message_not_found");
    }

    public ApiAnswer GetPermalink(ApiArguments arguments)
    {
        if (workspace.FindChannel(arguments.Text("channel")) is not { } channel)
        {
            return ApiAnswer.Error("channel_not_found");
        }

        if (arguments.Text("message_ts") is not { } ts || workspace.FindMessage(channel.Id, ts) is not { IsEphemeral: false })
        {
            return ApiAnswer.Error("message_not_found");
        }

        var link = new Uri(options.SlackUrl, $"archives/{channel.Id}/p{ts.Replace(".", "", StringComparison.Ordinal)}");
        return ApiAnswer.Ok(new JsonObject { ["channel"] = channel.Id, ["permalink"] = link.AbsoluteUri });
    }

    /// <summary>A channel by id or name; a person's id means their direct messages.</summary>
    private WorkspaceChannel? Target(ApiArguments arguments)
    {
        var named = arguments.Text("channel");
        return workspace.FindUser(named) is { IsBot: false, IsDeleted: false } user ? workspace.Direct(user.Id) : workspace.FindChannelNamed(named);
    }

    private static ApiAnswer? Closed(WorkspaceChannel channel)
    {
        if (!channel.Members.Contains(Cast.BotUser))
        {
            // A private channel does not tell that it exists.
            return ApiAnswer.Error(channel.IsPrivate ? "channel_not_found" : "not_in_channel");
        }

        return channel.IsArchived ? ApiAnswer.Error("is_archived") : null;
    }

    private (WorkspaceMessage? Message, ApiAnswer? Problem) Own(ApiArguments arguments, string tsName, string refusal)
    {
        if (workspace.FindChannel(arguments.Text("channel")) is not { } channel)
        {
            return (null, arguments.Has("channel") ? ApiAnswer.Error("channel_not_found") : ApiAnswer.Missing("channel"));
        }

        if (arguments.Text(tsName) is not { } ts)
        {
            return (null, ApiAnswer.Missing(tsName));
        }

        return workspace.FindMessage(channel.Id, ts) switch
        {
            null or { IsEphemeral: true } => (null, ApiAnswer.Error("message_not_found")),
            { User: not Cast.BotUser } => (null, ApiAnswer.Error(refusal)),
            var message => (message, null),
        };
    }

    private static (Sent? Content, ApiAnswer? Problem) Content(ApiArguments arguments, int longest)
    {
        var text = arguments.Text("text") ?? "";
        IReadOnlyList<Block>? blocks = null;
        var given = arguments.Structure("blocks", out var isBroken);
        if (isBroken || (given is not null && SentBlocks.Read(given) is null))
        {
            return (null, ApiAnswer.Error("invalid_blocks_format"));
        }

        if (given is not null)
        {
            blocks = SentBlocks.Read(given)!;
            if (SentBlocks.Problems(blocks) is { Count: > 0 } problems)
            {
                return (null, ApiAnswer.Error("invalid_blocks", problems));
            }
        }

        if (text.Length == 0 && blocks is null or { Count: 0 })
        {
            return (null, ApiAnswer.Error("no_text"));
        }

        if (text.Length > longest)
        {
            return (null, ApiAnswer.Error("msg_too_long"));
        }

        var metadata = arguments.Structure("metadata", out var isNoMetadata);
        if (isNoMetadata || (metadata is not null && metadata is not JsonObject { Count: > 0 }))
        {
            return (null, ApiAnswer.Error("invalid_metadata_format"));
        }

        if (metadata is JsonObject named && (named.Text("event_type") is not { Length: > 0 } || named["event_payload"] is not JsonObject))
        {
            return (null, ApiAnswer.Error("invalid_metadata_schema"));
        }

        return (new Sent(text, blocks, metadata is null ? null : JsonSerializer.Deserialize<JsonElement>(Json.Write(metadata))), null);
    }

    private sealed record Sent(string Text, IReadOnlyList<Block>? Blocks, JsonElement? Metadata);
}
