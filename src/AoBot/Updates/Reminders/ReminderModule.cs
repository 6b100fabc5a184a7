using AoBot.Outbox;

namespace AoBot.Updates.Reminders;

/// <summary>Reminders among the services: each kind of notice by its name.</summary>
public static class ReminderModule
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<ReminderBook>();
        services.AddSingleton<ReminderPlanning>();
        services.AddSingleton<ReminderOutlook>();
        services.AddSingleton<ReminderDesk>();
        services.AddSingleton<ReminderAnswers>();
        services.AddSingleton<IStaffConsent, ReminderConsent>();
        foreach (var kind in UpdateNotices.Asking)
        {
            services.AddSingleton<INoticeKind>(provider => ActivatorUtilities.CreateInstance<UpdateReminderKind>(provider, kind));
        }

        foreach (var kind in new[] { UpdateNotices.Thanks, UpdateNotices.Edit })
        {
            services.AddSingleton<INoticeKind>(provider => ActivatorUtilities.CreateInstance<ReminderEditKind>(provider, kind));
        }

        foreach (var kind in new[] { UpdateNotices.Escalation, UpdateNotices.StillRunning, UpdateNotices.ReviewWaiting, UpdateNotices.Question, UpdateNotices.Digest })
        {
            services.AddSingleton<INoticeKind>(provider => ActivatorUtilities.CreateInstance<StaffLineKind>(provider, kind));
        }

        services.AddSingleton<INoticeKind, NotMeKind>();
        services.AddSingleton<INoticeKind, PreviewedDay>();
    }
}
