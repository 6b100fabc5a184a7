using AoBot.KeyResults;
using AoBot.Outbox;

namespace AoBot.Events;

/// <summary>Gatherings among the services: what changes them, and each kind of notice about them.</summary>
public static class GatheringModule
{
    public static void AddGatherings(this IServiceCollection services)
    {
        services.AddSingleton<GatheringWord>();
        services.AddSingleton<GatheringRegister>();
        services.AddSingleton<GatheringPlanning>();
        services.AddSingleton<RsvpRegister>();

        services.AddSingleton<IKeyResultEvidence, RoundtableEvidence>();
        services.AddSingleton<INoticeKind, AnnouncementNotice>();
        services.AddSingleton<INoticeKind, InvitationNotice>();
        services.AddSingleton<INoticeKind, ChaseNotice>();
        services.AddSingleton<INoticeKind, PromotionNotice>();
        services.AddSingleton<INoticeKind, ChangeNotice>();
        services.AddSingleton<INoticeKind, GatheringReminderNotice>();
        services.AddSingleton<INoticeKind, ThanksNotice>();
        services.AddSingleton<INoticeKind, HostNotice>();
        services.AddSingleton<INoticeKind, GatheringEditNotice>();
        services.AddSingleton<INoticeKind, AnnouncedDateNotice>();
    }
}
