using System.CommandLine;
using AoBot.Conversations;
using AoBot.People;
using AoBot.Terminal;
using NodaTime;

namespace AoBot.CommandLine;

/// <summary><c>say "/ao status"</c>: the answer of the same handlers, drawn in the terminal, without Slack.</summary>
public static class SayVerb
{
    public static Command Create(VerbContext verbs)
    {
        var words = new Argument<string[]>("words") { Description = "What you would type in Slack, for instance \"/ao status\".", Arity = ArgumentArity.OneOrMore };
        var user = new Option<string?>("--as") { Description = "Whose eyes to see it with: a Slack user id. Without it, everybody's." };
        var command = new Command("say", "Answers a word of /ao in the terminal.") { words, user };
        command.SetAction((parsed, cancellationToken) => verbs.WithDatabase(
            async services =>
            {
                var typed = string.Join(' ', parsed.GetRequiredValue(words));
                var asker = parsed.GetValue(user);
                var audience = asker is not null && services.GetRequiredService<Roles>().IsStaff(asker) ? Audience.Staff : Audience.Public;
                var answer = await services.GetRequiredService<Words>().Answer(typed, audience, asker, cancellationToken);
                TerminalMessage.Draw(verbs.Output, answer.Blocks, DateTimeZoneProviders.Tzdb.GetSystemDefault());
                return AoBotCommandLine.Good;
            },
            cancellationToken));
        return command;
    }
}
