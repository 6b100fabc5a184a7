using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Api;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Outbox;

/// <summary>Sends one notice: claims it, asks its kind whether there is still a reason, tells Slack, and keeps what came of it.</summary>
public sealed partial class NoticeSender(
    IDbContextFactory<AoBotDbContext> contexts,
    NoticeRows rows,
    IEnumerable<INoticeKind> kinds,
    SenderStop stop,
    ISlackApiClient slack,
    ProgramClock clock,
    ILogger<NoticeSender> logger)
{
    /// <summary>The name of the metadata by which a message is known again; its payload is the notice's opaque id.</summary>
    public const string EventType = "aobot_notice";

    public const string PayloadId = "id";

    // Each is up to three tries of the client's; by then hours have passed in which Slack wanted nothing.
    private const int MostAttempts = 20;

    private static readonly Duration[] Waits = [Duration.FromSeconds(10), Duration.FromMinutes(1), Duration.FromMinutes(5)];

    // A kind that waits for an instant that is past already would be asked without end.
    private static readonly Duration LeastWait = Duration.FromMinutes(1);

    private readonly Dictionary<string, INoticeKind> _kinds = kinds.ToDictionary(kind => kind.Kind, StringComparer.Ordinal);

    public async Task Send(long id, CancellationToken cancellationToken)
    {
        if (await rows.Claim(id, cancellationToken) is not { } claim)
        {
            return;
        }

        try
        {
            await SendClaimed(id, claim, cancellationToken);
        }
        catch (ClaimLostException)
        {
            LogTaken(id);
        }
        catch (OperationCanceledException)
        {
            // Nothing has left: the next start finds it as it was.
            await rows.PutBack(id, Duration.Zero, null);
            throw;
        }
    }

    private async Task SendClaimed(long id, Instant claim, CancellationToken cancellationToken)
    {
        var (notice, edited, decision) = await Decide(id, cancellationToken);
        switch (decision)
        {
            case NoticeDecision.Send send when edited is { ChannelId: { } channel, Ts: { } ts }:
                await Settle(notice, await Edit(notice, channel, ts, send, claim, cancellationToken));
                break;
            case NoticeDecision.Send send:
                await Settle(notice, await Post(notice, send, claim, cancellationToken));
                break;
            case NoticeDecision.Wait wait:
                await rows.Wait(id, wait.Until > clock.Now ? wait.Until : clock.Now + LeastWait, wait.Why);
                break;
            case NoticeDecision.Hindered hindered:
                await rows.PutBack(id, hindered.Pause, hindered.Why);
                break;
            case NoticeDecision.Skip skip:
                await rows.End(id, NoticeState.Skipped, skip.Reason);
                break;
            default:
                await rows.End(id, NoticeState.Dead, $"nothing in this version knows what \"{notice.Kind}\" says");
                break;
        }
    }

    /// <summary>Whether there is still a reason, now; no decision where the kind is unknown.</summary>
    private async Task<(Notice Notice, Notice? Edited, NoticeDecision? Decision)> Decide(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var notice = await db.Notices.AsNoTracking().SingleAsync(n => n.Id == id, cancellationToken);
        var edited = notice.EditsId is { } original ? await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == original, cancellationToken) : null;
        NoticeDecision? decision = notice switch
        {
            { UselessAfter: { } end } when end <= clock.Now => new NoticeDecision.Skip("its time had passed"),
            { Recipient: Person.Former } => new NoticeDecision.Skip("the person was forgotten"),
            { EditsId: not null } when edited is not { State: NoticeState.Sent, Ts: not null } => new NoticeDecision.Skip("the message that it would change was never sent"),
            _ => _kinds.TryGetValue(notice.Kind, out var kind) ? await kind.Decide(notice, db, cancellationToken) : null,
        };
        return (notice, edited, decision);
    }

    private Task<SlackOutcome<PostedMessage>> Post(Notice notice, NoticeDecision.Send send, Instant claim, CancellationToken cancellationToken)
    {
        var message = new Message(notice.Recipient, send.Body) { ThreadTs = notice.ThreadTs, Metadata = MetadataOf(notice) };
        return slack.Chat.PostMessage(message, () => rows.BeginSending(notice.Id, claim, send.About), cancellationToken);
    }

    private Task<SlackOutcome<PostedMessage>> Edit(Notice notice, string channel, string ts, NoticeDecision.Send send, Instant claim, CancellationToken cancellationToken) =>
        slack.Chat.Update(new MessageUpdate(channel, ts, send.Body), () => rows.BeginSending(notice.Id, claim, send.About), cancellationToken);

    private static MessageMetadata MetadataOf(Notice notice) =>
        new(EventType, new Dictionary<string, string>(StringComparer.Ordinal) { [PayloadId] = notice.Token });

    private Task Settle(Notice notice, SlackOutcome<PostedMessage> outcome)
    {
        switch (outcome)
        {
            case SlackOutcome<PostedMessage>.Sent sent:
                return rows.EndSent(notice, sent.Response.Channel, sent.Response.Ts, NoticeRows.SentAction);
            case SlackOutcome<PostedMessage>.Refused refused:
                return Refused(notice, refused.Error);
            case SlackOutcome<PostedMessage>.Unknown unknown when notice.EditsId is not null:
                return rows.PutBackUntilSettled(notice.Id, $"Slack gave no clear answer ({unknown.Reason})");
            case SlackOutcome<PostedMessage>.Unknown unknown:
                LogUncertain(notice.Kind, notice.Id, unknown.Reason);
                return rows.EndUnknown(notice.Id, $"Slack gave no clear answer ({unknown.Reason})");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task Refused(Notice notice, SlackError error)
    {
        switch (error)
        {
            case AuthError auth:
                await rows.PutBack(notice.Id, Duration.Zero, $"Slack does not let AoBot in ({auth.Code})");
                stop.Stop(auth);
                break;
            case RateLimited limited when notice.Attempts + 1 < MostAttempts:
                await rows.PutBack(notice.Id, Duration.FromTimeSpan(limited.RetryAfter), "Slack asked to wait");
                break;
            case Unreachable unreachable:
                await rows.PutBack(notice.Id, Waits[Math.Min(notice.Attempts, Waits.Length - 1)], $"Slack could not be reached ({unreachable.Reason})");
                break;
            case NotFound gone when notice.EditsId is not null:
                await rows.End(notice.Id, NoticeState.Skipped, $"the message that it would change is gone ({gone.Code})");
                break;
            default:
                LogDead(notice.Kind, notice.Id, error.Code);
                await rows.End(notice.Id, NoticeState.Dead, Refusals.Refusal(error));
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Id} was claimed anew meanwhile and is left alone")]
    private partial void LogTaken(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It is uncertain whether the {Kind} {Id} arrived ({Reason}); it is looked for before anything else")]
    private partial void LogUncertain(string kind, long id, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack refused the {Kind} {Id} for good: {Error}")]
    private partial void LogDead(string kind, long id, string error);
}
