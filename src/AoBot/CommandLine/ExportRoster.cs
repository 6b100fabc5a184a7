using System.CommandLine;
using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Updates;
using Microsoft.EntityFrameworkCore;

namespace AoBot.CommandLine;

/// <summary><c>export roster</c>: the roster as a CSV file, as it was read; with <c>--propose</c> one for the first day, from the partners' folders.</summary>
internal static class ExportRoster
{
    public static Command Create(VerbContext verbs)
    {
        var propose = new Option<bool>("--propose") { Description = "Proposes a roster from the partners' folders in the repository; touches no database." };
        var git = new Option<string?>("--git") { Description = "For --propose: a clone of the repository with the updates, bare or not, or a git bundle." };
        var command = new Command("roster", "Writes the roster as CSV to standard output. It holds the contacts' e-mail addresses.") { propose, git };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetValue(git);
            if (parsed.GetValue(propose) != folder is not null)
            {
                await verbs.Errors.WriteLineAsync("--propose and --git belong together: export roster --propose --git DIR");
                return AoBotCommandLine.WrongUsage;
            }

            return await (folder is null ? verbs.WithDatabase(services => Write(verbs, services, cancellationToken), cancellationToken) : Propose(verbs, folder, cancellationToken));
        });
        return command;
    }

    private static async Task<int> Write(VerbContext verbs, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        await verbs.Output.WriteAsync(RosterFile.Write(await RosterTable.Read(db, cancellationToken)));
        return AoBotCommandLine.Good;
    }

    private static async Task<int> Propose(VerbContext verbs, string folder, CancellationToken cancellationToken)
    {
        await using var app = verbs.Build();
        var clock = app.Services.GetRequiredService<ProgramClock>();
        if (await RepositoryAtHand.Read(verbs, app.Services, folder, cancellationToken) is not { History: var history, Options: var options })
        {
            return AoBotCommandLine.BadInput;
        }

        var proposal = RosterProposal.Of(history, Ledger.At(history, roster: null, clock.Now, options), options.Path, clock.Today);
        await verbs.Output.WriteAsync(RosterFile.Write(proposal));
        await verbs.Errors.WriteLineAsync($"{"engagement".ToQuantity(proposal.Rows.Count)} proposed. Look it over, name contacts, then: import FILE --dry-run");
        return AoBotCommandLine.Good;
    }
}
