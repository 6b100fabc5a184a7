using AoBot.Playground.Workspace;
using NodaTime;

namespace AoBot.Playground.Page.Text;

/// <summary>Who looks at the page, and what texts need to know of it: names, the person's zone, the program's time.</summary>
/// <param name="Person">Who.</param>
/// <param name="Workspace">Where names come from.</param>
/// <param name="Now">By the program's clock.</param>
public sealed record Reader(WorkspaceUser Person, PlaygroundWorkspace Workspace, Instant Now)
{
    /// <summary>The person's zone; UTC where Slack tells none.</summary>
    public DateTimeZone Zone { get; } = (Person.Zone is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null) ?? DateTimeZone.Utc;

    public ZonedDateTime Local(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone);

    public ZonedDateTime Local(long unixSeconds) => Instant.FromUnixTimeSeconds(unixSeconds).InZone(Zone);

    public string NameOf(string user) => Workspace.FindUser(user)?.Name ?? user;

    /// <summary>The address of a channel as this person sees it.</summary>
    public string AddressOf(string channel) => $"/?as={Uri.EscapeDataString(Person.Id)}&at={Uri.EscapeDataString(channel)}";
}
