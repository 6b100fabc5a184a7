using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>Changes a message that stands: it shows the gathering as it is.</summary>
public sealed class GatheringEditNotice(Settings settings, ProgramClock clock) : INoticeKind
{
    public const string KindName = "gathering-edit";

    /// <summary>No message is changed more often.</summary>
    public static readonly Duration Between = Duration.FromSeconds(3);

    public string Kind => KindName;

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var original = await db.Notices.AsNoTracking().FirstOrDefaultAsync(n => n.Id == notice.EditsId, cancellationToken);
        if (original is null || await GatheringFacts.Read(original, db, clock, clock.Now, settings, cancellationToken) is not { } facts)
        {
            return new NoticeDecision.Skip("what it would change is not there any more");
        }

        // The one before may have had to wait for its turn.
        if (await db.Notices.Where(n => n.EditsId == original.Id && n.SentAt != null).MaxAsync(n => n.SentAt, cancellationToken) + Between is { } next && next > clock.Now)
        {
            return new NoticeDecision.Wait(next, "its message was changed a moment ago");
        }

        return original.Kind switch
        {
            AnnouncementNotice.KindName => new NoticeDecision.Send(AnnouncementMessage.Render(facts)),
            InvitationNotice.KindName => new NoticeDecision.Send(InvitationMessage.Render(facts, facts.Recipient)),
            HostNotice.KindName when facts.Data.Step == HostNotice.Board => new NoticeDecision.Send(HostMessage.Board(facts)),
            HostNotice.KindName when facts.Data.Step == HostNotice.Attendance => new NoticeDecision.Send(HostMessage.WhoCame(facts)),
            _ => new NoticeDecision.Skip("it does not change"),
        };
    }
}
