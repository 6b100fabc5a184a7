using System.Globalization;
using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Administration;

/// <summary>What staff decide of a notice that is uncertain or failed: once, with a row in the audit; then the outbox as it is now.</summary>
public sealed class OutboxDesk(IDbContextFactory<AoBotDbContext> contexts, WriteGate gate, OutboxSignal signal, SenderStop stop, Roles roles, ProgramClock clock, PersonalReply reply)
{
    private const string Overtaken = "Nothing was changed: that message is not waiting for anybody any more.";

    /// <param name="request">The press; its value is the notice's id.</param>
    /// <param name="action">Of the audit.</param>
    /// <param name="state">What becomes of it.</param>
    /// <param name="noted">What is said then, before the notice's key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task Settle(BlockActionRequest request, string action, NoticeState state, string noted, CancellationToken cancellationToken)
    {
        if (!roles.IsStaff(request.User.Id))
        {
            await reply.Send(request, AdminMessage.StaffOnly.ToMessage(), cancellationToken);
            return;
        }

        var key = long.TryParse(request.Action.Value, CultureInfo.InvariantCulture, out var id) ? await gate.Write(db => Change(db, id, request, action, state, cancellationToken), cancellationToken) : null;
        signal.Wake();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var picture = await OutboxPicture.Read(db, stop, clock, cancellationToken);
        await reply.Send(request, OutboxMessage.Render(picture, key is null ? Overtaken : $"{noted}: {key}.").ToMessage(), cancellationToken, replaces: true);
    }

    /// <summary>The key of what was changed; none where there is nothing to change any more.</summary>
    private async Task<string?> Change(AoBotDbContext db, long id, BlockActionRequest request, string action, NoticeState state, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.FirstOrDefaultAsync(n => n.Id == id && (n.State == NoticeState.Unknown || n.State == NoticeState.Dead), cancellationToken);
        if (notice is null || await db.Audit.AnyAsync(a => a.TriggerId == request.TriggerId, cancellationToken))
        {
            return null;
        }

        (notice.State, notice.ClaimedAt, notice.NextAttemptAt, notice.Attempts, notice.Searches) = (state, null, null, 0, 0);
        notice.Reason = state == NoticeState.Skipped ? Notice.Dropped : null;
        db.Audit.Add(new AuditEntry { At = clock.Now, Actor = request.User.Id, Action = action, Subject = notice.Key, Detail = notice.Recipient, TriggerId = request.TriggerId });
        return notice.Key;
    }
}
