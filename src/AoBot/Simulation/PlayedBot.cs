using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Reports.Reminders;
using AoBot.Slack.Api;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using AoBot.Updates.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Simulation;

/// <summary>
/// The real bot, whole, on a database that is thrown away, with a clock that is moved and a Slack that only listens. Nothing of it runs by itself: what
/// its schedule, its reader and its dispatcher's loop would do at an instant is asked for.
/// </summary>
public sealed class PlayedBot : IAsyncDisposable
{
    /// <summary>Where staff are told what none of them owns: one place, however many they are.</summary>
    public const string StaffChannel = "CSTAFF";

    private const string Actor = "simulate";

    private static readonly ReadFacts Facts = new(Actor, WebUrl: null);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aobot-simulate-");
    private readonly RecordingSlack _slack = new();
    private readonly PlayedClock _clock;
    private readonly WebApplication _app;
    private readonly Roster _roster;

    /// <param name="build">Makes the application from arguments and a change of its services.</param>
    /// <param name="roster">Whom it asks.</param>
    /// <param name="start">The first instant.</param>
    public PlayedBot(Func<string[], Action<IServiceCollection>, WebApplication> build, Roster roster, Instant start)
    {
        (_roster, _clock) = (roster, new PlayedClock(start));

        // Whatever is set for a real workspace: nothing is read but what is at hand, and nothing leaves the process.
        _app = build(
            [
                $"--ConnectionStrings:AoBot=Data Source={Path.Combine(_folder.FullName, "played.db")}",
                "--Slack:BotToken=xoxb-played",
                $"--Program:StaffChannelId={StaffChannel}",
                "--Program:SeedFile=",
                "--Updates:GitHub:Repository=",
            ],
            services =>
            {
                services.AddSingleton<TimeProvider>(_clock);
                services.AddHttpClient(SlackApiServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _slack);
                services.PostConfigure<SlackApiOptions>(options => (options.Time, options.Timeout) = (new PlayedPace(), PlayedPace.Timeout));
            });
    }

    private Instant Now => _clock.Now;

    /// <summary>It knows the roster and the history; of what the history holds, it sees what has happened by its clock. Reminders are turned on.</summary>
    public async Task Begin(RepositoryHistory history, CancellationToken cancellationToken)
    {
        await Service<Startup>().Prepare(cancellationToken);
        if (await Service<RosterRegister>().Change(Actor, triggerId: null, _ => new RosterEdit.To(_roster, Key: null), cancellationToken) is RosterOutcome.Refused refused)
        {
            throw new InvalidOperationException($"The roster was checked before, and is refused now: {string.Join("; ", refused.Faults.Select(f => f.Message))}");
        }

        await Service<RepositoryStore>().Save(history, Facts, cancellationToken);
        await Service<ReminderPlanning>().Choose(Actor, Actor, ReminderMode.On, cancellationToken);
    }

    /// <summary>At an instant, the repository is read and the jobs plan what they find.</summary>
    /// <returns>The steps that nobody hears of, and why.</returns>
    public async Task<IReadOnlyList<SilentStep>> Plan(Instant at, CancellationToken cancellationToken)
    {
        await MoveTo(at, cancellationToken);
        var planned = await Service<ReminderPlanning>().Plan(cancellationToken);
        await ActivatorUtilities.CreateInstance<ReportReminderJob>(_app.Services).Plan(cancellationToken);
        return planned.Silent;
    }

    /// <summary>When the next notice is planned for; none where there is none.</summary>
    public Task<Instant?> NextPlanned(CancellationToken cancellationToken) => Service<OutboxDispatcher>().NextPlanned(cancellationToken);

