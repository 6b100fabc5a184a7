using AoBot.Conversations;
using AoBot.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AoBot.Tests.Rendering;

/// <summary>The product's words on a real database of its own, at a day, without Slack.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aobot-desk-").FullName;
    private readonly WebApplication _app;

    private Desk(string instant, string seed)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = _folder });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Program:SeedFile"] = seed,
            ["Program:StaffUserIds:0"] = "USTAFF",
            ["ConnectionStrings:AoBot"] = "Data Source=desk.db",
        });
        builder.AddAoBot();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new Standing(DateTimeOffset.Parse(instant)));
        _app = builder.Build();
    }

    public IServiceProvider Services => _app.Services;

    /// <param name="instant">Where the clock stands.</param>
    /// <param name="seed">Empty for a database that knows nothing.</param>
    public static async Task<Desk> At(string instant = "2024-06-28T13:00:00Z", string seed = Settings.ShippedSeed)
    {
        var desk = new Desk(instant, seed);
        await desk.Services.GetRequiredService<Startup>().Prepare(CancellationToken.None);
        return desk;
    }

    public Task<Answer> Ask(string words, Audience audience = Audience.Public) =>
        Services.GetRequiredService<Words>().Answer(words, audience, CancellationToken.None);

    /// <summary>Reads a report in; the day it speaks of is in its front matter.</summary>
    public Task<ImportResult> Import(string markdown, string fileName = "report.md") =>
        Services.GetRequiredService<TacReportImporter>().Import(fileName, System.Text.Encoding.UTF8.GetBytes(markdown), asOf: null, "operator", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
