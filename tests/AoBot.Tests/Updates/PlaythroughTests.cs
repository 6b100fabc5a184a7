using AoBot.Reminders;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using AoBot.Updates.Simulation;
using Xunit.Abstractions;

namespace AoBot.Tests.Updates;

public sealed class PlaythroughTests(ITestOutputHelper output)
{
    [Fact]
    public async Task On_the_real_history()
    {
        if (await History.Real(output) is not { } real) return;
        var days = new WorkingDays(new Holidays([]).Contains);
        var play = new Playthrough(PlayedHistory.Of(real), History.Roster(), History.Options, days, new ReminderRules());
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var p = play.Play(Past.At("2022-01-01T00:00:00Z"), Past.At("2025-03-01T00:00:00Z"), null, default);
        var w = new System.Text.StringBuilder();
        w.AppendLine($"{watch.Elapsed} updates {p.Updates} nags {p.Nags.Count} per {p.NagsPerUpdate:0.000} wrong {p.NagsWrong.Count} headsups {p.HeadsUps.Count} useful {p.HeadsUpsUseful}");
        foreach (var k in p.Sent.CountBy(s => s.Kind)) w.AppendLine($"{k}");
        foreach (var s in Enum.GetValues<Silence>()) w.AppendLine($"silent {s} {p.SilentBecause(s)}");
        foreach (var n in p.NagsWrong) w.AppendLine($"WRONG {n}");
        foreach (var n in p.Sent.Where(n => n.Kind is "escalation" or "still-running" or "question")) w.AppendLine($"{n.At} {n.Kind} {n.Partner} {n.Month:uuuu-MM} {n.Reason}");
        foreach (var c in p.Final.Coverage.Where(c => c.State == CoverageState.NotIn)) w.AppendLine($"NEVER {c.Partner} {c.Month:uuuu-MM} told {p.Sent.Count(n => n.Kind is "escalation" or "still-running" && n.Partner == c.Partner && n.Month == c.Month)}");
        foreach (var n in p.Nags) w.AppendLine($"NAG {n.At} {n.Kind} {n.Partner} {n.Month:uuuu-MM} {n.Key}");
        File.WriteAllText("/tmp/remind-play.txt", w.ToString());
    }
}