    /// <summary>At an instant, the repository is read and the dispatcher sends what is due.</summary>
    /// <returns>The steps whose reason was gone when their time had come, and why.</returns>
    public async Task<IReadOnlyList<SilentStep>> Send(Instant at, CancellationToken cancellationToken)
    {
        await MoveTo(at, cancellationToken);
        await using var db = await Service<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        var due = await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Planned && n.NotBefore <= Now && UpdateNotices.Asking.Contains(n.Kind)).ToListAsync(cancellationToken);
        var dispatcher = Service<OutboxDispatcher>();
        while (await dispatcher.Round(cancellationToken) > 0)
        {
            await dispatcher.Settled();
        }

        var silent = new List<SilentStep>();
        foreach (var notice in due)
        {
            silent.AddRange(await Unsaid(db, notice, cancellationToken));
        }

        return silent;
    }

    /// <summary>Everything that was said, in order; each subject by itself.</summary>
    /// <exception cref="InvalidOperationException">Something could not be sent, or Slack has heard something else than the rows tell.</exception>
    public async Task<IReadOnlyList<PlayedNotice>> Sent(CancellationToken cancellationToken)
    {
        await using var db = await Service<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        if (await db.Notices.AsNoTracking().FirstOrDefaultAsync(n => n.State != NoticeState.Sent && n.State != NoticeState.Skipped && n.NotBefore <= Now, cancellationToken) is { } stuck)
        {
            throw new InvalidOperationException($"{stuck.Key} could not be sent: {stuck.State}, {stuck.Reason}.");
        }

        var sent = await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Sent).OrderBy(n => n.SentAt).ThenBy(n => n.Id).ToListAsync(cancellationToken);
        if (sent.Count != _slack.Heard)
        {
            throw new InvalidOperationException($"{sent.Count} notices are said to be sent, and Slack has heard {_slack.Heard}.");
        }

        var staff = _roster.Rows.Select(r => r.StaffOwner).OfType<string>().Append(StaffChannel).ToHashSet(StringComparer.Ordinal);
        return [.. from notice in sent
                   from subject in notice.Subjects.DefaultIfEmpty(new NoticeSubject(null, null, null))
                   select new PlayedNotice(notice.SentAt!.Value, staff.Contains(notice.Recipient) ? "staff" : "partner", notice.Recipient, UpdateNotices.KindOf(notice.Kind, subject), subject.Partner, subject.Month, subject.Step, notice.Key, subject.Reason)];
    }

    /// <summary>Who has delivered what, as of now.</summary>
    public async Task<LedgerReading> Reading(CancellationToken cancellationToken)
    {
        await using var db = await Service<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        return (await Service<UpdatesLedger>().Read(db, cancellationToken)).Reading!;
    }

    public async ValueTask DisposeAsync()
    {
        var connection = Service<SqliteDatabase>().ConnectionString;
        await _app.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(connection));
        _slack.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task MoveTo(Instant at, CancellationToken cancellationToken)
    {
        _clock.MoveTo(at);
        await Service<RepositoryStore>().Unchanged(Facts, cancellationToken);
    }

    /// <summary>What of a notice nobody heard after all.</summary>
    private async Task<IReadOnlyList<SilentStep>> Unsaid(AoBotDbContext db, Notice planned, CancellationToken cancellationToken)
    {
        var now = await db.Notices.AsNoTracking().SingleAsync(n => n.Id == planned.Id, cancellationToken);
        var unsaid = now.State == NoticeState.Skipped ? planned.Subjects : [.. planned.Subjects.Except(now.Subjects)];
        if (unsaid.Count == 0 || await Service<ReminderBook>().Read(db, Instant.MinValue, cancellationToken, without: planned) is not { Facts: var facts })
        {
            return [];
        }

        return [.. from subject in unsaid
                   where UpdateNotices.StepOf(subject.Step) is not null
                   let why = UpdateReminderPolicy.WhyNot(facts, subject, planned.Recipient, Now)?.Silence
                   where why is not null
                   select new SilentStep(subject.Partner!, subject.Month!.Value, UpdateNotices.StepOf(subject.Step)!.Value, why.Value)];
    }

    private T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();
}
