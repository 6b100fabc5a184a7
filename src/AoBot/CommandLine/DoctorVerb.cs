using System.CommandLine;
using AoBot.Doctor;

namespace AoBot.CommandLine;

/// <summary><c>doctor</c>: says what is wrong with a configuration, each finding with its cure.</summary>
public static class DoctorVerb
{
    public static Command Create(VerbContext verbs)
    {
        var command = new Command("doctor", "Says what is wrong with the configuration, and the cure.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = verbs.Build();
            var worst = FindingLevel.Good;
            await foreach (var finding in app.Services.GetRequiredService<Examination>().Examine(cancellationToken))
            {
                worst = finding.Level > worst ? finding.Level : worst;
                await verbs.Output.WriteLineAsync($"{Mark(finding.Level)}  {finding.Subject}: {finding.Words}.");
                if (finding.Cure is { } cure)
                {
                    await verbs.Output.WriteLineAsync($"         Cure: {cure}.");
                }
            }

            await verbs.Output.WriteLineAsync(worst switch
            {
                FindingLevel.Good => "AoBot is fit to serve.",
                FindingLevel.Warning => "AoBot can serve, but see the warnings.",
                _ => "AoBot cannot serve yet.",
            });
            return worst == FindingLevel.Bad ? AoBotCommandLine.BadInput : AoBotCommandLine.Good;
        });
        return command;
    }

    private static string Mark(FindingLevel level) => level switch
    {
        FindingLevel.Good => "good   ",
        FindingLevel.Warning => "warning",
        _ => "BAD    ",
    };
}
