using System.CommandLine;
using AoBot.People;
using Humanizer;

namespace AoBot.CommandLine;

/// <summary><c>forget PERSON</c>: puts "a former contact" in the place of a person, everywhere.</summary>
public static class ForgetVerb
{
    public static Command Create(VerbContext verbs)
    {
        var person = new Argument<string>("person") { Description = "A Slack id, for instance U0123ABCD, or an e-mail address." };
        var command = new Command("forget", $"Puts \"{Person.Former}\" in the place of a person, everywhere.") { person };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var written = parsed.GetRequiredValue(person).Trim();
            if (NamedPerson.Parse(written) is not { } named)
            {
                await verbs.Errors.WriteLineAsync("That is neither a Slack id, for instance U0123ABCD, nor an e-mail address.");
                return AoBotCommandLine.WrongUsage;
            }

            return await verbs.WithDatabase(
                async services =>
                {
                    var forgotten = await services.GetRequiredService<Forgetting>().Forget(named, actor: "operator", cancellationToken);
                    await verbs.Output.WriteLineAsync(forgotten.Count == 0
                        ? "Nothing is known of this person."
                        : $"Forgotten, in {forgotten.Select(r => r.ToString()).Humanize("and")}. Copies of the database from before (export --backup, and those beside it from before a migration) still name them: delete those, too.");
                    await verbs.Output.WriteLineAsync(NamedPerson.IsSlackId(written)
                        ? "If a contact was named by e-mail, forget the address as well."
                        : "If they have a Slack id here, forget that as well.");
                    if (services.GetRequiredService<Settings>().StaffUserIds.Contains(written, StringComparer.Ordinal))
                    {
                        await verbs.Output.WriteLineAsync("Program:StaffUserIds still names them: take them out there, or AoBot asks Slack about them again.");
                    }

                    return AoBotCommandLine.Good;
                },
                cancellationToken);
        });
        return command;
    }
}
