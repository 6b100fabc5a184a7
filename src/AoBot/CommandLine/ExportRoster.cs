using System.CommandLine;
using AoBot.Engagements;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.CommandLine;

/// <summary><c>export roster</c>: the roster as a CSV file, as it was read.</summary>
internal static class ExportRoster
{
    public static Command Create(VerbContext verbs)
    {
        var command = new Command("roster", "Writes the roster as CSV to standard output. It holds the contacts' e-mail addresses.");
        command.SetAction((_, cancellationToken) => verbs.WithDatabase(
            async services =>
            {
                await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
                await verbs.Output.WriteAsync(RosterFile.Write(await RosterTable.Read(db, cancellationToken)));
                return AoBotCommandLine.Good;
            },
            cancellationToken));
        return command;
    }
}
