using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Conversations;

/// <summary>What people are told when something goes wrong: what to do next, and a reference that is in the log.</summary>
public static class FailureAnswers
{
    public static void Set(SlackReceivingOptions options)
    {
        options.OnError = static reference => Say($"Sorry, that went wrong on my side; nothing was changed. Please try again. If it happens again, tell the staff this reference: {reference}");
        options.OnUnknown = static unknown => Say($"Sorry, I don't know this {unknown.Noun} any more; it may be from an older message. Ask afresh with /ao help. Reference: {unknown.Reference}");
        options.OnSlow = static () => Say("Working on it. The answer follows here in a moment.");
        options.TellOtherwise = TellInWindow;
        options.OnBusy = static reference => Say($"Sorry, there is too much to do just now. Please try again in a minute. Reference: {reference}");
    }

    /// <summary>A button in Home has no response_url: who pressed it is told in a window.</summary>
    private static Task TellInWindow(IServiceProvider services, UndeliveredNotice notice, CancellationToken cancellationToken) =>
        notice.TriggerId is { Length: > 0 } trigger
            ? services.GetRequiredService<ISlackApiClient>().Views.Open(trigger, new ModalView("AoBot", [Parts.Plain(notice.Body.Text)]) { Close = "Close" }, cancellationToken)
            : Task.CompletedTask;

    private static MessageBody Say(string words) => new(words);
}
