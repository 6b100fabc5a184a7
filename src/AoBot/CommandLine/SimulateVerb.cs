using System.CommandLine;
using AoBot.Simulation;
using AoBot.Updates;
using NodaTime;
using NodaTime.Text;

namespace AoBot.CommandLine;

/// <summary><c>simulate --git DIR --from DATE --to DATE</c>: who would have been told what, and why, in a period of the repository's history. The database is one that is thrown away.</summary>
public static class SimulateVerb
{
    public static Command Create(VerbContext verbs)
    {
        var git = new Option<string>("--git") { Description = "A clone of the repository with the updates, bare or not, or a git bundle.", Required = true };
        var roster = new Option<string?>("--roster") { Description = "The engagements as a CSV file. Without it, one is proposed from the folders, without contacts." };
        var from = new Option<string>("--from") { Description = "The first day, for instance 2024-01-01, in Program:TimeZone.", Required = true };
        var to = new Option<string>("--to") { Description = "The last day.", Required = true };
        var json = new Option<bool>("--json") { Description = "JSON lines on standard output, and nothing else: one for each notice, partner and month, then the summary." };
        var command = new Command("simulate", "Plays a period of the history and says who would have been told what.") { git, roster, from, to, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var days = new[] { parsed.GetRequiredValue(from), parsed.GetRequiredValue(to) }.Select(d => LocalDatePattern.Iso.Parse(d)).ToList();
            if (days.Exists(d => !d.Success) || days[0].Value > days[1].Value)
            {
                await verbs.Errors.WriteLineAsync("--from and --to are days, the first not after the last: --from 2024-01-01 --to 2024-12-31");
                return AoBotCommandLine.WrongUsage;
            }

            await using var app = verbs.Build();
            if (await RosterAtHand.Read(verbs, parsed.GetValue(roster), cancellationToken) is not { } known
                || await RepositoryAtHand.Read(verbs, app.Services, parsed.GetRequiredValue(git), cancellationToken) is not { History: var history, Options: var options })
            {
                return AoBotCommandLine.BadInput;
            }

            var (start, end) = (options.Zone.AtStartOfDay(days[0].Value).ToInstant(), options.Zone.AtStartOfDay(days[1].Value.PlusDays(1)).ToInstant() - Duration.Epsilon);
            var whom = known.Roster ?? RosterProposal.Of(history, Ledger.At(history, roster: null, end, options), options.Path, days[1].Value);
            var playthrough = new Playthrough(verbs.BuildWith, PlayedHistory.Of(history), whom, options.Zone);
            var played = await playthrough.Play(start, end, Progress(verbs.Errors, options.Zone), cancellationToken);
            await verbs.Output.WriteLineAsync(parsed.GetValue(json) ? SimulateJson.Write(played) : SimulateTable.Write(played, options.Zone));
            return AoBotCommandLine.Good;
        });
        return command;
    }

    /// <summary>A line for each quarter of a year that was played.</summary>
    private static Action<Instant> Progress(TextWriter errors, DateTimeZone zone)
    {
        var said = "";
        return now =>
        {
            var day = now.InZone(zone).Date;
            var quarter = $"{day.Year} Q{(day.Month + 2) / 3}";
            if (quarter != said)
            {
                errors.WriteLine($"Playing {quarter}");
                said = quarter;
            }
        };
    }
}
