using AoBot.Conversations;
using AoBot.Updates.Git;
using AoBot.Updates.GitHub;

namespace AoBot.CommandLine;

/// <summary><c>import --git DIR</c>: takes the history of the repository from a clone, which is done in seconds; GitHub is then asked only for what came after.</summary>
internal static class ImportRepository
{
    public static Task<int> Import(VerbContext verbs, string folder, bool dryRun, CancellationToken cancellationToken)
    {
        return dryRun ? verbs.WithThrowawayCopy(Read, cancellationToken) : verbs.WithDatabase(Read, cancellationToken);

        async Task<int> Read(IServiceProvider services)
        {
            var settings = services.GetRequiredService<Settings>();
            var repository = await GitReader.Read(folder, settings.UpdatesPath, cancellationToken);
            if ((repository.Problem ?? repository.Warning) is { } said)
            {
                await verbs.Errors.WriteLineAsync(said);
            }

            if (repository.History is not { Landings: [.., var newest] } history)
            {
                return AoBotCommandLine.BadInput;
            }

            if (settings.GitHubBranch is { } branch && branch != history.Branch)
            {
                await verbs.Errors.WriteLineAsync($"{folder} is on {history.Branch}, but Updates:GitHub:Branch says {branch}. Check out {branch} first. Nothing was changed.");
                return AoBotCommandLine.BadInput;
            }

            var isNew = await services.GetRequiredService<RepositoryReader>().Continue(history, Path.GetFullPath(folder), cancellationToken);
            var clock = services.GetRequiredService<ProgramClock>();
            await verbs.Output.WriteLineAsync(isNew
                ? $"{"landing".ToQuantity(history.Landings.Count)} on {history.Branch}, the newest of {DayWords.FullDay(newest.Landed.InZone(clock.Zone).Date)}.{(dryRun ? " Nothing was changed." : settings.GitHubRepository is { } name ? $" From now on {name} is asked only for what comes after." : "")}"
                : "AoBot knows this branch, and what came after. Nothing changes.");
            return AoBotCommandLine.Good;
        }
    }
}
