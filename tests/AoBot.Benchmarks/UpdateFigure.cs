using System.Diagnostics;
using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Updates.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Benchmarks;

/// <summary><c>/ao update</c> of 25 partners with three years of updates, from the front door: as it is kept ready, and made afresh after every commit.</summary>
internal static class UpdateFigure
{
    private const string Words = "update";
    private const int Partners = 25;
    private const int Months = 36;
    private const int WarmUp = 300;
    private const int Rounds = 7;
    private const int PerRound = 100;
    private const double Bar = 5;

    public static async Task Measure(Published published, Scale scale)
    {
        var file = Path.Combine(published.Folder, "partners.db");
        File.Copy(published.Database, file, overwrite: true);
        await Fill(file);
        using var server = published.StartProduct(file);
        await server.FirstAnswer(Words);
        using var connection = new SlackConnection(server.Port);
        await connection.Connect();
        await using var database = new SqliteConnection($"Data Source={file}");
        await database.OpenAsync();
        Console.WriteLine($"/ao {Words}: {Partners} partners, {Partners * Months} files, {Rounds} rounds of {PerRound} answers each");
        foreach (var isCached in new[] { true, false })
        {
            await Ask(WarmUp);
            List<double> medians = [];
            for (var round = 0; round < Rounds; round++)
            {
                medians.Add(await Ask(PerRound));
            }

            scale.AtMost($"/ao {Words}, {(isCached ? "kept ready" : "made afresh")}, p50 in ms", Bar, medians);

            async Task<double> Ask(int count)
            {
                List<double> took = [];
                for (var i = 0; i < count; i++)
                {
                    if (!isCached)
                    {
                        // A commit that changes no fact, by another process: nothing that is kept outlives it.
                        await using var commit = database.CreateCommand();
                        commit.CommandText = $"PRAGMA user_version = {i + 1}";
                        await commit.ExecuteNonQueryAsync();
                    }

                    var request = new SignedRequests(Words, 1, server.Port).Next();
                    var before = Stopwatch.GetTimestamp();
                    var answer = await connection.Ask(request);
                    took.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                    if (answer.Span.IndexOf("\"table\""u8) < 0)
                    {
                        throw new InvalidDataException($"/ao {Words} was not answered with a table.");
                    }
                }

                return Scale.Median(took);
            }
        }
    }

    private static async Task Fill(string file)
    {
        await using var db = new AoBotDbContext(new DbContextOptionsBuilder<AoBotDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
        var thisMonth = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().Date.ToYearMonth();
        var first = thisMonth.PlusMonths(-Months);
        var rows = Enumerable.Range(0, Partners).Select(p => new RosterRow { Key = $"p{p:D2}", Name = $"Partner {p:D2} Foundation", Folders = [new RosterFolder(null, $"p{p:D2}")], Cadence = Cadence.Monthly, Start = first.OnDayOfMonth(1) });
        await RosterTable.Write(db, new Roster([.. rows], []), thisMonth.OnDayOfMonth(1), CancellationToken.None);
        for (var m = 0; m < Months; m++)
        {
            var month = first.PlusMonths(m);
            var at = month.PlusMonths(1).OnDayOfMonth(2).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            db.Add(new RepositoryLanding
            {
                Position = m,
                Commit = $"{m:x40}",
                Landed = at,
                Changes = [.. Enumerable.Range(0, Partners).Select(p => new RepositoryChange { Path = $"alpha/engagements/{month.Year}/p{p:D2}/update-{month:uuuu-MM}.md", Blob = $"{m}-{p}", Size = 2000, Written = at })],
            });
        }

        db.Add(new RepositoryRead { Source = "example/updates", WebUrl = "https://github.com/example/updates", Branch = "main", Stamp = "1", ReadAt = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), IsComplete = true });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
