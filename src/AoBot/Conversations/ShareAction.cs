using System.Security.Cryptography;
using System.Text;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
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

    // Longer than a request to Slack can take: what was claimed and not sent by then was cut off by a kill, and blocks nobody.
    private static readonly Duration Sending = Duration.FromMinutes(2);

    // Slack lets a response_url live for 30 minutes; what is nearly dead is not relied on.
    private static readonly Duration ResponseUrlLife = Duration.FromMinutes(29);

    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.Channel?.Id is not { } channel || request.Action.Value is not { } value)
        {
            LogIncomplete();
            return;
        }

        var asked = words.Spelling(value);
        // Rendered before it is claimed: what fails here leaves nothing behind.
        var sharer = await people.NameOf(request.User.Id, request.User.Name, cancellationToken);
        var answer = await words.Answer(asked, Audience.Public, cancellationToken);
        var body = Sharing.AsShared(answer, sharer, asked);

        var now = Instant.FromDateTimeOffset(realTime.GetUtcNow());
        var claim = await gate.Write(db => Claim(db, request, channel, asked, HashOf(answer), now, cancellationToken), cancellationToken);
        if (claim is not { } share)
        {
            return;
        }

        if (share.SharedBefore is { } before)
        {
            await Tell(request, $"This was shared here {Ago(now - before)}. It can be shared again in {"minute".ToQuantity((int)Math.Ceiling((before + Pause - now).TotalMinutes))}.", cancellationToken);
            return;
        }

        SlackOutcome<ResponseUrlAccepted> outcome;
        try
        {
            outcome = await Send(request, channel, body, now, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The bot stops before anything was sent.
            await Withdraw(share);
            throw;
        }

        if (outcome is not SlackOutcome<ResponseUrlAccepted>.Refused)
        {
            await gate.Write(db => db.SharedAnswers.Where(s => s.Id == share.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.SentAt, now), CancellationToken.None), CancellationToken.None);
        }

        switch (outcome)
        {
            case SlackOutcome<ResponseUrlAccepted>.Unknown:
                await Tell(request, "I could not make sure that it arrived. Please look at the channel before you share it again.", cancellationToken);
                break;
            case SlackOutcome<ResponseUrlAccepted>.Refused refused:
                await Withdraw(share);
                await Tell(request, Cure(refused.Error), cancellationToken);
                break;
        }
    }

    private static string Ago(Duration since) => since < Duration.FromMinutes(1) ? "just now" : $"{"minute".ToQuantity((int)since.TotalMinutes)} ago";

    private static string Cure(SlackError error) => error switch
    {
        NotFound { Code: "not_in_channel" or "channel_not_found" } => "I could not post here. Please invite me to this channel first (type /invite and my name), then share it again.",
        RateLimited or Unreachable => "Slack could not take it just now, so nothing was shared. Please share it again in a few minutes.",
        _ => $"Slack does not let me post here ({error.Code}), so nothing was shared.",
    };

    /// <summary>One row for the press; nothing for a press that was delivered before.</summary>
    private async Task<Share?> Claim(AoBotDbContext db, BlockActionRequest request, string channel, string asked, string hash, Instant now, CancellationToken cancellationToken)
    {
        if (await db.SharedAnswers.AnyAsync(s => s.TriggerId == request.TriggerId, cancellationToken))
        {
            return null;
        }

        var (since, cutOff) = (now - Pause, now - Sending);
        var before = await db.SharedAnswers
            .Where(s => s.ChannelId == channel && s.AnswerHash == hash && s.SharedAt > since && (s.SentAt != null || s.SharedAt > cutOff))
            .OrderByDescending(s => s.SharedAt)
            .Select(s => (Instant?)s.SharedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (before is not null)
        {
            return new Share(0, 0, before);
        }

        var row = new SharedAnswer { TriggerId = request.TriggerId, ChannelId = channel, Words = asked, AnswerHash = hash, SharedBy = request.User.Id, SharedAt = now };
        var audit = new AuditEntry { At = clock.Now, Actor = request.User.Id, Action = Sharing.ActionId, Subject = channel, Detail = asked };
        db.AddRange(row, audit);
        await db.SaveChangesAsync(cancellationToken);
        return new Share(row.Id, audit.Id, null);
    }

    /// <summary>Nothing was shared: the press leaves no trace, and can be repeated. This is not given up halfway.</summary>
    private Task Withdraw(Share share) => gate.Write(
        async db =>
            await db.SharedAnswers.Where(s => s.Id == share.Id).ExecuteDeleteAsync(CancellationToken.None) +
            await db.Audit.Where(a => a.Id == share.AuditId).ExecuteDeleteAsync(CancellationToken.None),
        CancellationToken.None);

    private async Task<SlackOutcome<ResponseUrlAccepted>> Send(BlockActionRequest request, string channel, MessageBody body, Instant now, CancellationToken cancellationToken)
    {
        if (request.ResponseUrl is { } url && AskedAt(request) is { } asked && now - asked < ResponseUrlLife)
        {
            var message = new ResponseUrlMessage(body) { ResponseType = ResponseType.InChannel, ReplaceOriginal = false };
            var outcome = await responseUrls.Send(url, message, cancellationToken);
            if (outcome is not SlackOutcome<ResponseUrlAccepted>.Refused)
            {
                return outcome;
            }
        }

        return (await slack.Chat.PostMessage(new Message(channel, body), cancellationToken)).Map(_ => new ResponseUrlAccepted());
    }

    private static string HashOf(Answer answer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answer.Text)));

    /// <summary>When the answer below which the button stands was given: its ts is its time.</summary>
    private static Instant? AskedAt(BlockActionRequest request) =>
        double.TryParse(request.Container?.MessageTs, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 32_503_680_000
            ? Instant.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;

    private Task Tell(BlockActionRequest request, string text, CancellationToken cancellationToken) =>
        reply.Send(request, new MessageBody(text), cancellationToken);

    private sealed record Share(long Id, long AuditId, Instant? SharedBefore);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A press of the share button named no channel or no words")]
    private partial void LogIncomplete();
}
