using System.Diagnostics;

namespace AoBot.Benchmarks;

/// <summary><c>/ao status</c> under load: 16 connections, each asks again as soon as it is answered.</summary>
internal static class StatusFigure
{
    private const string Words = "status";
    private const int Connections = 16;
    private const int Rounds = 7;
    private const int MostRequests = 160_000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task Measure(Published published, Scale scale)
    {
        using var product = published.StartProduct(published.Database);
        var answer = await product.FirstAnswer(Words);
        using var bare = published.StartBare(answer);
        using var bolt = published.StartBolt(answer);
        ServerProcess[] servers = bolt is null ? [bare, product] : [bare, product, bolt];
        Console.WriteLine($"/ao {Words}: {answer.Length} bytes, {Connections} connections, {Rounds} rounds of {Round.TotalSeconds} s each, one server after the other in every round");

        // Twice before it counts: the runtime recompiles what is hot.
        for (var warmUp = 0; warmUp < 2; warmUp++)
        {
            foreach (var server in servers)
            {
                await server.FirstAnswer(Words);
                await Load(server, answer);
            }
        }

        var loads = servers.ToDictionary(s => s, _ => new List<Result>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var server in servers)
            {
                loads[server].Add(await Load(server, answer));
            }
        }

        foreach (var server in servers)
        {
            var results = loads[server];
            Console.WriteLine($"  {server.Name,-14}{Scale.Text(Scale.Median(results.Select(r => r.PerSecond))),8} requests/s   p50 {Scale.Text(Scale.Median(results.Select(r => r.P50))),6} ms   p99 {Scale.Text(Scale.Median(results.Select(r => r.P99))),6} ms");
        }

        IReadOnlyList<double> Ratios(ServerProcess to, Func<Result, double> of) => [.. loads[product].Zip(loads[to], (a, b) => of(a) / of(b))];
        scale.AtLeast("requests/s, of the bare endpoint's", 0.6, Ratios(bare, r => r.PerSecond));
        scale.AtMost("p99, of the bare endpoint's", 3, Ratios(bare, r => r.P99));
        if (bolt is not null)
        {
            scale.AtLeast("requests/s, of Bolt's", 3, Ratios(bolt, r => r.PerSecond));
        }
    }

    private static async Task<Result> Load(ServerProcess server, byte[] answer)
    {
        var requests = new SignedRequests(Words, MostRequests, server.Port);
        var connections = Enumerable.Range(0, Connections).Select(_ => new SlackConnection(server.Port)).ToList();
        var ticks = connections.ConvertAll(_ => new List<long>(MostRequests / Connections * 4));
        GC.Collect();
        foreach (var connection in connections)
        {
            await connection.Connect();
        }

        var start = Stopwatch.GetTimestamp();
        var until = start + (long)(Round.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(connections.Select((c, i) => Task.Run(() => c.AskOn(requests, until, answer, ticks[i]))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        connections.ForEach(c => c.Dispose());

        double[] sorted = [.. ticks.SelectMany(t => t).Select(t => t * 1000.0 / Stopwatch.Frequency).Order()];
        return new Result(sorted.Length / seconds, Scale.Quantile(sorted, 0.5), Scale.Quantile(sorted, 0.99));
    }

    private sealed record Result(double PerSecond, double P50, double P99);
}
