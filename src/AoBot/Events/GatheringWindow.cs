using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Events;

/// <summary>What a window about a gathering remembers.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="OccurrenceId">Which one; none for a new one.</param>
/// <param name="Sequence">What its number was when the window opened.</param>
/// <param name="Seen">The time that was shown in full, once it was.</param>
public sealed record GatheringWindow([property: JsonRequired] GatheringKind Kind, int? OccurrenceId, int Sequence = 0, string? Seen = null)
{
    /// <summary>None where it is not ours.</summary>
    public static GatheringWindow? Read(string metadata)
    {
        try
        {
            return JsonSerializer.Deserialize(metadata, GatheringJson.Default.GatheringWindow);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, GatheringJson.Default.GatheringWindow);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(GatheringWindow))]
[JsonSerializable(typeof(GatheringNoticeData))]
[JsonSerializable(typeof(AnnouncedDateData))]
internal sealed partial class GatheringJson : JsonSerializerContext;
