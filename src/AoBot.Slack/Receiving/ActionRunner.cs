using Microsoft.AspNetCore.Http;

namespace AoBot.Slack.Receiving;

/// <summary>What is acknowledged with an empty 200 and handled afterwards: block actions and shortcuts.</summary>
internal sealed class ActionRunner(SlackRegistrations registrations, HandlerRunner runner, BackgroundWork background, PersonNotices notices, SlackDoor door)
{
    public async Task Answer(HttpContext context, InteractionRequest request)
    {
        if (background.TryBegin() is not { } ticket)
        {
            await TurnAway(context, request);
            return;
        }

        try
        {
            // The acknowledgement leaves before the handler begins, however the handler behaves.
            await Answers.Empty(context);
            await context.Response.CompleteAsync();
        }
        finally
        {
            ticket.Start(cancellationToken => Handle(request, cancellationToken));
        }
    }

    private async Task TurnAway(HttpContext context, InteractionRequest request)
    {
        // Slack marks the element as failed for the person; the words say why.
        var words = runner.Options.OnBusy(runner.Busy(request.Type));
        background.TryBegin(urgent: true)?.Start(cancellationToken => notices.Tell(request, words, cancellationToken), urgent: true);
        await door.Refuse(context, Refusal.Busy);
    }

    private async Task Handle(InteractionRequest request, CancellationToken cancellationToken)
    {
        switch (request)
        {
            case BlockActions actions:
                foreach (var action in actions.Requests)
                {
                    var id = action.Action.ActionId;
                    await Handle(registrations.FindAction(id), handler => handler?.Handle(action, cancellationToken) ?? Task.CompletedTask, action, "button", id, cancellationToken);
                }

                break;
            case MessageShortcut shortcut:
                await Handle(
                    registrations.MessageShortcutHandlers.GetValueOrDefault(shortcut.CallbackId),
                    handler => handler.Handle(shortcut, cancellationToken),
                    shortcut,
                    "shortcut",
                    shortcut.CallbackId,
                    cancellationToken);
                break;
            case GlobalShortcut shortcut:
                await Handle(
                    registrations.GlobalShortcutHandlers.GetValueOrDefault(shortcut.CallbackId),
                    handler => handler.Handle(shortcut, cancellationToken),
                    shortcut,
                    "shortcut",
                    shortcut.CallbackId,
                    cancellationToken);
                break;
            default:
                await Handle<object>(null, static _ => Task.CompletedTask, request, "button", request.Type, cancellationToken);
                break;
        }
    }

    private async Task Handle<THandler>(
        Func<IServiceProvider, THandler>? handler,
        Func<THandler, Task> call,
        InteractionRequest request,
        string noun,
        string id,
        CancellationToken cancellationToken)
    {
        if (handler is null)
        {
            var unknown = new UnknownRequest(noun, id, runner.Unknown(noun, id));
            await notices.Tell(request, runner.Options.OnUnknown(unknown), cancellationToken);
        }
        else if (await runner.Tell(handler, call, id) is { } reference)
        {
            await notices.Tell(request, runner.Options.OnError(reference), cancellationToken);
        }
    }
}
