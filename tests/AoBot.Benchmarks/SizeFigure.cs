using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace AoBot.Benchmarks;

/// <summary>An answer that is rendered afresh each time, from the seed's database and from one of ten years and 1,000 engagements.</summary>
internal static class SizeFigure
{
    private static readonly string[] Words = ["status", "kr", "next", "about", "engagement"];
    private const int WarmUp = 400;
    private const int Rounds = 7;
    private const int PerRound = 60;

    public static async Task Measure(Published published, Scale scale)
    {
        var large = Path.Combine(published.Folder, "ten-years.db");
        File.Copy(published.Database, large, overwrite: true);
        var rows = await TenYears.Add(large);
        Console.WriteLine($"Nothing cached, the seed's rows and ten years of them ({rows} rows, {new FileInfo(large).Length / 1024} KiB): {Rounds} rounds of {PerRound} answers each, in turn");

        using var seedServer = published.StartProduct(published.Database, "seed");
        using var largeServer = published.StartProduct(large, "ten years");
        await seedServer.FirstAnswer("status");
        await largeServer.FirstAnswer("status");
        using var seed = await Asker.Connect(seedServer.Port, published.Database);
        using var years = await Asker.Connect(largeServer.Port, large);
        foreach (var words in Words)
        {
            await InTurn(words, WarmUp);
            List<double> seeds = [], largest = [];
            for (var round = 0; round < Rounds; round++)
            {
                var (a, b) = await InTurn(words, PerRound);
                seeds.Add(a);
                largest.Add(b);
            }

            Console.WriteLine($"  /ao {words,-12} seed {Scale.Text(Scale.Median(seeds))} ms, ten years {Scale.Text(Scale.Median(largest))} ms");
            scale.AtMost($"/ao {words}, of the seed's time", 1.5, [.. largest.Zip(seeds, (l, s) => l / s)]);
        }

        async Task<(double Seed, double Large)> InTurn(string words, int count)
        {
            List<double> a = [], b = [];
            for (var i = 0; i < count; i++)
            {
                a.Add(await seed.Ask(words));
                b.Add(await years.Ask(words));
            }

            return (Scale.Median(a), Scale.Median(b));
        }
    }

    /// <summary>Asks the product, each time after a commit by another process than the product's, which no cached answer outlives.</summary>
    private sealed class Asker(SlackConnection connection, int port, SqliteConnection database) : IDisposable
    {
        private int _commits;

        public static async Task<Asker> Connect(int port, string file)
        {
            var connection = new SlackConnection(port);
            await connection.Connect();
            var database = new SqliteConnection($"Data Source={file}");
            await database.OpenAsync();
            return new Asker(connection, port, database);
        }

        /// <summary>In milliseconds.</summary>
        public async Task<double> Ask(string words)
        {
            // SQLite keeps this number for the application, and AoBot has no use for it: a commit that changes no fact.
            using (var commit = database.CreateCommand())
            {
                commit.CommandText = $"PRAGMA user_version = {++_commits}";
                await commit.ExecuteNonQueryAsync();
            }

            var request = new SignedRequests(words, 1, port).Next();
            var before = Stopwatch.GetTimestamp();
            var answer = await connection.Ask(request);
            var took = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
            return answer.Span.IndexOf("\"blocks\""u8) > 0 ? took : throw new InvalidDataException($"/ao {words} was not answered.");
        }

        public void Dispose()
        {
            connection.Dispose();
            database.Dispose();
        }
    }
}
