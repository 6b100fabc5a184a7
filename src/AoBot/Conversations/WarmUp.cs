namespace AoBot.Conversations;

/// <summary>
/// Renders the screen that is asked for most while the port opens, on another thread: the first question after a start finds the model, the
/// queries and usually the answer ready. Nothing waits for it.
/// </summary>
public sealed partial class WarmUp(AoCommand command, ILogger<WarmUp> logger) : BackgroundService
{
    private const string FirstAsked = "status";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await command.Answer(new AnswerKey(FirstAsked, Audience.Public, OffersSharing: true), triggerId: "", stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped while it started.
        }
#pragma warning disable CA1031 // The edge of what runs beside the start: whoever asks first meets the same problem, and is told.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first answer could not be prepared")]
    private partial void LogFailed(Exception problem);
}
