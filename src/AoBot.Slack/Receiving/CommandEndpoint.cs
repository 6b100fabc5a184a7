using Microsoft.AspNetCore.Http;

namespace AoBot.Slack.Receiving;

/// <summary>Answers slash commands in the acknowledgement, or promises an answer in time.</summary>
internal sealed class CommandEndpoint(
    SlackDoor door,
    SlackRegistrations registrations,
    HandlerRunner runner,
    BackgroundWork background,
    PersonNotices notices)
{
    public async Task Answer(HttpContext context)
    {
        SlashCommand? command;
        bool isCertificateCheck;
        using (var body = await door.Open(context, SlackDoor.Form))
        {
            if (body is null)
            {
                return;
            }

            command = SlashCommandForm.Read(body.Bytes, out isCertificateCheck);
        }

        if (isCertificateCheck)
        {
            await Answers.Empty(context);
        }
        else if (command is null)
        {
            await door.Refuse(context, Refusal.MalformedForm);
        }
        else if (door.Admits(command.ApiAppId, command.TeamId) is { } refusal)
        {
            await door.Refuse(context, refusal);
        }
        else
        {
            await Send(context, await Answer(command));
        }
    }

    private static Task Send(HttpContext context, SlashCommandResponse response) =>
        response.Utf8Json.IsEmpty ? Answers.Empty(context) : Answers.Json(context, response.Utf8Json);

    private async ValueTask<SlashCommandResponse> Answer(SlashCommand command)
    {
        if (!registrations.Commands.TryGetValue(command.Command, out var handler))
        {
            var unknown = new UnknownRequest("command", command.Command, runner.Unknown("command", command.Command));
            return SlashCommandResponse.Ephemeral(runner.Options.OnUnknown(unknown));
        }

        if (await runner.Ask<ISlashCommandHandler, SlashCommandResponse?>(handler, made => new(made.AnswerAtOnce(command)), Apologise, command.Command) is { } ready)
        {
            return ready;
        }

        if (background.TryBegin() is not { } ticket)
        {
            return SlashCommandResponse.Ephemeral(runner.Options.OnBusy(runner.Busy(command.Command)));
        }

        // On the pool: a handler that blocks its thread (a database that waits for a lock) must not block the acknowledgement.
        var answer = Task.Run(() => runner.Ask(handler, made => made.Handle(command, background.Lifetime), Apologise, command.Command));
        if (answer.IsCompleted || await runner.InTime(answer))
        {
            ticket.Dispose();
            return await answer;
        }

        runner.Slow(command.Command);
        ticket.Start(async cancellationToken => await notices.Deliver(command, await answer, cancellationToken), urgent: true);
        return SlashCommandResponse.Ephemeral(runner.Options.OnSlow());
    }

    private SlashCommandResponse Apologise(string reference) => SlashCommandResponse.Ephemeral(runner.Options.OnError(reference));
}
