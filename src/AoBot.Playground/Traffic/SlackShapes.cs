using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;
using NodaTime;

namespace AoBot.Playground.Traffic;

/// <summary>The records of the workspace as Slack writes them. https://docs.slack.dev/reference/objects</summary>
public sealed class SlackShapes(PlaygroundWorkspace workspace, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime)
{
    public static JsonObject Team => new() { ["id"] = Cast.TeamId, ["domain"] = "playground" };

    /// <summary>https://docs.slack.dev/reference/objects/user-object</summary>
    /// <param name="user">Who.</param>
    /// <param name="withEmail">Only with the scope users:read.email.</param>
    public JsonObject User(WorkspaceUser user, bool withEmail)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["team_id"] = user.TeamId,
            ["name"] = user.Handle,
            ["deleted"] = user.IsDeleted,
            ["real_name"] = user.Name,
            ["profile"] = Profile(user, withEmail),
            ["is_admin"] = false,
            ["is_owner"] = false,
            ["is_primary_owner"] = false,
            ["is_restricted"] = user.IsRestricted,
            ["is_ultra_restricted"] = user.IsUltraRestricted,
            ["is_bot"] = user.Role == UserRole.Bot,
            ["is_app_user"] = false,
            ["updated"] = realTime.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (user.IsStranger)
        {
            json["is_stranger"] = true;
        }

        if (user.Zone is { } zone)
        {
            json["tz"] = zone;
            json["tz_label"] = zone;
            json["tz_offset"] = DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(Instant.FromDateTimeOffset(realTime.GetUtcNow())).Seconds;
        }

        return json;
    }

    /// <summary>https://docs.slack.dev/reference/objects/conversation-object</summary>
    public JsonObject Channel(WorkspaceChannel channel)
    {
        if (channel.IsDirect)
        {
            return new JsonObject
            {
                ["id"] = channel.Id,
                ["created"] = channel.Created.ToUnixTimeSeconds(),
                ["is_im"] = true,
                ["is_archived"] = false,
                ["is_org_shared"] = false,
                ["context_team_id"] = Cast.TeamId,
                ["user"] = channel.DirectWith,
            };
        }

        return new JsonObject
        {
            ["id"] = channel.Id,
            ["name"] = channel.Name,
            ["name_normalized"] = channel.Name,
            ["is_channel"] = !channel.IsPrivate,
            ["is_group"] = channel.IsPrivate,
            ["is_im"] = false,
            ["is_mpim"] = false,
            ["is_private"] = channel.IsPrivate,
            ["is_archived"] = channel.IsArchived,
            ["is_general"] = channel.IsGeneral,
            ["is_shared"] = channel.IsShared,
            ["is_ext_shared"] = channel.IsShared,
            ["is_member"] = channel.Members.Contains(Cast.BotUser),
            ["created"] = channel.Created.ToUnixTimeSeconds(),
            ["creator"] = Cast.Fay,
            ["context_team_id"] = Cast.TeamId,
            ["topic"] = new JsonObject { ["value"] = "", ["creator"] = "", ["last_set"] = 0 },
            ["purpose"] = new JsonObject { ["value"] = channel.Purpose, ["creator"] = Cast.Fay, ["last_set"] = channel.Created.ToUnixTimeSeconds() },
            ["num_members"] = channel.Members.Count,
        };
    }

    /// <summary>https://docs.slack.dev/reference/events/message</summary>
    public JsonObject Message(WorkspaceMessage message, bool withMetadata = false)
    {
        var isBot = message.User == Cast.BotUser;
        var json = new JsonObject { ["type"] = "message", ["user"] = message.User, ["ts"] = message.Ts, ["text"] = message.Text, ["team"] = workspace.FindUser(message.User)?.TeamId ?? Cast.TeamId };
        if (message.Subtype is { } subtype)
        {
            json["subtype"] = subtype;
        }

        if (isBot)
        {
            json["bot_id"] = Cast.BotId;
            json["app_id"] = Cast.AppId;
            json["bot_profile"] = new JsonObject { ["id"] = Cast.BotId, ["deleted"] = false, ["name"] = "AoBot", ["updated"] = 0, ["app_id"] = Cast.AppId, ["team_id"] = Cast.TeamId };
        }

        if (message.Blocks.Count > 0)
        {
            json["blocks"] = Json.Node(message.Blocks);
        }

        if (message.Edited is { } edit)
        {
            json["edited"] = new JsonObject { ["user"] = edit.User, ["ts"] = edit.Ts };
        }

        if (withMetadata && message.Metadata is { } metadata)
        {
            json["metadata"] = Json.Node(metadata);
        }

        AddThread(json, message);
        return json;
    }

    /// <summary>https://docs.slack.dev/reference/views</summary>
    public static JsonObject View(WorkspaceView view)
    {
        var json = Json.Node(view.View);
        json["id"] = view.Id;
        json["team_id"] = Cast.TeamId;
        json["app_id"] = Cast.AppId;
        json["app_installed_team_id"] = Cast.TeamId;
        json["bot_id"] = Cast.BotId;
        json["hash"] = view.Hash;
        json["root_view_id"] = view.RootId;
        json["previous_view_id"] = view.PreviousId;
        json["callback_id"] ??= "";
        json["private_metadata"] ??= "";
        json["external_id"] ??= "";
        json["clear_on_close"] ??= false;
        json["notify_on_close"] ??= false;
        json["close"] ??= null;
        json["submit"] ??= null;
        json["state"] = new JsonObject { ["values"] = view.Values.DeepClone() };
        return json;
    }

    private static JsonObject Profile(WorkspaceUser user, bool withEmail)
    {
        var profile = new JsonObject
        {
            ["real_name"] = user.Name,
            ["real_name_normalized"] = user.Name,
            ["display_name"] = user.Name,
            ["display_name_normalized"] = user.Name,
            ["title"] = user.About,
            ["team"] = user.TeamId,
        };
        if (withEmail && user.Email is { } email)
        {
            profile["email"] = email;
        }

        return profile;
    }

    private void AddThread(JsonObject json, WorkspaceMessage message)
    {
        if (message.IsReply)
        {
            json["thread_ts"] = message.ThreadTs;
            json["parent_user_id"] = workspace.FindMessage(message.Channel, message.ThreadTs!)?.User;
            return;
        }

        if (workspace.Summary(message.Channel, message.Ts) is { Replies: > 0 } thread)
        {
            json["thread_ts"] = message.Ts;
            json["reply_count"] = thread.Replies;
            json["reply_users_count"] = thread.Users.Count;
            json["reply_users"] = Json.Array(thread.Users);
            json["latest_reply"] = thread.LatestTs;
        }
    }
}
