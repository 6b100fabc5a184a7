using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Api;

/// <summary>
/// Calls a method: in its turn, again where that is safe, and with an outcome that is never better than what is known.
/// </summary>
internal sealed partial class SlackCaller(SlackTransport transport, SlackApiOptions options, ILogger<SlackCaller> logger)
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);

    private readonly Pacer _pacer = new(options);

    public async Task<SlackOutcome<TResponse>> Call<TRequest, TResponse>(SlackMethod<TRequest, TResponse> method, TRequest request, CancellationToken ct, Func<Task>? onTurn = null)
    {
        if (options.BotToken.Length == 0)
        {
            return new SlackOutcome<TResponse>.Refused(new AuthError("not_authed"));
        }

        using var paced = await _pacer.Enter(method, method.Channel?.Invoke(request), ct);
        for (var attempt = 1; ; attempt++)
        {
            await paced.Start(ct);
            if (attempt == 1 && onTurn is not null)
            {
                await onTurn();
            }

            var started = options.Time.GetTimestamp();
            var (outcome, again) = await Try(method, request, paced, ct);
            LogAttempt(Level(outcome), method.Name, Kind(outcome), Code(outcome), (long)options.Time.GetElapsedTime(started).TotalMilliseconds, attempt);
            if (again is not { } wait || attempt >= options.MaxAttempts)
            {
                return outcome;
            }

            await PacedDelay.For(wait * Math.Pow(2, attempt - 1), options.Time, ct);
        }
    }

    /// <summary>One attempt; the second value, when there is one, says that it may be repeated and after what wait, doubled each time.</summary>
    private async Task<(SlackOutcome<TResponse> Outcome, TimeSpan? Again)> Try<TRequest, TResponse>(
        SlackMethod<TRequest, TResponse> method, TRequest request, PacedCall paced, CancellationToken ct)
    {
        // An uncertain call is repeated only when it changes nothing.
        TimeSpan? ifReading = method.Kind == SlackMethodKind.Reading ? FirstBackoff : null;
        using var content = method.Kind == SlackMethodKind.Reading
            ? SlackContent.Form(request, method.Request)
            : SlackContent.Json(request, method.Request);
        var sent = await transport.Send(new Uri(options.ApiUrl, method.Name), content, new AuthenticationHeaderValue("Bearer", options.BotToken), ct);
        switch (sent)
        {
            case Attempt.NotSent nothing:
                return (new SlackOutcome<TResponse>.Refused(new Unreachable(nothing.Reason)), FirstBackoff);
            case Attempt.Lost lost:
                return (new SlackOutcome<TResponse>.Unknown(lost.Reason), ifReading);
        }

        var answered = (Attempt.Answered)sent;
        switch (SlackAnswers.Read(answered, method.Response))
        {
            case SlackAnswer<TResponse>.Yes yes:
                return (new SlackOutcome<TResponse>.Sent(method.WithHeaders is { } with ? with(yes.Response, answered.Headers) : yes.Response), null);
            case SlackAnswer<TResponse>.No no:
                return (new SlackOutcome<TResponse>.Refused(no.Error), null);
            case SlackAnswer<TResponse>.Unclear unclear:
                return (new SlackOutcome<TResponse>.Unknown(unclear.Reason), ifReading);
            default:
                var retryAfter = transport.RetryAfter(answered.Headers);
                paced.Pause(retryAfter);
                // No wait of its own: the method's lane is closed for exactly as long as Slack asked.
                return (new SlackOutcome<TResponse>.Refused(new RateLimited(retryAfter)), TimeSpan.Zero);
        }
    }

    private static LogLevel Level<T>(SlackOutcome<T> outcome) =>
        outcome is SlackOutcome<T>.Sent ? LogLevel.Information : LogLevel.Warning;

    private static string Kind<T>(SlackOutcome<T> outcome) => outcome switch
    {
        SlackOutcome<T>.Sent => "sent",
        SlackOutcome<T>.Refused => "refused",
        _ => "unknown",
    };

    private static string Code<T>(SlackOutcome<T> outcome) => outcome switch
    {
        SlackOutcome<T>.Refused refused => refused.Error.Code,
        SlackOutcome<T>.Unknown unknown => unknown.Reason,
        _ => "ok",
    };

    [LoggerMessage(Message = "Slack {Method}: {Outcome} ({Code}) in {Milliseconds} ms, attempt {Attempt}")]
    private partial void LogAttempt(LogLevel level, string method, string outcome, string code, long milliseconds, int attempt);
}
