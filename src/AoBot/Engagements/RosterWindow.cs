using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AoBot.Slack.Blocks;

namespace AoBot.Engagements;

/// <summary>What a window of the roster remembers of the row that it is about.</summary>
/// <param name="Key">The row's key; none for a new one.</param>
/// <param name="Version">What the row was like when the window opened.</param>
public sealed record RosterWindow([property: JsonRequired] string? Key, [property: JsonRequired] string? Version)
{
    public static RosterWindow New { get; } = new(null, null);

    public static RosterWindow Of(RosterRow row) => new(row.Key, VersionOf(row));

    /// <summary>None where it is not ours.</summary>
    public static RosterWindow? Read(string metadata)
    {
        try
        {
            return JsonSerializer.Deserialize(metadata, RosterWindowJson.Default.RosterWindow);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public ModalView View(string callbackId, string title, string submit, IReadOnlyList<Block> blocks) => new(title, blocks)
    {
        CallbackId = callbackId,
        PrivateMetadata = JsonSerializer.Serialize(this, RosterWindowJson.Default.RosterWindow),
        Submit = submit,
        Close = "Cancel",
    };

    /// <summary>Whether the row is as it was.</summary>
    public bool IsOf(RosterRow row) => Version == VersionOf(row);

    private static string VersionOf(RosterRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RosterFile.Write(new Roster([row], [])))))[..16];
}

[JsonSerializable(typeof(RosterWindow))]
internal sealed partial class RosterWindowJson : JsonSerializerContext;
