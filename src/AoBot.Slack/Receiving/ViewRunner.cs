using AoBot.Slack.Blocks;
using Microsoft.AspNetCore.Http;

namespace AoBot.Slack.Receiving;

/// <summary>What a modal asks: its submission and the options of its selects are answered in the response, its closing afterwards.</summary>
internal sealed class ViewRunner(SlackRegistrations registrations, HandlerRunner runner, BackgroundWork background)
{
    public async Task Answer(HttpContext context, ViewSubmission submission)
    {
        var response = await Answer(submission);
        await (response.Utf8Json.IsEmpty ? Answers.Empty(context) : Answers.Json(context, response.Utf8Json));
    }

    public async Task Answer(HttpContext context, ViewClosed closed)
    {
        var id = closed.View.CallbackId;
        if (registrations.Views.TryGetValue(id, out var handler))
        {
            if (background.TryBegin() is { } ticket)
            {
                ticket.Start(cancellationToken => runner.Tell(handler, made => made.HandleClose(closed, cancellationToken), id));
            }
            else
            {
                // Nobody waits for an answer to a closing: the log is all that can be told.
                runner.Busy(id);
            }
        }
        else
        {
            runner.Unknown("form", id);
        }

        await Answers.Empty(context);
    }

    public async Task Answer(HttpContext context, BlockOptionsRequest request)
    {
        var options = await Answer(request);
        await Answers.Json(context, options.Utf8Json);
    }

    private async ValueTask<ViewSubmissionResponse> Answer(ViewSubmission submission)
    {
        var id = submission.View.CallbackId;
        if (!registrations.Views.TryGetValue(id, out var handler))
        {
            return Failure(submission.View, runner.Options.OnUnknown(new("form", id, runner.Unknown("form", id))));
        }

        if (background.TryBegin() is not { } ticket)
        {
            return Failure(submission.View, runner.Options.OnBusy(runner.Busy(id)));
        }

        var answer = Task.Run(() => runner.Ask(
            handler,
            made => made.Handle(submission, background.Lifetime),
            reference => Failure(submission.View, runner.Options.OnError(reference)),
            id));
        if (await runner.InTime(answer))
        {
            ticket.Dispose();
            return await answer;
        }

        runner.Slow(id);
        ticket.Start(async _ => await answer, urgent: true);
        return Failure(submission.View, runner.Options.OnSlow());
    }

    private async ValueTask<BlockOptionsResponse> Answer(BlockOptionsRequest request)
    {
        var id = request.ActionId;
        if (!registrations.Options.TryGetValue(id, out var provider))
        {
            runner.Unknown("menu", id);
            return BlockOptionsResponse.None;
        }

        if (background.TryBegin() is not { } ticket)
        {
            runner.Busy(id);
            return BlockOptionsResponse.None;
        }

        var tooLate = CancellationTokenSource.CreateLinkedTokenSource(background.Lifetime);
        var answer = Task.Run(() => runner.Ask(provider, made => made.GetOptions(request, tooLate.Token), static _ => BlockOptionsResponse.None, id));
        if (await runner.InTime(answer))
        {
            ticket.Dispose();
            tooLate.Dispose();
            return await answer;
        }

        runner.Slow(id);
        await tooLate.CancelAsync();
        ticket.Start(
            async _ =>
            {
                await answer;
                tooLate.Dispose();
            },
            urgent: true);
        return BlockOptionsResponse.None;
    }

    /// <summary>
    /// At the first input, so that what was entered stays. A view without inputs makes room for the words, as Slack shows errors at inputs only.
    /// </summary>
    private static ViewSubmissionResponse Failure(ReceivedView view, MessageBody words) => view.FirstInputBlockId is { } blockId
        ? ViewSubmissionResponse.Errors(new Dictionary<string, string>(StringComparer.Ordinal) { [blockId] = words.Text })
        : ViewSubmissionResponse.Update(new ModalView("Sorry", words.Blocks ?? [new SectionBlock(new PlainText(words.Text))]) { Close = "Close" });
}
