namespace AoBot.Slack.Api;

/// <summary>Groups of people: <c>usergroups.*</c>.</summary>
public sealed class UsergroupsApi
{
    private readonly SlackCaller _caller;

    internal UsergroupsApi(SlackCaller caller) => _caller = caller;

    /// <summary>
    /// Asks who is in a group.
    /// See https://docs.slack.dev/reference/methods/usergroups.users.list; tier 2; scope: <c>usergroups:read</c>.
    /// </summary>
    /// <param name="groupId">The group (<c>S…</c>).</param>
    /// <param name="ct">Ends the call at once.</param>
    /// <returns>Their ids; deactivated people are not among them. Errors: <see cref="NotFound"/> (<c>no_such_subteam</c>),
    /// <see cref="AuthError"/> (<c>missing_scope</c>), <see cref="RateLimited"/>, <see cref="Unreachable"/>.</returns>
    public async Task<SlackOutcome<IReadOnlyList<string>>> UsersList(string groupId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(groupId);
        var outcome = await _caller.Call(SlackMethods.UsergroupsUsersList, new UsergroupArgument(groupId), ct);
        return outcome.Map(answer => answer.Users);
    }
}

internal sealed record UsergroupArgument(string Usergroup);

internal sealed record UsergroupMembers
{
    public required IReadOnlyList<string> Users { get; init; }
}
