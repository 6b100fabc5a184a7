using AoBot.Persistence;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Outbox;

/// <summary>A kind of notice: a feature says what it reads, and whether there is still a reason for it.</summary>
public interface INoticeKind
{
    string Kind { get; }

    /// <summary>Asked at the moment of sending. Reads only; what it decides is about now, not about when it was planned.</summary>
    Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken);
}

/// <summary>What becomes of a notice whose time has come.</summary>
public abstract record NoticeDecision
{
    private NoticeDecision()
    {
    }

    /// <param name="Body">What it says now.</param>
    public sealed record Send(MessageBody Body) : NoticeDecision
    {
        /// <summary>What of its subjects it is still about; none where it is about all of them.</summary>
        public IReadOnlyList<NoticeSubject>? About { get; init; }
    }

    /// <param name="Reason">Why it is not sent, in words for staff.</param>
    public sealed record Skip(string Reason) : NoticeDecision;

    /// <param name="Until">When it is to be asked about again, by the program's clock.</param>
    /// <param name="Why">What it waits for, in words for staff.</param>
    public sealed record Wait(Instant Until, string Why) : NoticeDecision;

    /// <summary>What it needs is not to be had now. It stays due since when it was, so that staff hear when that lasts.</summary>
    /// <param name="Pause">How long it is left alone, in real time.</param>
    /// <param name="Why">What is missing, in words for staff.</param>
    public sealed record Hindered(Duration Pause, string Why) : NoticeDecision;
}
