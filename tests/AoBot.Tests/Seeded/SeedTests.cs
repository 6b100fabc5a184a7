using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace AoBot.Tests.Seeded;

/// <summary>
/// Whatever happens to the bot, what it promises holds. <c>AOBOT_SEEDS=200</c> plays as many; <c>AOBOT_SEED=17</c> plays one again and shows
/// what was said.
/// </summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    private const int Usual = 10;
    private const int HaveItAll = 20;

    [Fact]
    public void Whatever_happens_nobody_is_asked_wrongly_or_twice_and_nothing_is_lost()
    {
        var only = Number("AOBOT_SEED");
        var played = PlayAll(only is { } seed ? [seed] : [.. Enumerable.Range(1, Number("AOBOT_SEEDS") ?? Usual)]);

        var seen = new Happenings();
        played.ForEach(result => seen.Add(result.Seen));
        Say($"{played.Count} seeds, {played.Sum(r => r.Messages)} messages, {played.Sum(r => r.Kills)} kills; {seen}");
        foreach (var result in played.Where(r => only is not null || r.Problems.Count > 0))
        {
            Say($"seed {result.Seed} (AOBOT_SEED={result.Seed} plays it again): {(result.Problems.Count == 0 ? "nothing was wrong" : string.Join("; ", result.Problems))}");
            Say(string.Join('\n', (only is null ? [] : result.Journal).Concat(result.Errors)));
        }

        Assert.All(played, result => Assert.Empty(result.Problems));
        Assert.All(played, result => Assert.True(result.Kills >= SeededRun.Kills, $"Seed {result.Seed} had {result.Kills} kills."));
        foreach (var some in Enumerable.Range(0, Math.Max(0, played.Count - HaveItAll + 1)).Select(first => played.Skip(first).Take(HaveItAll).ToList()))
        {
            Assert.All(Enum.GetValues<Happening>(), what => Assert.True(some.Exists(r => r.Seen[what] > 0), $"None of the seeds {some[0].Seed} to {some[^1].Seed} has {what}."));
        }
    }

    [Fact]
    public void The_same_seed_is_the_same_run()
    {
        var (one, other) = (PlayAll([5])[0], PlayAll([5])[0]);

        Assert.NotEmpty(one.Journal);
        Assert.Equal(one.Journal, other.Journal);
        Assert.Equal(one.Seen.ToString(), other.Seen.ToString());
    }

    /// <summary>Each seed has a thread of its own; as many at once as there are processors. After one that fails no other is begun.</summary>
    private static List<SeededResult> PlayAll(IReadOnlyList<int> seeds)
    {
        var results = new ConcurrentDictionary<int, SeededResult>();
        var left = new ConcurrentQueue<int>(seeds);
        var failures = new ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, Math.Min(seeds.Count, Environment.ProcessorCount)).Select(_ => new Thread(() =>
        {
            while (failures.IsEmpty && results.Values.All(r => r.Problems.Count == 0) && left.TryDequeue(out var seed))
            {
                try
                {
                    results[seed] = SeededRun.Play(seed);
                }
#pragma warning disable CA1031 // The edge of a thread: the test throws it.
                catch (Exception problem)
#pragma warning restore CA1031
                {
                    failures.Enqueue(new InvalidOperationException($"Seed {seed} broke (AOBOT_SEED={seed} plays it again).", problem));
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return failures.TryDequeue(out var failure) ? throw failure : [.. results.Values.OrderBy(r => r.Seed)];
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Say(string words)
    {
        output.WriteLine(words);
        if (Environment.GetEnvironmentVariable("AOBOT_SAID") is { Length: > 0 } file)
        {
            File.AppendAllText(file, words + "\n");
        }
    }
}
