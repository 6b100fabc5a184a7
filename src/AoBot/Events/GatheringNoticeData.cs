using System.Text.Json;
using AoBot.Outbox;
using NodaTime;

namespace AoBot.Events;

/// <summary>What a notice about a gathering remembers.</summary>
/// <param name="Occurrence">Which one.</param>
/// <param name="Step">Which of its kind, for instance <c>week</c>.</param>
/// <param name="Version">The date it is about, see <see cref="Occurrence.DateVersion"/>.</param>
/// <param name="Sequence">For a change: the number that it got.</param>
/// <param name="Was">For a change: what was before.</param>
public sealed record GatheringNoticeData(int Occurrence, string Step, int Version, int Sequence = 0, GatheringWas? Was = null)
{
    public static GatheringNoticeData? Of(Notice notice) => notice.Data is { } json ? JsonSerializer.Deserialize(json, GatheringJson.Default.GatheringNoticeData) : null;

    public string Write() => JsonSerializer.Serialize(this, GatheringJson.Default.GatheringNoticeData);
}

/// <summary>What a question about an announced date remembers.</summary>
/// <param name="Kind">What is announced.</param>
/// <param name="Day">For when, as <c>2024-07-25</c>.</param>
public sealed record AnnouncedDateData(ProgramEventKind Kind, string Day)
{
    public static AnnouncedDateData? Of(Notice notice) => notice.Data is { } json ? JsonSerializer.Deserialize(json, GatheringJson.Default.AnnouncedDateData) : null;

    public string Write() => JsonSerializer.Serialize(this, GatheringJson.Default.AnnouncedDateData);
}

/// <summary>What people know of an occurrence, before it changes.</summary>
/// <param name="StartsAt">In seconds since 1970.</param>
/// <param name="Place">Where.</param>
/// <param name="Link">The link.</param>
/// <param name="IsCancelled">Whether it was off.</param>
public sealed record GatheringWas(long StartsAt, string? Place, string? Link, bool IsCancelled)
{
    public static GatheringWas Of(Occurrence occurrence) => new(occurrence.StartsAt.ToUnixTimeSeconds(), occurrence.PlaceNow, occurrence.LinkNow, occurrence.IsCancelled);

    public Instant Start => Instant.FromUnixTimeSeconds(StartsAt);
}
