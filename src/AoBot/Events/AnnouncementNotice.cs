using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>In the channel: a public meeting a week and a quarter of an hour before, or that a roundtable takes place.</summary>
public sealed class AnnouncementNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "announcement";
    public const string Week = "week";
    public const string Soon = "soon";
    public const string Line = "line";
    private static readonly Duration HeldFor = Duration.FromHours(1);
    private readonly ProgramClock _clock = clock;

    public override string Kind => KindName;

    protected override bool CanWait(GatheringFacts facts, Instant until) => facts.Data.Step != Soon && until < facts.Occurrence.StartsAt - Duration.FromHours(1);

    protected override async Task<NoticeDecision> Decide(GatheringFacts facts, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var (occurrence, step) = (facts.Occurrence, facts.Data.Step);
        if (!occurrence.CanBeAttended)
        {
            return new NoticeDecision.Wait(facts.Now + HeldFor, "nobody has said yet how to attend");
        }

        if (occurrence.IsHeld)
        {
            return new NoticeDecision.Wait(facts.Now + HeldFor, "its host holds it back");
        }

        if (step == Soon)
        {
            return facts.Data.Version == occurrence.DateVersion ? Say(AnnouncementMessage.Render(facts)) : Not("it was moved");
        }

        if (facts.Data.Version != occurrence.DateVersion && _clock.Now < occurrence.StartsAt - Duration.FromDays(7))
        {
            return new NoticeDecision.Wait(occurrence.StartsAt - Duration.FromDays(7), "it was moved to a later day");
        }

        // One unasked post a working day is enough for a channel.
        var (today, zone) = (_clock.Today, _clock.Zone);
        var begins = zone.AtStartOfDay(today).ToInstant();
        var isSaid = await db.Notices.AnyAsync(n => n.Recipient == facts.Notice.Recipient && n.Kind == KindName && n.EditsId == null && n.Id != facts.Notice.Id && n.SentAt >= begins, cancellationToken);
        var tomorrow = Occurrence.InstantOf(today.PlusDays(1), new LocalTime(10, 0), zone.Id);
        return isSaid && tomorrow < occurrence.StartsAt - Duration.FromDays(1)
            ? new NoticeDecision.Wait(tomorrow, "the channel had its post for today")
            : Say(AnnouncementMessage.Render(facts));
    }
}
