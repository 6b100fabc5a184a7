using AoBot.Engagements;

namespace AoBot.CommandLine;

/// <summary><c>import roster.csv</c>: makes the file the roster, and says row by row what is different.</summary>
internal static class ImportRoster
{
    public static Task<int> Import(VerbContext verbs, FileInfo file, byte[] content, bool dryRun, CancellationToken cancellationToken)
    {
        return dryRun ? verbs.WithThrowawayCopy(Read, cancellationToken) : verbs.WithDatabase(Read, cancellationToken);

        async Task<int> Read(IServiceProvider services)
        {
            switch (await services.GetRequiredService<RosterImporter>().Import(content, actor: "operator", cancellationToken))
            {
                case RosterImportResult.Refused refused:
                    foreach (var problem in refused.Problems)
                    {
                        await verbs.Errors.WriteLineAsync($"{file}:{problem.Line}: {problem.Message}");
                    }

                    await verbs.Errors.WriteLineAsync("Nothing was changed.");
                    return AoBotCommandLine.BadInput;
                case RosterImportResult.Imported imported:
                    await Tell(verbs, imported, dryRun);
                    return AoBotCommandLine.Good;
                default:
                    throw new InvalidOperationException("A result is one of the two.");
            }
        }
    }

    private static async Task Tell(VerbContext verbs, RosterImportResult.Imported imported, bool dryRun)
    {
        foreach (var difference in imported.Differences)
        {
            await verbs.Output.WriteLineAsync(RosterDiffWords.Line(difference));
        }

        var engagements = $"The roster {(dryRun ? "would have" : "has")} {"engagement".ToQuantity(imported.Rows)}";
        await verbs.Output.WriteLineAsync((imported.Differences.Count, imported.IsWritten) switch
        {
            ( > 0, _) => $"{engagements}: {RosterDiffWords.Count(imported.Differences)}.{(dryRun ? " Nothing was changed." : "")}",
            (_, true) => $"{engagements}; none is different, only the look of the file.{(dryRun ? " Nothing was changed." : "")}",
            _ => $"{engagements}. Nothing changes.",
        });
    }
}
