using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AoBot.Simulation;
using AoBot.Updates.Reminders;
using NodaTime.Text;

namespace AoBot.CommandLine;

/// <summary>A period that was played, as JSON lines. The names of their members are a contract; instants are in UTC, months <c>2024-06</c>.</summary>
public static class SimulateJson
{
    private static readonly SimulateJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(PlayedPeriod played) => string.Join('\n',
    [
        .. played.Sent.Select(n => JsonSerializer.Serialize(
            new SimulateLine(InstantPattern.ExtendedIso.Format(n.At), n.To, n.Kind, n.Partner, n.Month is { } month ? YearMonthPattern.Iso.Format(month) : null, n.Step, n.Key, n.Reason),
            Context.SimulateLine)),
        JsonSerializer.Serialize(new SimulateEnd(Summary(played)), Context.SimulateEnd),
    ]);

    private static SimulateSummary Summary(PlayedPeriod played) => new(
        played.Updates,
        played.Nags.Count,
        Math.Round(played.NagsPerUpdate, 3),
        played.NagsWrong.Count,
        played.HeadsUps.Count,
        played.HeadsUpsUseful,
        new SimulateSuppressed(
            played.SilentBecause(Silence.Received),
            played.SilentBecause(Silence.InReview),
            played.SilentBecause(Silence.Unclear),
            played.SilentBecause(Silence.Skipped),
            played.SilentBecause(Silence.Paused),
            played.SilentBecause(Silence.EarnedSilence),
            played.SilentBecause(Silence.Cap)));
}

internal sealed record SimulateLine(string At, string To, string Kind, string? Partner, string? Month, string? Step, string Key, string? Reason);

internal sealed record SimulateEnd(SimulateSummary Summary);

internal sealed record SimulateSummary(int Updates, int Nags, double NagsPerUpdate, int NagsWrong, int HeadsUps, int HeadsUpsUseful, SimulateSuppressed Suppressed);

internal sealed record SimulateSuppressed(int Received, int InReview, int Unclear, int Skipped, int Paused, int EarnedSilence, int Cap);

[JsonSerializable(typeof(SimulateLine))]
[JsonSerializable(typeof(SimulateEnd))]
internal sealed partial class SimulateJsonContext : JsonSerializerContext;
