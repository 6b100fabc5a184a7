using AoBot.Administration;
using AoBot.Conversations;
using AoBot.Health;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Reminders;
using AoBot.Reports.Reminders;
using AoBot.Slack.Blocks;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.Tests.Rendering;

/// <summary>What staff read of the bot itself and of the fund's own reports, with its text: valid for Slack, and word for word what was reviewed.</summary>
public sealed class StaffSnapshotTests
{
    private static readonly LocalDate Today = new(2024, 7, 5);
    private static readonly Instant Now = Instant.FromUtc(2024, 7, 5, 13, 30);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly OwedReport June = OwedReport.OfMonth(new YearMonth(2024, 6), new DueDays(new WorkingDays(new Holidays([]).Contains)));
    private static readonly ReportContent Content = new(["Fictional Alder"], ["Fictional Birch <!here>"], ["Fictional Cedar", "Fictional Damson"]);

    [Fact]
    public void The_health_reads_as_reviewed_with_a_chart_whose_numbers_stand_in_the_text()
    {
        var answer = DutiesMessage.Health(Duties(), [new ReminderRate(new YearMonth(2024, 5), 5, 9), new ReminderRate(new YearMonth(2024, 6), 2, 0), new ReminderRate(new YearMonth(2024, 7), 7, 10)], Zone);

        Assert.Contains("May 2024: 0.56 for each update (5 reminders, 9 updates); June 2024: 2 reminders, and no update came; July 2024: 0.70", answer.Text, StringComparison.Ordinal);
        Check("admin-health", answer);
        Check("admin-health-first-day", DutiesMessage.Health(Duties() with { ReadAt = null, Jobs = [] }, [], Zone));
    }

    [Fact]
    public void What_is_told_of_a_duty_reads_as_reviewed() => Check("duty", DutiesMessage.Told(new Trouble("read", "the partners' repository was not read for more than a day", Now)));

