using System.Text.Json;

namespace AoBot.Slack.Receiving;

/// <summary>
/// What all interactions share. See https://docs.slack.dev/reference/interaction-payloads. Slack never sends an interaction twice, but anybody
/// who saw it may within five minutes: a handler that changes something does so once per <see cref="TriggerId"/>.
/// </summary>
public abstract record InteractionRequest
{
    private protected InteractionRequest(JsonElement raw)
    {
        Raw = raw;
        Type = raw.Text("type") ?? "";
        User = InteractionUser.Read(raw.Object("user"));
        Team = InteractionTeam.Read(raw.Object("team"));
        Enterprise = InteractionEnterprise.Read(raw.Object("enterprise"));
        Channel = InteractionChannel.Read(raw.Object("channel"));
        Message = InteractionMessage.Read(raw.Object("message"));
        Container = InteractionContainer.Read(raw.Object("container"));
        View = ReceivedView.Read(raw.Object("view"));
        ApiAppId = raw.Text("api_app_id") ?? "";
        TriggerId = raw.Text("trigger_id") ?? "";
        ResponseUrl = raw.Address("response_url");
        IsEnterpriseInstall = raw.Flag("is_enterprise_install");
    }

    /// <summary>Slack's name of the kind, for instance <c>block_actions</c>.</summary>
    public string Type { get; }

    /// <summary>Who did it.</summary>
    public InteractionUser User { get; }

    /// <summary>The workspace that received it; null for an app installed for a whole organisation.</summary>
    public InteractionTeam? Team { get; }

    /// <summary>The organisation, on Enterprise Grid only.</summary>
    public InteractionEnterprise? Enterprise { get; }

    /// <summary>Where it was done; null in modals, on Home and for global shortcuts.</summary>
    public InteractionChannel? Channel { get; }

    /// <summary>The message it was done at; null for ephemeral messages, views and global shortcuts.</summary>
    public InteractionMessage? Message { get; }

    /// <summary>What held the element; null for submissions and shortcuts.</summary>
    public InteractionContainer? Container { get; }

    /// <summary>The view it was done in, if any.</summary>
    public ReceivedView? View { get; }

    /// <summary>The app's id.</summary>
    public string ApiAppId { get; }

    /// <summary>Opens one modal within three seconds. Unique per interaction; empty for closings and option requests.</summary>
    public string TriggerId { get; }

    /// <summary>Where an answer goes, at most five within 30 minutes; null in modals, on Home and for global shortcuts.</summary>
    public Uri? ResponseUrl { get; }

    /// <summary>True when the app is installed for a whole organisation.</summary>
    public bool IsEnterpriseInstall { get; }

    /// <summary>The payload as it came, for fields that have no property here. It holds secrets: never log it.</summary>
    public JsonElement Raw { get; }

    /// <summary>Names the kind only: a payload does not belong into logs.</summary>
    public sealed override string ToString() => $"{GetType().Name}({Type})";

    /// <summary>The workspace that received it: a view says where the app is installed, which in shared channels is not the person's.</summary>
    internal string? ReceivingTeamId => View?.AppInstalledTeamId ?? Team?.Id;
}
