using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Events;
using AoBot.KeyResults;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Reports;
using AoBot.Reports.Reminders;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Persistence;

/// <summary>Every table of AoBot, in one file.</summary>
public sealed class AoBotDbContext(DbContextOptions<AoBotDbContext> options) : DbContext(options)
{
    public DbSet<TacReport> TacReports => Set<TacReport>();

    public DbSet<PublishedReport> PublishedReports => Set<PublishedReport>();

    public DbSet<Objective> Objectives => Set<Objective>();

    public DbSet<KeyResult> KeyResults => Set<KeyResult>();

    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    public DbSet<Engagement> Engagements => Set<Engagement>();

    public DbSet<EngagementMention> EngagementMentions => Set<EngagementMention>();

    public DbSet<RosterEntry> Roster => Set<RosterEntry>();

    public DbSet<RosterLayout> RosterLayout => Set<RosterLayout>();

    public DbSet<RepositoryRead> RepositoryReads => Set<RepositoryRead>();

    public DbSet<RepositoryLanding> RepositoryLandings => Set<RepositoryLanding>();

    public DbSet<RepositoryPullRequest> RepositoryPullRequests => Set<RepositoryPullRequest>();

    public DbSet<RepositoryChange> RepositoryChanges => Set<RepositoryChange>();

    public DbSet<RepositoryText> RepositoryTexts => Set<RepositoryText>();

    public DbSet<LedgerAnswerEntry> LedgerAnswers => Set<LedgerAnswerEntry>();

    public DbSet<UpdateSkip> UpdateSkips => Set<UpdateSkip>();

    public DbSet<UpdateSnooze> UpdateSnoozes => Set<UpdateSnooze>();

    public DbSet<UpdateClaim> UpdateClaims => Set<UpdateClaim>();

    public DbSet<ContactDenial> ContactDenials => Set<ContactDenial>();

    public DbSet<ReminderSwitch> ReminderSwitches => Set<ReminderSwitch>();

    public DbSet<ReportClaim> ReportClaims => Set<ReportClaim>();

    public DbSet<ReportWaiver> ReportWaivers => Set<ReportWaiver>();

    public DbSet<ProgramEvent> Events => Set<ProgramEvent>();

    public DbSet<Gathering> Gatherings => Set<Gathering>();

    public DbSet<Occurrence> Occurrences => Set<Occurrence>();

    public DbSet<Invitee> Invitees => Set<Invitee>();

    public DbSet<Rsvp> Rsvps => Set<Rsvp>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<ReminderPreference> ReminderPreferences => Set<ReminderPreference>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<InboxEvent> Inbox => Set<InboxEvent>();

