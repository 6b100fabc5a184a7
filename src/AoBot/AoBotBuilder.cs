using AoBot.About;
using AoBot.Administration;
using AoBot.Conversations;
using AoBot.Doctor;
using AoBot.Engagements;
using AoBot.Events;
using AoBot.Events.Calendars;
using AoBot.Health;
using AoBot.Home;
using AoBot.KeyResults;
using AoBot.Meetings;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Reports;
using AoBot.Reports.Reminders;
using AoBot.Roundtables;
using AoBot.Scheduling;
using AoBot.Slack.Api;
using AoBot.Slack.Receiving;
using AoBot.Status;
using AoBot.Updates;
using AoBot.Updates.GitHub;
using AoBot.Updates.Questions;
using AoBot.Updates.Reminders;
using AoBot.Updates.Store;

namespace AoBot;

/// <summary>The table of contents: what AoBot is made of, one line each.</summary>
public static class AoBotBuilder
{
    /// <exception cref="ConfigurationException">A setting cannot be used.</exception>
    public static void AddAoBot(this WebApplicationBuilder builder)
    {
        var settings = new Settings(builder.Configuration, builder.Environment);
        var services = builder.Services;

        services.AddSingleton(settings);
        services.AddSingleton<TimeProvider>(settings.ClockStart is { } start ? new ShiftedTimeProvider(start) : TimeProvider.System);
        services.AddKeyedSingleton(ProgramClock.Real, TimeProvider.System);
        services.AddSingleton(provider => new ProgramClock(provider.GetRequiredService<TimeProvider>(), settings.Zone, settings.DueDays));
        services.AddAoBotDatabase(settings, builder.Environment.ContentRootPath);
        services.AddAoBotLogging(builder.Environment);
        services.AddHealth();
        services.AddSingleton<Startup>();
        services.AddSingleton<Examination>();
        services.AddSingleton<RepositoryExamination>();

        // The words of /ao, in the order of the help.
        services.AddSingleton<IWord, StatusCommand>();
        services.AddSingleton<IWord, KeyResultsCommand>();
        services.AddSingleton<IWord, EngagementsCommand>();
        services.AddSingleton<IWord, UpdatesCommand>();
        services.AddSingleton<IWord, MineCommand>();
        services.AddSingleton<IWord, RoundtableCommand>();
        services.AddSingleton<IWord, MeetingCommand>();
        services.AddSingleton<IWord, NextCommand>();
        services.AddSingleton<IWord, AboutCommand>();
        services.AddSingleton<IWord, QuestionsCommand>();
        services.AddSingleton<IWord, AwayCommand>();
        services.AddSingleton<IWord, SettingsCommand>();
        services.AddSingleton<IWord, RemindCommand>();
        services.AddSingleton<IWord, AdminRemindersCommand>();
        services.AddSingleton<IWord, ReportCommand>();
        services.AddSingleton<IWord, OutboxCommand>();
        services.AddSingleton<IWord, AuditCommand>();
        services.AddSingleton<IWord, HealthCommand>();
        services.AddSingleton<Words>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<PersonalReply>();
        services.AddSingleton<WindowOpener>();

        services.AddSingleton<Roles>();
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<Forgetting>();
        services.AddSingleton<TacReportImporter>();
        services.AddSingleton<RosterRegister>();
        services.AddSingleton<RosterImporter>();
        services.AddSingleton<RosterSubmission>();
        services.AddSingleton<RepositoryStore>();
        services.AddSingleton<UpdatesLedger>();
        services.AddGatherings();
        services.AddCalendars();
        services.AddGitHub();
        services.AddSingleton<IEngagementPart, EngagementUpdates>();
        services.AddSingleton<QuestionAnswers>();
        services.AddSingleton<QuestionDesk>();
        services.AddReminders();
        services.AddSingleton<ReportBook>();
        services.AddSingleton<ReportAnswers>();
        services.AddSingleton<INoticeKind, ReportReminderKind>();
        services.AddSingleton<IComingNotices, ComingReports>();
        services.AddSingleton<INoticeKind, ReportAnnouncementKind>();

        services.AddSingleton<Inbox>();
        services.AddHostedService<WarmUp>();
        services.AddHostedService<InboxWorker>();

        services.AddSingleton<INoticeKind, MentionKind>();
        services.AddSingleton<OutboxDesk>();
        services.AddSingleton<INoticeKind, DutyNotice>();
        services.AddHostedService<DutyWatch>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<NoticeRows>();
        services.AddSingleton<NoticeSender>();
        services.AddSingleton<NoticeSearch>();
        services.AddSingleton<SenderStop>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());

