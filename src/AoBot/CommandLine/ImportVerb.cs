using System.CommandLine;
using AoBot.Engagements;
using AoBot.Reports;
using AoBot.Reports.Reading;
using Humanizer;
using NodaTime;
using NodaTime.Text;

namespace AoBot.CommandLine;

/// <summary>
/// <c>import FILE</c>: reads a TAC report of the fund, or the roster, into the database; which of them a file is, it says itself. <c>import --git DIR</c>: the
/// history of the repository of updates.
/// With <c>--dry-run</c> it only says what would change.
/// </summary>
public static class ImportVerb
{
    private const long Largest = 20 * 1024 * 1024;

    public static Command Create(VerbContext verbs)
    {
        var file = new Argument<FileInfo?>("file") { Description = "A TAC report in Markdown, or the roster as CSV.", Arity = ArgumentArity.ZeroOrOne };
        var git = new Option<string?>("--git") { Description = "Instead of a file: a clone of the repository with the updates, or a git bundle. GitHub is then asked only for what came after." };
        var asOf = new Option<string?>("--as-of") { Description = "The day that the report speaks of, for instance 2024-06-21. Otherwise its front matter says it, or its quarter's last day is taken." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would change, and changes nothing." };
        var command = new Command("import", "Reads a TAC report of the fund, the roster, or the history of the repository into the database.") { file, git, asOf, dryRun };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (named, clone) = (parsed.GetValue(file), parsed.GetValue(git));
            if (named is null == clone is null || (clone is not null && parsed.GetValue(asOf) is not null))
            {
                await verbs.Errors.WriteLineAsync("Name one file, or a clone with --git. (--as-of is for reports.)");
                return AoBotCommandLine.WrongUsage;
            }

            if (clone is not null)
            {
                return await ImportRepository.Import(verbs, clone, parsed.GetValue(dryRun), cancellationToken);
            }

            LocalDate? day = null;
            if (parsed.GetValue(asOf) is { } typed)
            {
                var read = LocalDatePattern.Iso.Parse(typed);
                if (!read.Success)
                {
                    await verbs.Errors.WriteLineAsync($"--as-of \"{typed}\" is no day; write for instance 2024-06-21.");
                    return AoBotCommandLine.WrongUsage;
                }

                day = read.Value;
            }

            return await Import(verbs, named!, day, parsed.GetValue(dryRun), cancellationToken);
        });
        return command;
    }

    private static async Task<int> Import(VerbContext verbs, FileInfo file, LocalDate? asOf, bool dryRun, CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            if (!file.Exists)
            {
                await verbs.Errors.WriteLineAsync(Directory.Exists(file.FullName)
                    ? $"{file} is a folder; name one file."
                    : $"{file} is not there.");
                return AoBotCommandLine.BadInput;
            }

            if (file.Length > Largest)
            {
                await verbs.Errors.WriteLineAsync($"{file}: the file is too large to be a report or a roster.");
                return AoBotCommandLine.BadInput;
            }

            content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await verbs.Errors.WriteLineAsync($"{file} cannot be read: {problem.Message}");
            return AoBotCommandLine.BadInput;
        }

        if (RosterImporter.IsMeant(content))
        {
            if (asOf is not null)
            {
                await verbs.Errors.WriteLineAsync("--as-of is for reports; a roster says its days itself.");
                return AoBotCommandLine.WrongUsage;
            }

            return await ImportRoster.Import(verbs, file, content, dryRun, cancellationToken);
        }

        return await (dryRun ? verbs.WithThrowawayCopy(Read, cancellationToken) : verbs.WithDatabase(Read, cancellationToken));

        async Task<int> Read(IServiceProvider services)
        {
            var result = await services.GetRequiredService<TacReportImporter>().Import(file.Name, content, asOf, actor: "operator", cancellationToken);
            if (result is ImportResult.Refused refused)
            {
                await verbs.Errors.WriteLineAsync($"{file}{(refused.Line is { } line ? $":{line}" : "")}: {refused.Reason} Nothing was changed.");
                return AoBotCommandLine.BadInput;
            }

            await Tell(verbs, file, (ImportResult.Imported)result, dryRun);
            return AoBotCommandLine.Good;
        }
    }

    private static async Task Tell(VerbContext verbs, FileInfo file, ImportResult.Imported imported, bool dryRun)
    {
        var facts = imported.Facts;
        var title = $"{facts.Initiative} {facts.Year} Q{facts.Quarter}";
        if (imported.ReadBefore is { } before)
        {
            await verbs.Output.WriteLineAsync($"{title} was read before, as of {LocalDatePattern.Iso.Format(before)}. Nothing changes.");
        }
        else
        {
            await verbs.Output.WriteLineAsync($"{title}, as of {LocalDatePattern.Iso.Format(facts.AsOf)} ({AsOfWords(facts.AsOfSource)})");
            await verbs.Output.WriteLineAsync($"It holds {Holds(facts)}.");
            await verbs.Output.WriteLineAsync($"{(dryRun ? "Would be new" : "New")}: {imported.Changes}.{(dryRun ? " Nothing was changed." : "")}");
        }

        foreach (var finding in imported.Findings)
        {
            await verbs.Output.WriteLineAsync($"{file}:{finding.Line}: {(finding.Severity == FindingSeverity.Warning ? "please check: " : "")}{finding.Message}");
        }
    }

    private static string Holds(TacReportFacts facts) => new[]
    {
        "objective".ToQuantity(facts.Objectives.Count),
        "key result".ToQuantity(facts.KeyResults.Count),
        "engagement".ToQuantity(facts.Engagements.Count),
        "published report".ToQuantity(facts.PublishedReports.Count),
        "date".ToQuantity(facts.Events.Count),
    }.Humanize("and");

    private static string AsOfWords(AsOfSource source) => source switch
    {
        AsOfSource.Given => "as you said",
        AsOfSource.FrontMatter => "from its front matter",
        _ => "its quarter's end, or today if that is earlier; --as-of says another day",
    };
}
