using AoBot.Slack.Blocks;

namespace AoBot.Slack.Receiving;

/// <summary>
/// How requests from Slack are verified and answered. Checked when the host starts: a wrong value stops the start with a message that names it.
/// </summary>
public sealed class SlackReceivingOptions
{
    /// <summary>
    /// The app's signing secret ("Basic Information" of the app). An empty secret would accept anybody's signature, so it stops the start.
    /// See https://docs.slack.dev/authentication/verifying-requests-from-slack.
    /// </summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The app's id (<c>A…</c>). When set, a request that names another app is refused with 403.</summary>
    public string? AppId { get; set; }

    /// <summary>
    /// The workspace's id (<c>T…</c>). When set, a request received for another workspace is refused with 403. It is compared with the
    /// receiving workspace, never with the person's: guests and people of connected workspaces carry another one.
    /// </summary>
    public string? TeamId { get; set; }

    /// <summary>Real time: freshness of signatures and all waiting. Not a program clock that may be shifted.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>
    /// After this long a command is answered with <see cref="OnSlow"/>, and its own answer follows through its response_url.
    /// Above 0 and below 3 seconds, Slack's limit; 2.5 seconds unless set.
    /// See https://docs.slack.dev/interactivity/implementing-slash-commands.
    /// </summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How many handlers may be at work or waiting at one time; what comes above is told so. 1 or more; 1,000 unless set.</summary>
    public int MaxPending { get; set; } = 1000;

    /// <summary>How many block actions, shortcuts and closings are handled at one time; others wait. 1 or more; 64 unless set.</summary>
    public int MaxConcurrent { get; set; } = 64;

    /// <summary>How long a graceful stop waits for work that is under way before it is cancelled. 10 seconds unless set.</summary>
    public TimeSpan DrainWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What a person reads when a handler failed. The argument is the reference that is in the log too.</summary>
    public Func<string, MessageBody> OnError { get; set; } = static reference =>
        new($"Sorry, something went wrong and nothing was changed as far as we know. Please try again; if it happens again, tell us this reference: {reference}");

    /// <summary>What a person reads when nothing handles the command, button or form they used.</summary>
    public Func<UnknownRequest, MessageBody> OnUnknown { get; set; } = static unknown =>
        new($"Sorry, this app does not know that {unknown.Noun} (any more). If you expected it to work, tell us this reference: {unknown.Reference}");

    /// <summary>What a person reads when a handler needs longer than <see cref="AnswerWithin"/>.</summary>
    public Func<MessageBody> OnSlow { get; set; } = static () => new("Working on it. The answer follows here in a moment.");

    /// <summary>What a person reads when <see cref="MaxPending"/> is reached. The argument is the reference that is in the log too.</summary>
    public Func<string, MessageBody> OnBusy { get; set; } = static reference =>
        new($"Sorry, there is too much to do just now. Please try again in a minute. Reference: {reference}");

    /// <summary>
    /// Tells a person of a failure when Slack gave no response_url (App Home, modals): for instance by a direct message.
    /// Without it such a failure is only in the log.
    /// </summary>
    public Func<IServiceProvider, UndeliveredNotice, CancellationToken, Task>? TellOtherwise { get; set; }
}

/// <summary>What was asked for and is not registered.</summary>
/// <param name="Noun">A word for the kind: "command", "button", "form" or "shortcut".</param>
/// <param name="Id">The command, action_id or callback_id as it came. Foreign text: escape it before showing it.</param>
/// <param name="Reference">The reference that is in the log too.</param>
public sealed record UnknownRequest(string Noun, string Id, string Reference);

/// <summary>Words for a person that could not be sent, because Slack gave no response_url.</summary>
/// <param name="UserId">Whom to tell.</param>
/// <param name="TriggerId">Lives three seconds; opens a modal once.</param>
/// <param name="Body">What to tell.</param>
public sealed record UndeliveredNotice(string UserId, string? TriggerId, MessageBody Body);
