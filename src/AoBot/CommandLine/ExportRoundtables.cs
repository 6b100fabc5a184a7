using System.CommandLine;
using AoBot.Events;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.CommandLine;

/// <summary><c>export roundtables</c>: who was invited, what they answered, whether they came and what came of it, as CSV. It holds names.</summary>
internal static class ExportRoundtables
{
    public static Command Create(VerbContext verbs)
    {
        var number = new Option<int?>("--number") { Description = "Only this one; the number stands behind the # in /ao roundtable." };
        var command = new Command("roundtables", "Writes who was invited to roundtables, answered and came as CSV to standard output. It holds names and notes.") { number };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var id = parsed.GetValue(number);
            return await verbs.WithDatabase(services => Write(verbs, services, id, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> Write(VerbContext verbs, IServiceProvider services, int? id, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        var roundtables = await RoundtableCsv.Read(db, id, cancellationToken);
        if (roundtables.Count == 0)
        {
            await verbs.Errors.WriteLineAsync(id is null ? "There is no roundtable yet, so there is nothing to export." : $"There is no roundtable of the number {id}. Without --number, all are written.");
            return AoBotCommandLine.BadInput;
        }

        await verbs.Output.WriteAsync(await RoundtableCsv.Write(db, roundtables, cancellationToken));
        return AoBotCommandLine.Good;
    }
}
