using AoBot.Outbox;
using AoBot.Persistence;
using NodaTime.Text;

namespace AoBot.Events;

/// <summary>To staff: a report announced a day, it comes near, and nobody has said the time and how to attend.</summary>
public sealed class AnnouncedDateNotice(Settings settings, ProgramClock clock) : INoticeKind
{
    public const string KindName = "announced-date";

    public string Kind => KindName;

    /// <summary>What is asked of each of staff, from ten days before on.</summary>
    public static IEnumerable<NoticePlan> Plan(IEnumerable<UpcomingEvent> events, IReadOnlyCollection<string> staff, GatheringRules rules)
    {
        foreach (var (e, day) in events.Where(e => e.IsToComplete && e.Date is not null).Select(e => (e, e.Date!.Value)))
        {
            var data = new AnnouncedDateData(e.Kind, LocalDatePattern.Iso.Format(day)).Write();
            foreach (var person in staff)
            {
                yield return new NoticePlan($"{KindName}/{e.Kind}/{LocalDatePattern.Iso.Format(day)}/{person}", KindName, person, Occurrence.InstantOf(rules.WorkingDays.OnOrBefore(day.PlusDays(-GatheringPolicy.DaysToComplete)), GatheringPolicy.Morning, rules.Zone.Id))
                {
                    Data = data,
                    UselessAfter = rules.Zone.AtStartOfDay(day).ToInstant(),
                };
            }
        }
    }

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var data = AnnouncedDateData.Of(notice);
        var e = (await UpcomingEvents.Read(db, clock.Today, cancellationToken)).FirstOrDefault(e => e.IsToComplete && e.Kind == data?.Kind && e.Date is { } day && LocalDatePattern.Iso.Format(day) == data.Day);
        return e is null ? new NoticeDecision.Skip("it has its time, or is not announced any more")
            : await GatheringHours.Next(notice, clock.Now, db, settings, clock.Zone, cancellationToken) is { } next ? new NoticeDecision.Wait(next, GatheringHours.Why)
            : new NoticeDecision.Send(HostMessage.ToComplete(e, clock.Today));
    }
}
