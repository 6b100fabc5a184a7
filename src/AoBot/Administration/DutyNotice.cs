using AoBot.Health;
using AoBot.Outbox;
using AoBot.Persistence;
using NodaTime;

namespace AoBot.Administration;

/// <summary>Tells staff of a duty that is not done, while it is not.</summary>
public sealed class DutyNotice(Duties duties) : INoticeKind
{
    public const string Name = "duty";

    public string Kind => Name;

    /// <summary>What is planned when a duty is found not done: one for the channel of the staff or for each of them, once for each time that it happens.</summary>
    public static NoticePlan Plan(Trouble trouble, string recipient, Instant now) =>
        new($"{Name}/{trouble.Duty}/{trouble.Since ?? Instant.FromUnixTimeTicks(now.ToUnixTimeTicks() / NodaConstants.TicksPerDay * NodaConstants.TicksPerDay):uuuu-MM-dd'T'HH:mm'Z'}/{recipient}", Name, recipient, now)
        {
            Data = trouble.Duty,
            UselessAfter = now + Duration.FromDays(1),
        };

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken) =>
        DutyPolicy.Troubles(await duties.Read(db, cancellationToken)).FirstOrDefault(t => t.Duty == notice.Data) is { } trouble
            ? new NoticeDecision.Send(DutiesMessage.Told(trouble))
            : new NoticeDecision.Skip("it is done by now");
}
