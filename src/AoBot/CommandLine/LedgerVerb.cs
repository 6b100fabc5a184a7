using System.CommandLine;
using AoBot.Updates;
using NodaTime;
using NodaTime.Text;

namespace AoBot.CommandLine;

/// <summary><c>ledger --git DIR</c>: who has delivered which month, from a clone of the repository and a roster. It touches no database.</summary>
public static class LedgerVerb
{
    private static readonly OffsetDateTimePattern[] Instants =
    [
        OffsetDateTimePattern.Rfc3339,
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>"),
    ];

    public static Command Create(VerbContext verbs)
    {
        var git = new Option<string>("--git") { Description = "A clone of the repository with the updates, bare or not, or a git bundle.", Required = true };
        var roster = new Option<string?>("--roster") { Description = "The engagements as a CSV file. Without it, partners come from the folders." };
        var asOf = new Option<string?>("--as-of") { Description = "The instant to answer for, for instance 2024-07-05T12:00:00Z; a day is its end in Program:TimeZone. Otherwise now." };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output, and nothing else." };
        var command = new Command("ledger", "Says who has delivered which month, from a clone of the repository.") { git, roster, asOf, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = verbs.Build();
            var clock = app.Services.GetRequiredService<ProgramClock>();
            var typed = parsed.GetValue(asOf);
            if (typed is not null && Parse(typed, clock.Zone) is null)
            {
                await verbs.Errors.WriteLineAsync($"--as-of \"{typed}\" is no instant; write for instance 2024-07-05T12:00:00Z, or 2024-07-05 for the end of that day.");
                return AoBotCommandLine.WrongUsage;
            }

            var instant = typed is null ? clock.Now : Parse(typed, clock.Zone)!.Value;
            if (await RosterAtHand.Read(verbs, parsed.GetValue(roster), cancellationToken) is not { } known)
            {
                return AoBotCommandLine.BadInput;
            }

            if (await RepositoryAtHand.Read(verbs, app.Services, parsed.GetRequiredValue(git), cancellationToken) is not { History: var history, Options: var options })
            {
                return AoBotCommandLine.BadInput;
            }

            var reading = Ledger.At(history, known.Roster, instant, options);
            await verbs.Output.WriteLineAsync(parsed.GetValue(json) ? LedgerJson.Write(reading) : LedgerTable.Write(reading, history.Branch, clock.Zone));
            return AoBotCommandLine.Good;
        });
        return command;
    }

    private static Instant? Parse(string typed, DateTimeZone zone)
    {
        if (LocalDatePattern.Iso.Parse(typed) is { Success: true, Value: var day })
        {
            return zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.Epsilon;
        }

        return Instants.Select(p => p.Parse(typed)).FirstOrDefault(r => r.Success) is { } read ? read.Value.ToInstant() : null;
    }
}
