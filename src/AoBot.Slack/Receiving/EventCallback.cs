using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>
/// An event with its envelope. Slack sends it up to four times with one <see cref="EventId"/>, and the same message may come under two ids:
/// deduplicate by both. See https://docs.slack.dev/apis/events-api#callback-field.
/// </summary>
public sealed record EventCallback
{
    private EventCallback(JsonElement raw, JsonElement slackEvent)
    {
        EventId = raw.Text("event_id") ?? "";
        EventTime = raw.Number("event_time") ?? 0;
        TeamId = raw.Text("team_id");
        ContextTeamId = raw.Text("context_team_id");
        EnterpriseId = raw.Text("enterprise_id");
        ApiAppId = raw.Text("api_app_id");
        EventContext = raw.Text("event_context");
        IsExtSharedChannel = raw.Flag("is_ext_shared_channel");
        Authorizations = [.. raw.Items("authorizations").Select(EventAuthorization.Read)];
        Event = SlackEvent.Read(slackEvent);
    }

    /// <summary>Unique per event; the same in each retry.</summary>
    public string EventId { get; }

    /// <summary>When it happened, in seconds since 1970 (UTC).</summary>
    public long EventTime { get; }

    /// <summary>The workspace where it happened; in shared channels not always the receiving one.</summary>
    public string? TeamId { get; }

    /// <summary>The workspace through which the app sees it.</summary>
    public string? ContextTeamId { get; }

    /// <summary>The organisation, on Enterprise Grid only.</summary>
    public string? EnterpriseId { get; }

    /// <summary>The app's id.</summary>
    public string? ApiAppId { get; }

    /// <summary>A handle to ask Slack who else may see it.</summary>
    public string? EventContext { get; }

    /// <summary>True in a channel shared with another organisation.</summary>
    public bool IsExtSharedChannel { get; }

    /// <summary>For whom the app receives it; Slack names at most one.</summary>
    public IReadOnlyList<EventAuthorization> Authorizations { get; }

    /// <summary>What happened.</summary>
    public SlackEvent Event { get; }

    /// <summary>1 to 3 when Slack sends it again; null the first time, and when parsed from a kept body.</summary>
    public int? RetryNum { get; init; }

    /// <summary>Why Slack sends it again, for instance <c>http_timeout</c>. See https://docs.slack.dev/apis/events-api#errors.</summary>
    public string? RetryReason { get; init; }

    /// <summary>Names the event only: what people write does not belong into logs.</summary>
    public override string ToString() => $"{nameof(EventCallback)}({EventId}, {Event.Type})";

    internal static EventCallback Read(JsonElement raw) => raw.Object("event") is { } slackEvent
        ? new(raw, slackEvent)
        : throw new JsonException("The envelope holds no event.");

    /// <summary>Received for this workspace? Yes, if it says nothing of workspaces.</summary>
    internal bool IsFor(string teamId)
    {
        var named = Authorizations.Select(static authorization => authorization.TeamId).Append(TeamId).Append(ContextTeamId).OfType<string>().ToList();
        return named.Count == 0 || named.Contains(teamId);
    }
}

/// <summary>For whom the app receives an event.</summary>
/// <param name="TeamId">The workspace where the app is installed.</param>
/// <param name="EnterpriseId">The organisation, on Enterprise Grid only.</param>
/// <param name="UserId">The app's bot user, or the person who installed it.</param>
/// <param name="IsBot">True when <paramref name="UserId"/> is the bot user.</param>
public sealed record EventAuthorization(string? TeamId, string? EnterpriseId, string? UserId, bool IsBot)
{
    internal static EventAuthorization Read(JsonElement raw) =>
        new(raw.Text("team_id"), raw.Text("enterprise_id"), raw.Text("user_id"), raw.Flag("is_bot"));
}
