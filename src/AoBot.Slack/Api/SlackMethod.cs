using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;

namespace AoBot.Slack.Api;

/// <summary>How often Slack lets an app call a method in a workspace.
/// See https://docs.slack.dev/apis/web-api/rate-limits.</summary>
public enum SlackTier
{
    /// <summary>20 calls a minute: lists.</summary>
    Tier2,

    /// <summary>50 calls a minute.</summary>
    Tier3,

    /// <summary>100 calls a minute.</summary>
    Tier4,

    /// <summary><c>chat.postMessage</c> alone: about one message per second and channel, and several hundred a minute
    /// in the workspace (<see cref="SlackApiOptions.MessagesPerSecondBurst"/>,
    /// <see cref="SlackApiOptions.MessagesPerMinute"/>).</summary>
    PostMessage,
}

/// <summary>Whether a method may be asked again when it is not known what became of it.</summary>
public enum SlackMethodKind
{
    /// <summary>It changes nothing: asked again after an uncertain answer, up to
    /// <see cref="SlackApiOptions.MaxAttempts"/> times.</summary>
    Reading,

    /// <summary>
    /// It changes something people see: an uncertain answer is <see cref="SlackOutcome{T}.Unknown"/> and the client
    /// never repeats the call. This includes edits and views, whose repetition would look harmless but could
    /// put an old picture over a newer one; whoever knows the state renders it again.
    /// </summary>
    Posting,
}

/// <summary>
/// One method of Slack's Web API as <see cref="SlackMethods"/> lists it.
/// See https://docs.slack.dev/reference/methods.
/// </summary>
/// <param name="Name">Slack's name, such as <c>chat.postMessage</c>; the last part of its URL.</param>
/// <param name="Tier">How often it may be called.</param>
/// <param name="Scope">The bot scope it needs, or null when any valid token will do.</param>
/// <param name="Kind">Whether it may be repeated.</param>
public abstract record SlackMethod(string Name, SlackTier Tier, string? Scope, SlackMethodKind Kind)
{
    /// <summary>The method's page.</summary>
    public Uri Documentation => new("https://docs.slack.dev/reference/methods/" + Name);

    internal abstract JsonTypeInfo ResponseInfo { get; }
}

/// <summary>A method with the types it takes and answers.</summary>
internal sealed record SlackMethod<TRequest, TResponse>(
    string Name,
    SlackTier Tier,
    string? Scope,
    SlackMethodKind Kind,
    JsonTypeInfo<TRequest> Request,
    JsonTypeInfo<TResponse> Response)
    : SlackMethod(Name, Tier, Scope, Kind)
{
    internal override JsonTypeInfo ResponseInfo => Response;

    /// <summary>The channel whose pace the call keeps; null for methods that are not paced by channel.</summary>
    public Func<TRequest, string>? Channel { get; init; }

    /// <summary>Adds what Slack says in the answer's headers.</summary>
    public Func<TResponse, HttpResponseHeaders, TResponse>? WithHeaders { get; init; }
}
