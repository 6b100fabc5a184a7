using System.CommandLine;
using AoBot.Persistence;

namespace AoBot.CommandLine;

/// <summary><c>export roster</c>; <c>export updates</c>; <c>export roundtables</c>; <c>export --backup FILE</c>: a whole copy of the database, taken while the bot runs.</summary>
public static class ExportVerb
{
    public static Command Create(VerbContext verbs)
    {
        var backup = new Option<FileInfo?>("--backup") { Description = "Where to put a copy of the whole database." };
        var command = new Command("export", "Writes what the database holds: the roster, the updates or the roundtables as CSV, or a copy of the whole.") { ExportRoster.Create(verbs), ExportUpdates.Create(verbs), ExportRoundtables.Create(verbs), backup };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(backup) is not { } target)
            {
                await verbs.Errors.WriteLineAsync("Say what: export roster, export updates, export roundtables, or export --backup FILE.");
                return AoBotCommandLine.WrongUsage;
            }

            await using var app = verbs.Build();
            var database = app.Services.GetRequiredService<SqliteDatabase>();
            if (!File.Exists(database.FilePath))
            {
                await verbs.Errors.WriteLineAsync($"There is no database yet at {database.FilePath}.");
                return AoBotCommandLine.BadInput;
            }

            try
            {
                await database.Backup(target.FullName, cancellationToken);
            }
            catch (IOException problem)
            {
                await verbs.Errors.WriteLineAsync(problem.Message);
                return AoBotCommandLine.BadInput;
            }

            await verbs.Output.WriteLineAsync($"The database was copied to {target.FullName}. To restore it, stop AoBot, remove {database.FilePath}-wal and -shm if they are there, and put the copy in the place of {database.FilePath}.");
            return AoBotCommandLine.Good;
        });
        return command;
    }
}
