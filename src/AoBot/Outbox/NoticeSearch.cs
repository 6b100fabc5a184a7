using System.Globalization;
using AoBot.Persistence;
using AoBot.Slack.Api;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Outbox;

/// <summary>
/// Looks in Slack for a message of which it is not known whether it arrived: by its metadata, in the history of where it should stand. Without
/// the scopes for that it stays uncertain: a second message would be worse than a missing one.
/// </summary>
public sealed partial class NoticeSearch(IDbContextFactory<AoBotDbContext> contexts, NoticeRows rows, ISlackApiClient slack, ILogger<NoticeSearch> logger)
{
    // Two clocks are never quite the same.
    private static readonly Duration Margin = Duration.FromMinutes(5);

    // Who has not the scope today may have it tomorrow: the longer it is so, the less often it is tried.
    private static readonly Duration LeastUntilScopesChange = Duration.FromHours(1);
    private static readonly Duration MostUntilScopesChange = Duration.FromDays(1);

    // What is not known now is asked again soon.
    private static readonly Duration UntilSlackAnswers = Duration.FromMinutes(1);

    private const int MostPages = 25;

    public async Task Look(long id, CancellationToken cancellationToken)
    {
        var (notice, known) = await Read(id, cancellationToken);
        if (notice is not { State: NoticeState.Unknown })
        {
            return;
        }

        switch (await Find(notice, known, cancellationToken))
        {
            case Search.Found found:
                LogFound(notice.Kind, id);
                await rows.EndSent(notice, found.Channel, found.Ts, NoticeRows.FoundAction);
                break;
            case Search.Absent:
                LogAbsent(notice.Kind, id);
                await rows.NotThere(notice);
                break;
            case Search.Blind blind:
                await rows.CannotLook(id, blind.Wait, blind.Reason);
                break;
        }
    }

    /// <summary>The notice, and the direct message in which an earlier one stands.</summary>
    private async Task<(Notice? Notice, string? Known)> Read(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellationToken);
        var known = notice is null ? null : await db.Notices.Where(n => n.Recipient == notice.Recipient && n.ChannelId != null).OrderByDescending(n => n.Id).Select(n => n.ChannelId).FirstOrDefaultAsync(cancellationToken);
        return (notice, known);
    }

    private async Task<Search> Find(Notice notice, string? known, CancellationToken cancellationToken)
    {
        var channel = notice.Recipient;
        if (notice.Recipient[0] is 'U' or 'W')
        {
            var opened = known is null ? await slack.Conversations.Open(notice.Recipient, cancellationToken) : new SlackOutcome<string>.Sent(known);
            if (opened is not SlackOutcome<string>.Sent direct)
            {
                return Blind(notice, opened, "im:write");
            }

            channel = direct.Response;
        }

        var slice = new HistorySlice { Oldest = (notice.ClaimedAt - Margin)?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) };
        for (var page = 0; page < MostPages; page++)
        {
            var outcome = notice.ThreadTs is { } thread
                ? await slack.Conversations.Replies(channel, thread, slice, cancellationToken)
                : await slack.Conversations.History(channel, slice, cancellationToken);
            switch (outcome)
            {
                case SlackOutcome<SlackHistory>.Sent { Response: var history }:
                    if (history.Messages?.FirstOrDefault(message => IsIt(message, notice)) is { Ts: { } ts })
                    {
                        return new Search.Found(channel, ts);
                    }

                    if (history.NextCursor is not { } next)
                    {
                        return new Search.Absent();
                    }

                    slice = slice with { Cursor = next };
                    break;
                default:
                    return Blind(notice, outcome, channel[0] == 'D' ? "im:history" : "channels:history");
            }
        }

        return new Search.Blind(UntilScopesChange(notice), "more was written there since than is looked through: please look yourself");
    }

    private static bool IsIt(HistoryMessage message, Notice notice) =>
        message.Metadata is { EventType: NoticeSender.EventType } metadata && metadata.Value(NoticeSender.PayloadId) == notice.Token;

    private Search.Blind Blind<T>(Notice notice, SlackOutcome<T> outcome, string scope) => outcome switch
    {
        SlackOutcome<T>.Refused { Error: AuthError { Code: "missing_scope" } error } => new(UntilScopesChange(notice), $"whether it arrived cannot be seen without the scope {error.Needed ?? scope}: please look yourself"),
        SlackOutcome<T>.Refused { Error: RateLimited or Unreachable or AuthError } refused => new(UntilSlackAnswers, $"whether it arrived cannot be seen just now ({refused.Error.Code})"),
        SlackOutcome<T>.Refused refused => new(UntilScopesChange(notice), $"whether it arrived cannot be seen ({refused.Error.Code}): please look yourself"),
        _ => new(UntilSlackAnswers, "whether it arrived cannot be seen just now"),
    };

    /// <summary>As long again as it has been uncertain already.</summary>
    private Duration UntilScopesChange(Notice notice) =>
        Duration.Max(LeastUntilScopesChange, Duration.Min(MostUntilScopesChange, rows.RealNow - notice.ClaimedAt ?? Duration.Zero));

    /// <summary>What a look brought.</summary>
    private abstract record Search
    {
        public sealed record Found(string Channel, string Ts) : Search;

        public sealed record Absent : Search;

        public sealed record Blind(Duration Wait, string Reason) : Search;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The {Kind} {Id} had arrived")]
    private partial void LogFound(string kind, long id);

    [LoggerMessage(Level = LogLevel.Information, Message = "The {Kind} {Id} is not in the history")]
    private partial void LogAbsent(string kind, long id);
}
