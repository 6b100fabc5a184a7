using AoBot.Slack.Api;

namespace AoBot.Conversations;

/// <summary>Opens the window that an answer is about. Slack gives three seconds from the word or the press; nothing else is asked of it before.</summary>
public sealed partial class WindowOpener(ISlackApiClient slack, ILogger<WindowOpener> logger)
{
    /// <summary>Nothing to say where the window opened, which speaks for itself; otherwise what to do.</summary>
    public async Task<Answer?> Open(string triggerId, Answer answer, CancellationToken cancellationToken)
    {
        var outcome = triggerId.Length == 0 || answer.Opens is null ? null : await slack.Views.Open(triggerId, answer.Opens, cancellationToken);
        if (outcome is SlackOutcome<SlackView>.Sent)
        {
            return null;
        }

        LogNotOpened((outcome as SlackOutcome<SlackView>.Refused)?.Error.Code ?? "no clear answer");
        return Parts.Short("Slack did not open the window in time. Please try again.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A window could not be opened: {Error}")]
    private partial void LogNotOpened(string error);
}
