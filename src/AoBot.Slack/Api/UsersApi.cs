namespace AoBot.Slack.Api;

/// <summary>People: <c>users.*</c>.</summary>
public sealed class UsersApi
{
    private readonly SlackCaller _caller;

    internal UsersApi(SlackCaller caller) => _caller = caller;

    /// <summary>
    /// Asks about one person.
    /// See https://docs.slack.dev/reference/methods/users.info; tier 4; scope: <c>users:read</c>.
    /// </summary>
    /// <param name="userId">The person (<c>U…</c> or <c>W…</c>).</param>
    /// <param name="ct">Ends the call at once.</param>
    /// <returns>The person. Errors: <see cref="NotFound"/> (<c>user_not_found</c>, <c>user_not_visible</c>),
    /// <see cref="AuthError"/>, <see cref="RateLimited"/>, <see cref="Unreachable"/>.</returns>
    public async Task<SlackOutcome<SlackUser>> Info(string userId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var outcome = await _caller.Call(SlackMethods.UsersInfo, new UserArgument(userId), ct);
        return outcome.Map(answer => answer.User);
    }
}

/// <summary>A person or a bot. See https://docs.slack.dev/reference/objects/user-object.</summary>
public sealed record SlackUser
{
    /// <summary>The person's id (<c>U…</c> or <c>W…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Their home workspace; not the bot's for people of Slack Connect.</summary>
    public string? TeamId { get; init; }

    /// <summary>The account's name; not what people see, and not to be relied on.</summary>
    public string? Name { get; init; }

    /// <summary>The name they gave.</summary>
    public string? RealName { get; init; }

    /// <summary>Their IANA time zone, such as <c>Europe/Amsterdam</c>; null for guests who have none.</summary>
    public string? Tz { get; init; }

    /// <summary>The zone's name for people.</summary>
    public string? TzLabel { get; init; }

    /// <summary>The zone's distance from UTC now, in seconds.</summary>
    public int? TzOffset { get; init; }

    /// <summary>Their language, such as <c>en-GB</c>, when Slack tells it.</summary>
    public string? Locale { get; init; }

    /// <summary>What they tell about themselves.</summary>
    public SlackUserProfile? Profile { get; init; }

    /// <summary>The account has been deactivated.</summary>
    public bool Deleted { get; init; }

    /// <summary>A bot, not a person.</summary>
    public bool IsBot { get; init; }

    /// <summary>An app acting as a user.</summary>
    public bool IsAppUser { get; init; }

    /// <summary>A guest of some channels.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; init; }

    /// <summary>Somebody from another workspace whom the bot shares a channel with.</summary>
    public bool IsStranger { get; init; }

    /// <summary>An administrator of the workspace.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>An owner of the workspace.</summary>
    public bool IsOwner { get; init; }

    /// <summary>When the account was last changed, in seconds since 1970.</summary>
    public long? Updated { get; init; }
}

/// <summary>What a person tells about themselves. See https://docs.slack.dev/reference/objects/user-object#profile.</summary>
public sealed record SlackUserProfile
{
    /// <summary>The name shown beside their messages; empty when they chose none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The name they gave.</summary>
    public string? RealName { get; init; }

    /// <summary>Their e-mail address; only with the scope <c>users:read.email</c>.</summary>
    public string? Email { get; init; }

    /// <summary>Their job title.</summary>
    public string? Title { get; init; }

    /// <summary>Their pronouns.</summary>
    public string? Pronouns { get; init; }
}

internal sealed record UserArgument(string User);

internal sealed record UserAnswer
{
    public required SlackUser User { get; init; }
}
