using AoBot.People;
using AoBot.Persistence;
using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;

namespace AoBot.Outbox;

/// <summary>
/// The steps of a notice, each one commit. In this order: <see cref="Claim"/> · the reason is checked again · <see cref="BeginSending"/> · Slack
/// is called · <see cref="EndSent"/>. A kill between two of them leaves a row that says how far it came: claimed and not yet sending means that
/// Slack knows nothing of it; sending means that it may.
/// </summary>
public sealed class NoticeRows(WriteGate gate, ProgramClock clock, [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime, Settings settings)
{
    public const string SentAction = "notice.sent";
    public const string FoundAction = "notice.found";

    /// <summary>How often the history is looked through in vain before a message is sent again.</summary>
    private const int Looks = 2;

    private const int MostFailures = 5;

    public Instant RealNow => Instant.FromDateTimeOffset(realTime.GetUtcNow());

    /// <summary>What a dead process left: its claims are free again, and what it may have been sending is uncertain from now on.</summary>
    /// <param name="underWay">What this process is working on itself.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task Recover(IReadOnlyCollection<long> underWay, CancellationToken cancellationToken)
    {
        var settled = RealNow + settings.OutboxSettling;
        return gate.Write(
            async db =>
            {
                var left = db.Notices.Where(n => !underWay.Contains(n.Id));
                await left.Where(n => n.State == NoticeState.Planned && n.ClaimedAt != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(n => n.ClaimedAt, (Instant?)null), cancellationToken);

                // To edit once more does no harm, but for an older edit that arrives after it.
                await left.Where(n => n.State == NoticeState.Sending && n.EditsId != null)
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(n => n.State, NoticeState.Planned)
                            .SetProperty(n => n.ClaimedAt, (Instant?)null)
                            .SetProperty(n => n.NextAttemptAt, settled),
                        cancellationToken);
                return await left.Where(n => n.State == NoticeState.Sending)
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(n => n.State, NoticeState.Unknown)
                            .SetProperty(n => n.Searches, 0)
                            .SetProperty(n => n.NextAttemptAt, settled)
                            .SetProperty(n => n.Reason, "AoBot ended while Slack was being asked"),
                        cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The affected row is the claim: whoever gets none leaves the notice alone.</summary>
    /// <returns>When it was claimed, by which the claim is known again; none where another has it.</returns>
    public async Task<Instant?> Claim(long id, CancellationToken cancellationToken)
    {
        var now = RealNow;
        var claimed = await Update(id, NoticeState.Planned, n => n.ClaimedAt == null, set => set.SetProperty(n => n.ClaimedAt, now), cancellationToken);
        return claimed == 1 ? now : null;
    }

    /// <summary>The last commit before Slack may hear of it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="claim">By which it is known to be ours.</param>
    /// <param name="about">What of its subjects it is still about: of the others nobody hears, and the row must not say so. None for all.</param>
    /// <exception cref="ClaimLostException">Another has claimed it meanwhile: nothing may be sent.</exception>
    public async Task BeginSending(long id, Instant claim, IReadOnlyList<NoticeSubject>? about)
    {
        var begun = await Update(
            id,
            NoticeState.Planned,
            n => n.ClaimedAt == claim,
            set =>
            {
                set.SetProperty(n => n.State, NoticeState.Sending).SetProperty(n => n.Attempts, n => n.Attempts + 1);
                if (about is not null)
                {
                    set.SetProperty(n => n.Subjects, about);
                }
            },
            CancellationToken.None);
        if (begun != 1)
        {
            throw new ClaimLostException();
        }
    }

    /// <summary>It stands in Slack, which is audited in the same commit. Not given up halfway: what is in Slack cannot be taken back.</summary>
    /// <param name="notice">Which.</param>
    /// <param name="channel">Where it stands.</param>
    /// <param name="ts">Its id there.</param>
    /// <param name="action"><see cref="SentAction"/>, or <see cref="FoundAction"/> for what the history showed.</param>
    public Task EndSent(Notice notice, string channel, string ts, string action)
    {
        var now = clock.Now;
        return gate.Write(
            async db =>
            {
                var ended = await db.Notices
                    .Where(n => n.Id == notice.Id && (n.State == NoticeState.Sending || n.State == NoticeState.Unknown))
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(n => n.State, NoticeState.Sent)
                            .SetProperty(n => n.ChannelId, channel)
                            .SetProperty(n => n.Ts, ts)
                            .SetProperty(n => n.SentAt, now)
                            .SetProperty(n => n.NextAttemptAt, (Instant?)null)
                            .SetProperty(n => n.Reason, (string?)null),
                        CancellationToken.None);
                if (ended == 1)
                {
                    var about = await db.Notices.Where(n => n.Id == notice.Id).Select(n => n.Subjects).SingleAsync(CancellationToken.None);
                    db.Audit.Add(new AuditEntry { At = now, Actor = "aobot", Action = action, Subject = notice.Key, Detail = Detail(notice.Recipient, about) });
                }

                return ended;
            },
            CancellationToken.None);
    }

    /// <summary>It may have arrived or not: it is looked for once nothing of it can be under way any more.</summary>
    public Task EndUnknown(long id, string reason) => Update(
        id,
        NoticeState.Sending,
        _ => true,
        set => set
            .SetProperty(n => n.State, NoticeState.Unknown)
            .SetProperty(n => n.Searches, 0)
            .SetProperty(n => n.NextAttemptAt, RealNow + settings.OutboxSettling)
            .SetProperty(n => n.Reason, reason),
        CancellationToken.None);

    /// <summary>Slack has not done it, and that is certain: it is as if nothing had been begun.</summary>
    /// <param name="id">Which.</param>
    /// <param name="wait">How long it is left alone, in real time.</param>
    /// <param name="reason">What it waits for, in words for staff.</param>
    public Task PutBack(long id, Duration wait, string? reason)
    {
        Instant? next = wait > Duration.Zero ? RealNow + wait : null;
        return Update(
            id,
            n => n.State == NoticeState.Planned || n.State == NoticeState.Sending,
            set => set
                .SetProperty(n => n.State, NoticeState.Planned)
                .SetProperty(n => n.ClaimedAt, (Instant?)null)
                .SetProperty(n => n.NextAttemptAt, next)
                .SetProperty(n => n.Reason, reason),
            CancellationToken.None);
    }

    /// <summary>An edit of which it is not known whether it was made is made again, when the first cannot arrive after it any more.</summary>
    public Task PutBackUntilSettled(long id, string reason) => PutBack(id, settings.OutboxSettling, reason);

    /// <summary>Its kind wants to be asked again, by the program's clock.</summary>
    public Task Wait(long id, Instant until, string why) => Update(
        id,
        NoticeState.Planned,
        _ => true,
        set => set.SetProperty(n => n.ClaimedAt, (Instant?)null).SetProperty(n => n.NotBefore, until).SetProperty(n => n.Reason, why),
        CancellationToken.None);

    /// <summary>It is not sent, and is done with.</summary>
    public Task End(long id, NoticeState state, string reason) => Update(
        id,
        n => n.State == NoticeState.Planned || n.State == NoticeState.Sending,
        set => set
            .SetProperty(n => n.State, state)
            .SetProperty(n => n.ClaimedAt, (Instant?)null)
            .SetProperty(n => n.NextAttemptAt, (Instant?)null)
            .SetProperty(n => n.Reason, reason),
        CancellationToken.None);

    /// <summary>The history was read and does not hold it. The second time, a settling time later, it is certain that it never arrived.</summary>
    public Task NotThere(Notice notice) => notice.Searches + 1 < Looks
        ? Update(
            notice.Id,
            NoticeState.Unknown,
            _ => true,
            set => set.SetProperty(n => n.Searches, n => n.Searches + 1).SetProperty(n => n.NextAttemptAt, RealNow + settings.OutboxSettling),
            CancellationToken.None)
        : Update(
            notice.Id,
            NoticeState.Unknown,
            _ => true,
            set => set
                .SetProperty(n => n.State, NoticeState.Planned)
                .SetProperty(n => n.Searches, 0)
                .SetProperty(n => n.ClaimedAt, (Instant?)null)
                .SetProperty(n => n.NextAttemptAt, (Instant?)null)
                .SetProperty(n => n.Reason, "it was looked for twice and had not arrived"),
            CancellationToken.None);

    /// <summary>The history cannot be read: it stays uncertain, and is never sent again on a guess.</summary>
    public Task CannotLook(long id, Duration wait, string reason) => Update(
        id,
        NoticeState.Unknown,
        _ => true,
        set => set.SetProperty(n => n.NextAttemptAt, RealNow + wait).SetProperty(n => n.Reason, reason),
        CancellationToken.None);

    /// <summary>
    /// Our own code or the database failed. What Slack was not asked yet is tried again, later each time and then no more; what it may have
    /// heard is uncertain.
    /// </summary>
    public async Task Failed(long id, string problem)
    {
        var notice = await gate.Write(db => db.Notices.AsNoTracking().SingleAsync(n => n.Id == id), CancellationToken.None);
        switch (notice)
        {
            case { State: NoticeState.Sending, EditsId: not null }:
                await PutBackUntilSettled(id, $"AoBot failed while Slack was being asked ({problem})");
                break;
            case { State: NoticeState.Sending }:
                await EndUnknown(id, $"AoBot failed while Slack was being asked ({problem})");
                break;
            case { State: NoticeState.Planned, Attempts: >= MostFailures }:
                await End(id, NoticeState.Dead, $"AoBot fails at it ({problem}); the log says where");
                break;
            case { State: NoticeState.Planned }:
                await gate.Write(db => db.Notices.Where(n => n.Id == id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Attempts, n => n.Attempts + 1), CancellationToken.None), CancellationToken.None);
                await PutBack(id, Duration.FromMinutes(1), $"AoBot failed at it ({problem})");
                break;
            case { State: NoticeState.Unknown }:
                await CannotLook(id, Duration.FromMinutes(1), $"AoBot failed to look for it ({problem})");
                break;
        }
    }

    /// <summary>Who got it, and which engagements it is about: by these staff find it.</summary>
    private static string Detail(string recipient, IReadOnlyList<NoticeSubject> about)
    {
        var partners = about.Select(s => s.Partner).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return partners.Count == 0 ? recipient : $"{recipient}, about {partners.Humanize("and")}";
    }

    private Task<int> Update(long id, NoticeState from, System.Linq.Expressions.Expression<Func<Notice, bool>> when, Action<UpdateSettersBuilder<Notice>> set, CancellationToken cancellationToken) =>
        gate.Write(db => db.Notices.Where(n => n.Id == id && n.State == from).Where(when).ExecuteUpdateAsync(set, cancellationToken), cancellationToken);

    private Task<int> Update(long id, System.Linq.Expressions.Expression<Func<Notice, bool>> when, Action<UpdateSettersBuilder<Notice>> set, CancellationToken cancellationToken) =>
        gate.Write(db => db.Notices.Where(n => n.Id == id).Where(when).ExecuteUpdateAsync(set, cancellationToken), cancellationToken);
}

/// <summary>The notice is another's: it was claimed anew since, or is being sent.</summary>
public sealed class ClaimLostException() : Exception("The notice was claimed anew.");
