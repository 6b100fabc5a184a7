using AoBot.Updates;
using AoBot.Updates.Git;

namespace AoBot.CommandLine;

/// <summary>The clone that a verb was given by <c>--git</c>, and how its ledger is kept.</summary>
internal sealed record RepositoryAtHand(RepositoryHistory History, LedgerOptions Options)
{
    /// <summary>None where it cannot be read; standard error says why.</summary>
    public static async Task<RepositoryAtHand?> Read(VerbContext verbs, IServiceProvider services, string folder, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<ProgramClock>();
        var options = new LedgerOptions { Path = services.GetRequiredService<Settings>().UpdatesPath, Zone = clock.Zone, DueDays = clock.DueDays };
        var repository = await GitReader.Read(folder, options.Path, cancellationToken);
        if ((repository.Problem ?? repository.Warning) is { } said)
        {
            await verbs.Errors.WriteLineAsync(said);
        }

        return repository.History is { } history ? new RepositoryAtHand(history, options) : null;
    }
}
