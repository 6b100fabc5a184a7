using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>To the host: what is missing, what will be said in an hour, how the answers stand, and who came.</summary>
public sealed class HostNotice(Settings settings, ProgramClock clock) : GatheringNoticeKind(settings, clock)
{
    public const string KindName = "gathering-host";
    public const string Incomplete = "incomplete";
    public const string Preview = "preview";
    public const string Board = "board";
    public const string Attendance = "attendance";
    public const string Holiday = "holiday";

    public override string Kind => KindName;

    protected override bool CanWait(GatheringFacts facts, Instant until) => facts.Data.Step != Preview;

    protected override async Task<NoticeDecision> Decide(GatheringFacts facts, AoBotDbContext db, CancellationToken cancellationToken) => facts.Data.Step switch
    {
        Incomplete => facts.Occurrence.CanBeAttended ? Not("it is complete") : Say(HostMessage.Incomplete(facts)),
        Preview when facts.Data.Version != facts.Occurrence.DateVersion => Not("it was moved"),
        Preview when facts.Occurrence.IsHeld => Not("it is held back"),
        Preview => await IsSaid(facts.Occurrence, db, cancellationToken) ? Not("it was said before") : Say(HostMessage.Preview(facts)),
        Board => Say(HostMessage.Board(facts)),
        Holiday => facts.Data.Version == facts.Occurrence.DateVersion ? Say(HostMessage.Holiday(facts)) : Not("it was moved"),
        Attendance => facts.Occurrence.RecordedAt is null ? Say(HostMessage.WhoCame(facts)) : Not("it is recorded"),
        _ => Not("it is of another version"),
    };

    private static Task<bool> IsSaid(Occurrence occurrence, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var (announcement, invitation) = ($"{AnnouncementNotice.KindName}/{occurrence.GatheringId}/{occurrence.Id}/", $"{InvitationNotice.KindName}/{occurrence.Id}/");
        return db.Notices.AnyAsync(n => n.EditsId == null && n.State == NoticeState.Sent && (n.Key.StartsWith(announcement) || n.Key.StartsWith(invitation)), cancellationToken);
    }
}
