using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AoBot.Slack.Receiving;

/// <summary>Calls one handler in a scope of its own. What it throws becomes a reference in the log, and words for the person.</summary>
internal sealed partial class HandlerRunner(IServiceScopeFactory scopes, IOptions<SlackReceivingOptions> options, ILogger<HandlerRunner> logger)
{
    // Read aloud or typed from a screenshot: no letters that look like digits.
    private const string ReferenceLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public SlackReceivingOptions Options { get; } = options.Value;

    /// <summary>A short word that stands both in the log and in what the person reads.</summary>
    public static string NewReference() => RandomNumberGenerator.GetString(ReferenceLetters, 8);

    /// <summary>Calls a handler that answers.</summary>
    public async Task<TAnswer> Ask<THandler, TAnswer>(
        Func<IServiceProvider, THandler> handler,
        Func<THandler, ValueTask<TAnswer>> call,
        Func<string, TAnswer> onError,
        string id)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await call(handler(scope.ServiceProvider));
        }
        catch (Exception unexpected)
        {
            var reference = NewReference();
            LogFailed(logger, unexpected, id, reference);
            return onError(reference);
        }
    }

    /// <summary>Calls a handler that does not answer. Null when all went well, else the reference.</summary>
    public async Task<string?> Tell<THandler>(Func<IServiceProvider, THandler> handler, Func<THandler, Task> call, string id)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await call(handler(scope.ServiceProvider));
            return null;
        }
        catch (Exception unexpected)
        {
            var reference = NewReference();
            LogFailed(logger, unexpected, id, reference);
            return reference;
        }
    }

    /// <summary>Waits for an answer that must be there in time.</summary>
    /// <returns>False when it is not; the answer is still under way.</returns>
    public async ValueTask<bool> InTime(Task answer)
    {
        try
        {
            await answer.WaitAsync(Options.AnswerWithin, Options.Time);
            return true;
        }
        catch (TimeoutException) when (!answer.IsCompleted)
        {
            return false;
        }
    }

    /// <summary>A reference for something unknown, logged. The id is foreign: it is cut, and control characters are made harmless.</summary>
    public string Unknown(string noun, string id)
    {
        var reference = NewReference();
        LogUnknown(logger, noun, Harmless(id), reference);
        return reference;
    }

    public string Busy(string id)
    {
        var reference = NewReference();
        LogBusy(logger, Harmless(id), reference);
        return reference;
    }

    public void Slow(string id) => LogSlow(logger, Harmless(id));

    private static string Harmless(string id) =>
        string.Create(Math.Min(id.Length, 80), id, static (safe, from) =>
        {
            for (var i = 0; i < safe.Length; i++)
            {
                safe[i] = char.IsControl(from[i]) ? '?' : from[i];
            }
        });

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "The handler of {Id} failed; the person was given reference {Reference}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string id, string reference);

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "Nothing handles the {Noun} {Id}; the person was given reference {Reference}")]
    private static partial void LogUnknown(ILogger logger, string noun, string id, string reference);

    [LoggerMessage(EventId = 22, Level = LogLevel.Warning, Message = "Too much is waiting: {Id} was turned away with reference {Reference}")]
    private static partial void LogBusy(ILogger logger, string id, string reference);

    [LoggerMessage(EventId = 23, Level = LogLevel.Information, Message = "{Id} was not answered in time; it goes on")]
    private static partial void LogSlow(ILogger logger, string id);
}
