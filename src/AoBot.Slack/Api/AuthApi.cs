using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Api;

/// <summary>The token itself: <c>auth.*</c>.</summary>
public sealed class AuthApi
{
    private readonly SlackCaller _caller;

    internal AuthApi(SlackCaller caller) => _caller = caller;

    /// <summary>
    /// Asks who the token belongs to and what it may do.
    /// See https://docs.slack.dev/reference/methods/auth.test; hundreds of calls a minute are allowed, the client keeps
    /// to 100; no scope.
    /// </summary>
    /// <param name="ct">Ends the call at once.</param>
    /// <returns>The bot and its workspace. Errors: <see cref="AuthError"/>, <see cref="RateLimited"/>,
    /// <see cref="Unreachable"/>.</returns>
    public Task<SlackOutcome<AuthTest>> Test(CancellationToken ct = default) =>
        _caller.Call(SlackMethods.AuthTest, new NoArguments(), ct);
}

/// <summary>The answer to <c>auth.test</c>.</summary>
public sealed record AuthTest
{
    /// <summary>The workspace's address, such as <c>https://example.slack.com/</c>.</summary>
    public string? Url { get; init; }

    /// <summary>The workspace's name.</summary>
    public string? Team { get; init; }

    /// <summary>The workspace's id (<c>T…</c>).</summary>
    public required string TeamId { get; init; }

    /// <summary>The bot's user name.</summary>
    public string? User { get; init; }

    /// <summary>The bot's user id (<c>U…</c>), as it appears in mentions.</summary>
    public required string UserId { get; init; }

    /// <summary>The bot's id (<c>B…</c>); null for a person's token.</summary>
    public string? BotId { get; init; }

    /// <summary>The app's id (<c>A…</c>), when Slack tells it.</summary>
    public string? AppId { get; init; }

    /// <summary>The organisation's id (<c>E…</c>) on Enterprise Grid.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>Whether the token is for a whole organisation.</summary>
    public bool IsEnterpriseInstall { get; init; }

    /// <summary>The scopes the token has, from the answer's <c>x-oauth-scopes</c> header; null when it is missing.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? GrantedScopes { get; init; }

    /// <summary>Slack's clock, from the answer's <c>Date</c> header, in whole seconds; null when it is missing. A request's signature is only good
    /// while this machine's clock is within 300 s of it.</summary>
    [JsonIgnore]
    public DateTimeOffset? ServerDate { get; init; }

    internal static AuthTest WithHeaders(AuthTest answer, HttpResponseHeaders headers) => answer with
    {
        ServerDate = headers.Date,
        GrantedScopes = headers.TryGetValues("x-oauth-scopes", out var values)
            ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
            : null,
    };
}

internal sealed record NoArguments;