        services.AddSlackApi(options => (options.BotToken, options.ApiUrl) = (settings.BotToken ?? "", settings.ApiUrl));
        services.AddSlackReceiving(
            options =>
            {
                (options.SigningSecret, options.AppId, options.TeamId) = (settings.SigningSecret ?? "", settings.AppId, settings.TeamId);

                // Answers to a roundtable come in bursts, and those that wait are written together: the more at once, the less each costs.
                (options.MaxPending, options.MaxConcurrent) = (20_000, 512);
                FailureAnswers.Set(options);
            },
            slack => slack
                .RegisterSlashCommandHandler<AoCommand>(AoCommand.Command)
                .RegisterBlockActionHandler<ShareAction>(Sharing.ActionId)
                .RegisterBlockActionHandler<AskAction>(AskAction.Prefix, ActionIdMatch.Prefix)
                .RegisterBlockActionHandler<RightAction>(RightAction.ActionId)
                .RegisterBlockActionHandler<ItIsAction>(ItIsAction.ActionId)
                .RegisterBlockActionHandler<NoUpdateAction>(NoUpdateAction.ActionId)
                .RegisterBlockActionHandler<FolderIsAction>(FolderIsAction.ActionId)
                .RegisterBlockActionHandler<FolderIsAction>(FolderIsAction.OtherId)
                .RegisterBlockActionHandler<NobodysAction>(NobodysAction.ActionId)
                .RegisterBlockActionHandler<UndoAnswerAction>(UndoAnswerAction.ActionId)
                .RegisterBlockActionHandler<TakeRosterAction>(TakeRosterAction.ActionId)
                .RegisterBlockActionHandler<AlreadySentAction>(UpdateReminderMessage.SentId)
                .RegisterBlockActionHandler<RemindLaterAction>(UpdateReminderMessage.TomorrowId)
                .RegisterBlockActionHandler<ReminderMenuAction>(UpdateReminderMessage.MoreId)
                .RegisterBlockActionHandler<RemindByHandAction>(RemindByHandMessage.SendId)
                .RegisterBlockActionHandler<NotMeAction>(NotMeMessage.YesId)
                .RegisterBlockActionHandler<NotMeAction>(NotMeMessage.NoId)
                .RegisterBlockActionHandler<ChooseRemindersAction>(AdminRemindersMessage.ChooseId, ActionIdMatch.Prefix)
                .RegisterBlockActionHandler<ReportAction>(ReportReminderMessage.GotItId)
                .RegisterBlockActionHandler<ReportAction>(ReportMessage.DoneId)
                .RegisterBlockActionHandler<ReportAction>(ReportMessage.WaiveId)
                .RegisterBlockActionHandler<ReportAction>(ReportMessage.AnnounceId)
                .RegisterViewSubmissionHandler<NothingThisMonthView>(NothingThisMonthView.CallbackId)
                .RegisterViewSubmissionHandler<NotMeView>(NotMeView.CallbackId)
                .RegisterViewSubmissionHandler<AwayView>(AwayView.CallbackId)
                .RegisterViewSubmissionHandler<ReminderSettingsView>(ReminderSettingsView.CallbackId)
                .RegisterBlockActionHandler<RetryNoticeAction>(RetryNoticeAction.ActionId)
                .RegisterBlockActionHandler<DropNoticeAction>(DropNoticeAction.ActionId)
                .RegisterViewSubmissionHandler<ItIsView>(ItIsView.CallbackId)
                .RegisterBlockActionHandler<RsvpAction>(RsvpAction.Going)
                .RegisterBlockActionHandler<RsvpAction>(RsvpAction.Maybe)
                .RegisterBlockActionHandler<RsvpAction>(RsvpAction.Cant)
                .RegisterBlockActionHandler<RsvpAction>(RsvpAction.More)
                .RegisterBlockActionHandler<HoldAction>(HoldAction.ActionId)
                .RegisterBlockActionHandler<HoldAction>(HoldAction.ReleaseId)
                .RegisterBlockActionHandler<CalendarFeedAction>(CalendarFeedAction.NewId)
                .RegisterBlockActionHandler<CalendarFeedAction>(CalendarFeedAction.EndId)
                .RegisterViewSubmissionHandler<GatheringEditView>(GatheringEditView.CallbackId)
                .RegisterViewSubmissionHandler<GatheringAddView>(GatheringAddView.CallbackId)
                .RegisterViewSubmissionHandler<GatheringCancelView>(GatheringCancelView.CallbackId)
                .RegisterViewSubmissionHandler<InviteView>(InviteView.CallbackId)
                .RegisterViewSubmissionHandler<AttendanceView>(AttendanceView.CallbackId)
                .RegisterViewSubmissionHandler<RsvpNoteView>(RsvpNoteView.CallbackId)
                .RegisterViewSubmissionHandler<RsvpSubstituteView>(RsvpSubstituteView.CallbackId)
                .RegisterViewSubmissionHandler<RsvpHostView>(RsvpHostView.CallbackId)
                .RegisterViewSubmissionHandler<EngagementEditView>(EngagementEditView.CallbackId)
                .RegisterViewSubmissionHandler<EngagementPauseView>(EngagementPauseView.CallbackId)
                .RegisterViewSubmissionHandler<EngagementEndView>(EngagementEndView.CallbackId)
                .RegisterEventHandler<AppMention, MentionHandler>()
                .RegisterEventHandler<MemberJoinedChannel, WelcomeHandler>()
                .RegisterEventHandler<AppHomeOpened, HomeOpenedHandler>()
                .RegisterEventInbox<Inbox>());

        services.AddSchedules(schedules => schedules
            .Daily<InboxCleanupJob>(InboxCleanupJob.Key, atHour: 4, minute: 20)
            .AtStartAndEvery<GatheringPlanJob>(GatheringPlanJob.Key, minutes: 10)
            .AtStartAndDaily<StaffRefreshJob>(StaffRefreshJob.Key, atHour: 4, minute: 40)
            .AtStartAndDaily<ContactRefreshJob>(ContactRefreshJob.Key, atHour: 4, minute: 50)
            .ReadRepository(settings)
            .AtStartAndEvery<ReminderJob>(ReminderJob.Key, minutes: 10)
            .DailyIn<ReminderJob>(ReminderJob.DailyKey, settings.Zone.Id, atHour: 0, minute: 10)
            .AtStartAndEvery<ReportReminderJob>(ReportReminderJob.Key, minutes: 10)
            .DailyIn<ReportReminderJob>(ReportReminderJob.DailyKey, settings.Zone.Id, atHour: 0, minute: 15));
    }

    public static void UseAoBot(this WebApplication app)
    {
        app.MapSlack();
        app.MapHealth();
        app.MapGitHub();
        app.MapCalendars();
    }
}
