using System.Diagnostics;

namespace AoBot.Benchmarks;

/// <summary>From the start of the process to its first right answer, on a database that is there, and the memory after it.</summary>
internal static class StartFigure
{
    private const string Words = "status";
    private const int Rounds = 11;

    public static async Task Measure(Published published, Scale scale)
    {
        byte[] answer;
        using (var product = published.StartProduct(published.Database))
        {
            answer = await product.FirstAnswer(Words);
        }

        Console.WriteLine($"Process start to the first right answer, and resident memory after it: {Rounds} rounds, one after the other");
        List<Result> bares = [], products = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var bare = await Start(() => published.StartBare(answer), answer);
            var product = await Start(() => published.StartProduct(published.Database), answer);
            if (round > 0)
            {
                // The first round reads files from the disk that the others find in memory.
                bares.Add(bare);
                products.Add(product);
            }
        }

        foreach (var (name, results) in new[] { ("bare Kestrel", bares), ("AoBot", products) })
        {
            Console.WriteLine($"  {name,-14}{Scale.Text(Scale.Median(results.Select(r => r.Seconds))),8} s   {Scale.Text(Scale.Median(results.Select(r => r.Megabytes))),6} MB");
        }

        scale.AtMost("time, of the bare endpoint's", 4, [.. products.Zip(bares, (a, b) => a.Seconds / b.Seconds)]);
        scale.AtMost("memory, of the bare endpoint's", 2.5, [.. products.Zip(bares, (a, b) => a.Megabytes / b.Megabytes)]);
    }

    private static async Task<Result> Start(Func<ServerProcess> start, byte[] expected)
    {
        using var server = start();
        var answer = await server.FirstAnswer(Words);
        var seconds = Stopwatch.GetElapsedTime(server.Started).TotalSeconds;
        var memory = server.Memory();
        return answer.AsSpan().SequenceEqual(expected)
            ? new Result(seconds, memory / 1e6)
            : throw new InvalidDataException($"{server.Name} gives another answer than before.");
    }

    private sealed record Result(double Seconds, double Megabytes);
}
