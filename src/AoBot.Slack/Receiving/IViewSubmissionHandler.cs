namespace AoBot.Slack.Receiving;

/// <summary>Handles the submission and the closing of a modal. Made anew, in a scope of its own, for each call.</summary>
public interface IViewSubmissionHandler
{
    /// <summary>
    /// Answers the submission within three seconds: what takes longer is acknowledged with words at the form, goes on, and its answer is lost.
    /// An exception becomes an error shown at the form.
    /// </summary>
    /// <param name="submission">What was submitted.</param>
    /// <param name="cancellationToken">Cancelled when the host stops and has waited long enough.</param>
    ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken);

    /// <summary>Called in the background after a view with <c>notify_on_close</c> was closed without submitting.</summary>
    /// <param name="closed">What was closed.</param>
    /// <param name="cancellationToken">Cancelled when the host stops and has waited long enough.</param>
    Task HandleClose(ViewClosed closed, CancellationToken cancellationToken) => Task.CompletedTask;
}