    public DbSet<SharedAnswer> SharedAnswers => Set<SharedAnswer>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        configurationBuilder.Properties<YearMonth>().HaveConversion<YearMonthConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TacReport>(report =>
        {
            report.HasIndex(r => r.SpeaksOf);
            report.HasIndex(r => new { r.ContentHash, r.SpeaksOf }).IsUnique();
            report.HasMany(r => r.Funding).WithOne().HasForeignKey(f => f.ReportId);
            report.HasMany(r => r.Team).WithOne().HasForeignKey(m => m.ReportId);
            report.HasMany(r => r.KeyAreas).WithOne().HasForeignKey(a => a.ReportId);
            report.HasMany(r => r.News).WithOne().HasForeignKey(n => n.ReportId);
        });
        modelBuilder.Entity<PublishedReport>(published =>
        {
            published.HasIndex(p => p.Url).IsUnique();
            published.HasMany(p => p.Months).WithOne().HasForeignKey(m => m.PublishedReportId);
        });
        modelBuilder.Entity<PublishedReportMonth>().HasIndex(m => m.Month);
        modelBuilder.Entity<Objective>().HasIndex(o => new { o.Year, o.Number }).IsUnique();
        modelBuilder.Entity<KeyResult>().HasIndex(k => new { k.ObjectiveId, k.Number }).IsUnique();
        modelBuilder.Entity<CheckIn>(checkIn =>
        {
            checkIn.HasIndex(c => new { c.KeyResultId, c.SpeaksOf });
            checkIn.HasOne(c => c.Report).WithMany(r => r.CheckIns).HasForeignKey(c => c.ReportId);
        });
        modelBuilder.Entity<Engagement>(engagement =>
        {
            engagement.HasIndex(e => e.Key).IsUnique();
            engagement.Property(e => e.Areas).HasConversion<FocusAreasConverter, FocusAreasComparer>();
            engagement.HasMany(e => e.Aliases).WithOne().HasForeignKey(a => a.EngagementId);
            engagement.HasMany(e => e.Links).WithOne().HasForeignKey(l => l.EngagementId);
        });
        modelBuilder.Entity<EngagementAlias>().HasIndex(a => a.Key);
        modelBuilder.Entity<EngagementLink>().HasIndex(l => new { l.EngagementId, l.Url }).IsUnique();
        modelBuilder.Entity<EngagementMention>(mention =>
        {
            mention.HasIndex(m => new { m.EngagementId, m.SpeaksOf });
            mention.HasOne(m => m.Report).WithMany(r => r.Mentions).HasForeignKey(m => m.ReportId);
        });
        modelBuilder.Entity<RosterEntry>(entry =>
        {
            entry.HasIndex(e => e.Key).IsUnique();
            entry.Property(e => e.Folders).HasConversion<RosterFoldersConverter, ListComparer<RosterFolder>>();
            entry.Property(e => e.Paused).HasConversion<RosterPausesConverter, ListComparer<RosterPause>>();
            entry.Property(e => e.Contacts).HasConversion<RosterPartsConverter, ListComparer<string>>();
            entry.Property(e => e.Links).HasConversion<RosterPartsConverter, ListComparer<string>>();
            entry.Property(e => e.Areas).HasConversion<FocusAreasConverter, FocusAreasComparer>();
            entry.Property(e => e.Extra).HasConversion<RosterExtraConverter, RosterExtraComparer>();
        });
        modelBuilder.Entity<RosterLayout>().Property(l => l.Columns).HasConversion<TextListConverter, ListComparer<string>>();
        modelBuilder.Entity<RepositoryLanding>(landing =>
        {
            landing.HasIndex(l => l.Position).IsUnique();
            landing.HasMany(l => l.Changes).WithOne().HasForeignKey(c => c.LandingId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<RepositoryPullRequest>(request =>
        {
            request.HasKey(p => p.Number);
            request.Property(p => p.Number).ValueGeneratedNever();
            request.HasMany(p => p.Files).WithOne().HasForeignKey(c => c.PullRequestNumber).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<RepositoryText>(text =>
        {
            text.HasKey(t => t.Blob);
            text.Property(t => t.Sections).HasConversion<NamedMonthsConverter, ListComparer<NamedMonth>>();
            text.Property(t => t.Also).HasConversion<NamedMonthsConverter, ListComparer<NamedMonth>>();
            text.Property(t => t.Title).HasConversion<NamedMonthsConverter, ListComparer<NamedMonth>>();
        });
        modelBuilder.Entity<LedgerAnswerEntry>(answer =>
        {
            answer.HasIndex(a => a.Path);
            answer.Property(a => a.Months).HasConversion<YearMonthsConverter, ListComparer<YearMonth>>();
        });
        modelBuilder.Entity<UpdateSkip>().HasIndex(s => new { s.Partner, s.Month }).IsUnique();
        modelBuilder.Entity<UpdateSnooze>().HasIndex(s => new { s.Partner, s.Month });
        modelBuilder.Entity<UpdateClaim>().HasIndex(c => new { c.Partner, c.Month });
        modelBuilder.Entity<ContactDenial>().HasIndex(d => d.Partner);
        modelBuilder.Entity<ReportClaim>().HasIndex(c => c.Report).IsUnique();
        modelBuilder.Entity<ReportWaiver>().HasIndex(w => w.Report).IsUnique();
        modelBuilder.Entity<ReminderPreference>().HasKey(p => p.SlackId);
        modelBuilder.Entity<Absence>().HasIndex(a => a.Person);
        modelBuilder.Entity<ProgramEvent>().HasIndex(e => new { e.Date, e.Month });
        modelBuilder.Entity<Gathering>(gathering =>
        {
            gathering.HasIndex(g => g.Uid).IsUnique();
            gathering.HasMany(g => g.Occurrences).WithOne(o => o.Gathering).HasForeignKey(o => o.GatheringId);
        });
        modelBuilder.Entity<Occurrence>(occurrence =>
        {
            occurrence.HasIndex(o => o.StartsAt);
            occurrence.HasIndex(o => new { o.GatheringId, o.Slot }).IsUnique();
            occurrence.HasMany(o => o.Invitees).WithOne().HasForeignKey(i => i.OccurrenceId);
        });
        modelBuilder.Entity<Invitee>(invitee =>
        {
            // Several who were forgotten may have been invited to the same one.
            invitee.HasIndex(i => new { i.OccurrenceId, i.SlackId }).IsUnique().HasFilter($"SlackId <> '{Person.Former}'");
            invitee.HasOne(i => i.Rsvp).WithOne().HasForeignKey<Rsvp>(r => r.InviteeId);
        });
        modelBuilder.Entity<Rsvp>().HasIndex(r => r.InviteeId).IsUnique();
        modelBuilder.Entity<CalendarFeed>().HasIndex(f => f.TokenHash).IsUnique();
        modelBuilder.Entity<Person>().HasKey(p => p.SlackId);
        modelBuilder.Entity<AuditEntry>(audit =>
        {
            audit.HasIndex(a => a.At);
            audit.HasIndex(a => a.TriggerId).IsUnique();
        });
        modelBuilder.Entity<Notice>(notice =>
        {
            notice.HasIndex(n => n.Key).IsUnique();
            notice.HasIndex(n => new { n.State, n.NotBefore });
            notice.HasIndex(n => n.EditsId);
            notice.Property(n => n.Subjects).HasConversion<NoticeSubjectsConverter, ListComparer<NoticeSubject>>();
        });
        modelBuilder.Entity<InboxEvent>(inbox =>
        {
            inbox.HasIndex(e => e.EventId).IsUnique();
            inbox.HasIndex(e => e.MessageKey).IsUnique();
            inbox.HasIndex(e => e.NextAttemptAt);
        });
        modelBuilder.Entity<SharedAnswer>(shared =>
        {
            shared.HasIndex(s => s.TriggerId).IsUnique();
            shared.HasIndex(s => new { s.ChannelId, s.AnswerHash, s.SharedAt });
        });
    }
}
