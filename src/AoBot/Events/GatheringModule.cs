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

        services.AddSingleton<IComingNotices, ComingGatherings>();
        services.AddSingleton<IKeyResultEvidence, RoundtableEvidence>();
        services.AddNotice<AnnouncementNotice>();
        services.AddNotice<InvitationNotice>();
        services.AddNotice<ChaseNotice>();
        services.AddNotice<PromotionNotice>();
        services.AddNotice<ChangeNotice>();
        services.AddNotice<GatheringReminderNotice>();
        services.AddNotice<ThanksNotice>();
        services.AddNotice<HostNotice>();
        services.AddSingleton<INoticeKind, GatheringEditNotice>();
        services.AddSingleton<INoticeKind, AnnouncedDateNotice>();
    }

    /// <summary>For the outbox, and for who looks ahead.</summary>
    private static void AddNotice<T>(this IServiceCollection services)
        where T : GatheringNoticeKind => services.AddSingleton<INoticeKind, T>().AddSingleton<GatheringNoticeKind, T>();
}