    [Fact]
    public void The_outbox_and_the_audit_read_as_reviewed()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["U0000BIRC"] = "Birgit" };
        Check("admin-outbox", OutboxMessage.Render(new OutboxPicture(null, 2, [Of("update-due/2024-06/U0000BIRC", NoticeState.Planned)], [Of("digest/2024-W27", NoticeState.Unknown)], [], names, Today, Zone)));
        Check("admin-outbox-failed", OutboxMessage.Render(new OutboxPicture(null, 0, [], [], [Of("escalation/birch/2024-06", NoticeState.Dead)], names, Today, Zone), "Dropped: digest/2024-W27."));
        Check("admin-outbox-empty", OutboxMessage.Render(new OutboxPicture("Slack does not let AoBot in (invalid_auth): copy the token", 0, [], [], [], names, Today, Zone)));
        Check("admin-audit", AuditMessage.Render([new AuditEntry { At = Now, Actor = "U0000BIRC", Action = "reminder.later", Subject = "remind/2024-06/birch", Detail = "until 2024-07-08" }], 7, "birch", names, Today, Zone));
        Check("admin-audit-empty", AuditMessage.Render([], 0, "", names, Today, Zone));
    }

    [Theory]
    [InlineData("before", -3)]
    [InlineData("due", 0)]
    [InlineData("after", 4)]
    public void Each_reminder_of_a_report_reads_as_reviewed(string name, int days) => Check($"report-{name}", ReportReminderMessage.Render(June, Content, days > 0, June.Due.PlusDays(days)));

    [Fact]
    public void The_answers_about_a_report_read_as_reviewed()
    {
        var link = new Uri("https://openssf.org/june-2024");
        Check("report-tac", ReportReminderMessage.Render(OwedReport.Parse("tac/2024-Q2", new DueDays(new WorkingDays(new Holidays([]).Contains)))!, Content, false, Today));
        Check("report-standing", ReportMessage.Standing(June, Content, false, Today));
        Check("report-settled", ReportMessage.Settled(June, Today));
        Check("report-ask-done", ReportMessage.AskDone(link, [new YearMonth(2024, 5), new YearMonth(2024, 6)], Today));
        Check("report-ask-waive", ReportMessage.AskWaive(June, "we write one for two months", Today));
        Check("report-noted", ReportMessage.Noted(new Announceable(3, "The report for June 2024")));
        Check("report-announcement", ReportAnnouncementMessage.Render("The report for June 2024", link, ["Fictional Alder", "Fictional Birch <!here>"]));
    }

    [Theory]
    [InlineData(ReminderMode.Off, null)]
    [InlineData(ReminderMode.Off, ReminderMode.On)]
    [InlineData(ReminderMode.Preview, null)]
    [InlineData(ReminderMode.On, ReminderMode.Off)]
    public void The_switch_reads_as_reviewed(ReminderMode mode, ReminderMode? wanted) =>
        Check($"reminders-switch-{mode}-{wanted}".ToLowerInvariant().TrimEnd('-'), AdminRemindersMessage.Render(new ReminderSwitch { Mode = mode, Since = Now, ChosenBy = mode == ReminderMode.Off ? "" : "U0000STAF" }, wanted, Zone, Today));

    [Fact]
    public void What_would_be_sent_reads_as_reviewed()
    {
        var item = new ReminderItem("birch", "Fictional Birch <!here>", [new YearMonth(2024, 6)], Today, UpdateNotices.Due);
        var facts = new ReminderFacts
        {
            Reading = new LedgerReading(Now, null, [], [], []) { Partners = [] },
            Roster = Updates.Past.Roster("birch,Fictional Birch <!here>,birch,monthly,2024-06-01,,,U0000BIRC,,"),
            Rules = new ReminderRules(),
            WorkingDays = new WorkingDays(new Holidays([]).Contains),
            Zone = Zone,
            Staff = ["U0000STAF"],
            Since = Now,
            People = new Dictionary<string, Addressee>(StringComparer.Ordinal) { ["U0000BIRC"] = new("Europe/Berlin") { Name = "Birgit" } },
        };
        List<PreviewedReminder> coming =
        [
            new(Now, DateTimeZoneProviders.Tzdb["Europe/Berlin"], "U0000BIRC", UpdateNotices.Due, [item], []),
            new(Now + Duration.FromDays(7), Zone, "U0000STAF", UpdateNotices.Escalation, [], [new NoticeSubject("birch", new YearMonth(2024, 6), UpdateNotices.Escalation)]),
        ];
        Check("remind-preview", ReminderPreviewMessage.Render(new ReminderPreview(coming, [new SilentStep("birch", new YearMonth(2024, 5), LadderStep.HeadsUp, Silence.EarnedSilence)]), facts, ReminderMode.Preview, 7, Today));
        Check("remind-preview-of-many", ReminderPreviewMessage.Render(
            new ReminderPreview(
                [.. Enumerable.Range(0, 60).Select(_ => coming[0] with { Subjects = [new NoticeSubject("birch", new YearMonth(2024, 6), "due")] })],
                [.. Enumerable.Range(0, 60).Select(at => new SilentStep($"birch-{at}", new YearMonth(2024, 6), LadderStep.Due, Silence.Received))]),
            facts,
            ReminderMode.On,
            7,
            Today));
        Check("remind-preview-others", ComingNoticesMessage.Render(
            new ComingNotices(
                "About gatherings, whether reminders are on or not",
                [
                    new ComingNotice(Now, Zone, ["C0000CHAN"], "Public meeting <!here>, Wednesday, August 7, 2:00 PM New York time."),
                    new ComingNotice(Now, Zone, ["U0000BIRC", "U0000BERT", "U0000ALDA", "U0000FIRA", "U0000EVA"], "You are invited: Roundtable, Thursday, July 25, 10:00 AM New York time."),
                ],
                [new ComingNotice(Now, Zone, ["U0000BERT"], "they are away")])
            { Unread = 12 },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["U0000BIRC"] = "Birgit", ["U0000BERT"] = "Bert", ["U0000ALDA"] = "Alda" },
            Today));
        Check("remind-preview-of-the-day", ReminderPreviewMessage.OfTheDay(coming, facts, Today));
        Check("remind-by-hand", RemindByHandMessage.Render(facts.Roster.Rows[0], new NoticePlan("update-nudge/2024-06/birch", UpdateNotices.Nudge, "U0000BIRC", Now), [item with { Kind = UpdateNotices.Nudge }], "Birgit", Zone, Today));
    }

    private static DutyFacts Duties() => new(
        Now,
        0,
        Duration.Zero,
        0,
        null,
        new Dictionary<NoticeState, int> { [NoticeState.Planned] = 3, [NoticeState.Unknown] = 1 },
        null,
        Now - Duration.FromMinutes(4),
        null,
        [new JobRuns("reminders", Now - Duration.FromMinutes(4), Now + Duration.FromMinutes(6))]);

    private static Notice Of(string key, NoticeState state) => new()
    {
        Key = key,
        Kind = key.Split('/')[0],
        Recipient = "U0000BIRC",
        PlannedAt = Now,
        NotBefore = Now,
        State = state,
        Reason = state == NoticeState.Planned ? null : "Slack gave no clear answer",
        Token = "t",
    };

    private static void Check(string name, Answer answer) => Check(name, answer.ToMessage());

    private static void Check(string name, MessageBody body)
    {
        Assert.Empty(BlockValidator.Check(body));
        var json = SlackJson.Serialize(body);
        Payloads.Write(name, "message", json);
        Snapshot.Match(name, json);
    }
}
