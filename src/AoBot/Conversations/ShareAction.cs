using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using Humanizer;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Conversations;

/// <summary>"Share in channel": posts the public version, naming the sharer, at most once an hour per answer and channel.</summary>
public sealed partial class ShareAction(
    Words words,
    WriteGate gate,
    PeopleDirectory people,
    ProgramClock clock,
    [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime,
    PersonalReply reply,
    ISlackApiClient slack,
    ResponseUrlClient responseUrls,
    ILogger<ShareAction> logger) : IBlockActionHandler
{
    private static readonly Duration Pause = Duration.FromHours(1);

    // Slack lets a response_url live for 30 minutes; what is nearly dead is not relied on.
    private static readonly Duration ResponseUrlLife = Duration.FromMinutes(29);

    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.Channel?.Id is not { } channel || request.Action.Value is not { } asked)
        {
            LogIncomplete();
            return;
        }

        var now = Instant.FromDateTimeOffset(realTime.GetUtcNow());
        var claim = await gate.Write(db => Claim(db, request, channel, asked, now, cancellationToken), cancellationToken);
        if (claim is not { } share)
        {
            return;
        }

        if (share.SharedBefore is { } before)
        {
            await Tell(request, $"This was shared here {"minute".ToQuantity((int)(now - before).TotalMinutes)} ago. It can be shared again in {"minute".ToQuantity((int)Math.Ceiling((before + Pause - now).TotalMinutes))}.", cancellationToken);
            return;
        }

        var sharer = await people.NameOf(request.User.Id, request.User.Name, cancellationToken);
        var answer = await words.Answer(asked, Audience.Public, cancellationToken);
        var body = Sharing.AsShared(answer, sharer, asked);
        switch (await Send(request, channel, body, now, cancellationToken))
        {
            case Outcome.Arrived:
                return;
            case Outcome.Unsure:
                await Tell(request, "I could not make sure that it arrived. Please look at the channel before you share it again.", cancellationToken);
                return;
            default:
                await gate.Write(
                    async db =>
                    {
                        await db.SharedAnswers.Where(s => s.Id == share.Id).ExecuteDeleteAsync(cancellationToken);
                        return true;
                    },
                    cancellationToken);
                await Tell(request, "I could not post here. Please invite me to this channel first (type /invite and my name), then share it again.", cancellationToken);
                return;
        }
    }

    /// <summary>One row for the press; nothing for a press that was delivered before.</summary>
    private async Task<Share?> Claim(AoBotDbContext db, BlockActionRequest request, string channel, string asked, Instant now, CancellationToken cancellationToken)
    {
        if (await db.SharedAnswers.AnyAsync(s => s.TriggerId == request.TriggerId, cancellationToken))
        {
            return null;
        }

        var since = now - Pause;
        var before = await db.SharedAnswers
            .Where(s => s.ChannelId == channel && s.Words == asked && s.SharedAt > since)
            .OrderByDescending(s => s.SharedAt)
            .Select(s => (Instant?)s.SharedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (before is not null)
        {
            return new Share(0, before);
        }

        var row = new SharedAnswer { TriggerId = request.TriggerId, ChannelId = channel, Words = asked, SharedBy = request.User.Id, SharedAt = now };
        db.Add(row);
        db.Add(new AuditEntry { At = clock.Now, Actor = request.User.Id, Action = Sharing.ActionId, Subject = channel, Detail = asked });
        await db.SaveChangesAsync(cancellationToken);
        return new Share(row.Id, null);
    }

    private async Task<Outcome> Send(BlockActionRequest request, string channel, MessageBody body, Instant now, CancellationToken cancellationToken)
    {
        if (request.ResponseUrl is { } url && AskedAt(request) is { } asked && now - asked < ResponseUrlLife)
        {
            var message = new ResponseUrlMessage(body) { ResponseType = ResponseType.InChannel, ReplaceOriginal = false };
            switch (await responseUrls.Send(url, message, cancellationToken))
            {
                case SlackOutcome<ResponseUrlAccepted>.Sent:
                    return Outcome.Arrived;
                case SlackOutcome<ResponseUrlAccepted>.Unknown:
                    return Outcome.Unsure;
            }
        }

        return await slack.Chat.PostMessage(new Message(channel, body), cancellationToken) switch
        {
            SlackOutcome<PostedMessage>.Sent => Outcome.Arrived,
            SlackOutcome<PostedMessage>.Unknown => Outcome.Unsure,
            _ => Outcome.Refused,
        };
    }

    /// <summary>When the answer below which the button stands was given: its ts is its time.</summary>
    private static Instant? AskedAt(BlockActionRequest request) =>
        double.TryParse(request.Container?.MessageTs, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 32_503_680_000
            ? Instant.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;

    private Task Tell(BlockActionRequest request, string text, CancellationToken cancellationToken) =>
        reply.Send(request, new MessageBody(text), cancellationToken);

    private sealed record Share(long Id, Instant? SharedBefore);

    private enum Outcome
    {
        Arrived,
        Refused,
        Unsure,
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A press of the share button named no channel or no words")]
    private partial void LogIncomplete();
}
