using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AoBot.Slack.Receiving;

/// <summary>Keeps events before acknowledging them.</summary>
internal sealed partial class EventEndpoint(
    SlackDoor door,
    BackgroundWork background,
    EventDispatcher dispatcher,
    IServiceScopeFactory scopes,
    ILogger<EventEndpoint> logger)
{
    public async Task Answer(HttpContext context)
    {
        using var body = await door.Open(context, SlackDoor.Json);
        if (body is null)
        {
            return;
        }

        EventCallback? envelope = null;
        JsonElement raw;
        try
        {
            raw = JsonReading.ParseObject(body.Bytes);
            if (raw.Text("type") is "event_callback" && raw.Text("event_id") is not null)
            {
                envelope = EventCallback.Read(raw);
            }
        }
        catch (JsonException)
        {
            await door.Refuse(context, Refusal.MalformedJson);
            return;
        }

        await (envelope is null ? AnswerOther(context, raw) : Keep(context, WithRetry(envelope, context.Request.Headers), body.Memory));
    }

    private static EventCallback WithRetry(EventCallback envelope, IHeaderDictionary headers) =>
        headers.TryGetValue("X-Slack-Retry-Num", out var number) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var retry)
            ? envelope with { RetryNum = retry, RetryReason = headers["X-Slack-Retry-Reason"] }
            : envelope;

    private Task AnswerOther(HttpContext context, JsonElement raw)
    {
        switch (raw.Text("type"))
        {
            case "url_verification" when raw.Text("challenge") is { } challenge:
                return Answers.Words(context, StatusCodes.Status200OK, challenge);
            case "app_rate_limited":
                LogRateLimited(logger, raw.Number("minute_rate_limited") ?? 0);
                return Answers.Empty(context);
            case null or "url_verification" or "event_callback":
                return door.Refuse(context, Refusal.MalformedJson);
            default:
                // A kind that Slack added since: refusing it for long would make Slack switch off all events.
                LogOther(logger);
                return Answers.Empty(context);
        }
    }

    private async Task Keep(HttpContext context, EventCallback envelope, ReadOnlyMemory<byte> rawJson)
    {
        if (door.Admits(envelope) is { } refusal)
        {
            await door.Refuse(context, refusal);
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<IEventInbox>() is { } inbox)
            {
                var isNew = await inbox.Accept(envelope, rawJson, background.Lifetime);
                LogKept(logger, envelope.EventId, isNew);
            }
            else if (background.TryBegin() is { } ticket)
            {
                ticket.Start(cancellationToken => dispatcher.Dispatch(envelope, cancellationToken));
            }
            else
            {
                await door.Refuse(context, Refusal.Busy);
                return;
            }
        }
        catch (Exception unexpected)
        {
            LogNotKept(logger, unexpected, envelope.EventId);
            await door.Refuse(context, Refusal.NotKept);
            return;
        }

        await Answers.Empty(context);
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Warning, Message = "Slack withholds events: more than 30,000 came within an hour (minute {Minute})")]
    private static partial void LogRateLimited(ILogger logger, long minute);

    [LoggerMessage(EventId = 41, Level = LogLevel.Warning, Message = "Slack sent a kind of request to the event address that this version does not know")]
    private static partial void LogOther(ILogger logger);

    [LoggerMessage(EventId = 42, Level = LogLevel.Debug, Message = "Event {EventId} is kept (new: {IsNew})")]
    private static partial void LogKept(ILogger logger, string eventId, bool isNew);

    [LoggerMessage(EventId = 43, Level = LogLevel.Error, Message = "Event {EventId} could not be kept; Slack will send it again")]
    private static partial void LogNotKept(ILogger logger, Exception exception, string eventId);
}
