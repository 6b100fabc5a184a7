using AoBot.Slack.Api;
using NodaTime;

namespace AoBot.Outbox;

/// <summary>
/// While Slack does not let AoBot in, nothing is sent and nothing leaves the outbox. Now and then Slack is asked whether it is so still;
/// when it is not, sending goes on by itself.
/// </summary>
public sealed partial class SenderStop(ISlackApiClient slack, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime, ILogger<SenderStop> logger)
{
    private static readonly Duration BetweenQuestions = Duration.FromMinutes(1);

    private volatile StopState? _state;

    /// <summary>Why nothing is sent, with the cure; none while all is well.</summary>
    public string? Reason => _state is { } state ? $"Slack does not let AoBot in ({state.Error.Code}): {Refusals.Cure(state.Error)}" : null;

    public void Stop(AuthError error)
    {
        if (_state is null)
        {
            LogStopped(error.Code, Refusals.Cure(error));
        }

        _state = new StopState(error, Now + BetweenQuestions);
    }

    /// <summary>Whether anything may be sent now.</summary>
    public async Task<bool> IsOpen(CancellationToken cancellationToken)
    {
        if (_state is not { } state)
        {
            return true;
        }

        if (Now < state.AskAt)
        {
            return false;
        }

        _state = state with { AskAt = Now + BetweenQuestions };
        if (await slack.Auth.Test(cancellationToken) is not SlackOutcome<AuthTest>.Sent test || Lacks(test.Response, state.Error))
        {
            return false;
        }

        _state = null;
        LogResumed();
        return true;
    }

    /// <summary>A token may be good and still not allowed to send.</summary>
    private static bool Lacks(AuthTest test, AuthError error) =>
        error is { Code: "missing_scope", Needed: { } needed } && test.GrantedScopes is { } granted && !needed.Split(',', StringSplitOptions.TrimEntries).All(scope => granted.Contains(scope, StringComparer.Ordinal));

    private Instant Now => Instant.FromDateTimeOffset(realTime.GetUtcNow());

    private sealed record StopState(AuthError Error, Instant AskAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing is sent any more, Slack does not let AoBot in ({Error}): {Cure}")]
    private partial void LogStopped(string error, string cure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack lets AoBot in again; what waited is sent")]
    private partial void LogResumed();
}
