using AoBot.Persistence;
using AoBot.Reports;
using Microsoft.EntityFrameworkCore;

namespace AoBot;

/// <summary>What is done before anybody is answered: the database is there, up to date, and a new one has read its seed.</summary>
public sealed partial class Startup(
    Settings settings,
    IHostEnvironment environment,
    SqliteDatabase database,
    IDbContextFactory<AoBotDbContext> contexts,
    TacReportImporter importer,
    ILogger<Startup> logger)
{
    /// <exception cref="ConfigurationException">The database cannot be used, or the seed is missing or no report.</exception>
    public async Task Prepare(CancellationToken cancellationToken)
    {
        await database.BringUpToDate(contexts, cancellationToken);
        if (settings.SeedFile is { } seed)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (!await db.TacReports.AnyAsync(cancellationToken))
            {
                await Seed(seed, cancellationToken);
            }
        }
    }

    private async Task Seed(string seed, CancellationToken cancellationToken)
    {
        // The shipped seed lies beside the program; another one is named from the application's folder.
        var path = Path.GetFullPath(seed, environment.ContentRootPath);
        var shipped = Path.GetFullPath(seed, AppContext.BaseDirectory);
        path = File.Exists(path) ? path : shipped;
        if (!File.Exists(path))
        {
            throw new ConfigurationException("Program:SeedFile", $"names {seed}, which is not there", "name a report in the application's folder, or leave it empty for an empty start");
        }

        switch (await importer.Import(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken), asOf: null, actor: "aobot", cancellationToken))
        {
            case ImportResult.Refused refused:
                throw new ConfigurationException("Program:SeedFile", $"names {seed}, which cannot be read ({refused.Reason})", "name a report in the TAC form, or leave it empty for an empty start");
            case ImportResult.Imported imported:
                LogSeeded(seed, imported.Changes.ToString(), imported.Findings.Count);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The new database has read {Seed}: {Changes}; {Findings} findings")]
    private partial void LogSeeded(string seed, string changes, int findings);
}
