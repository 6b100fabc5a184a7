using AoBot.Conversations;
using AoBot.Events;
using AoBot.Events.Calendars;
using AoBot.Outbox;
using AoBot.Reminders;
using AoBot.Slack.Blocks;
using AoBot.Tests.Events;
using NodaTime;

namespace AoBot.Tests.Rendering;

/// <summary>Each message and each window about a gathering, with its text: valid for Slack, and word for word what was reviewed.</summary>
public sealed class GatheringSnapshotTests
{
    private static readonly LocalDate Today = new(2024, 7, 3);
    private static readonly Instant Now = Instant.FromUtc(2024, 7, 3, 14, 0);
    private static readonly Uri File = new("https://openssf.org/aobot/calendar/invitation/7-seal.ics");
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["U0000BIRC"] = "Birgit", ["U0000ALDA"] = "Alda", ["U0000FIRA"] = "Fira", ["U0000STAF"] = "Stella <!here>" };

    public static TheoryData<string> Standings => ["none", "going", "waiting", "maybe", "cant", "old-yes", "old-maybe", "removed", "closed", "cancelled"];

    [Theory]
    [MemberData(nameof(Standings))]
    public void An_invitation_reads_as_reviewed(string standing)
    {
        var (occurrence, invitee) = Standing(standing);
        var facts = Facts(occurrence, now: standing == "closed" ? occurrence.AnswerBy : Now);
        Check($"invitation-{standing}", InvitationMessage.Render(facts, invitee));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("going")]
    [InlineData("waiting")]
    [InlineData("maybe")]
    [InlineData("cant")]
    [InlineData("removed")]
    [InlineData("closed")]
    [InlineData("cancelled")]
    public void What_a_press_is_answered_reads_as_reviewed(string standing)
    {
        var (occurrence, invitee) = Standing(standing);
        var refusal = RsvpPolicy.Refuses(occurrence, invitee, isHost: false, standing == "closed" ? occurrence.AnswerBy : Now);
        Check($"rsvp-{standing}", RsvpMessage.Confirm(new RsvpOutcome(refusal, occurrence, invitee, Seats(occurrence)), Today, File));
    }

    [Fact]
    public void Further_words_to_an_invitee_read_as_reviewed()
    {
        var (occurrence, invitee) = Standing("none");
        Check("rsvp-begun", RsvpMessage.Confirm(new RsvpOutcome(RsvpRefusal.HasBegun, occurrence), Today));
        Check("rsvp-chase", InvitationMessage.Chase(Facts(occurrence), invitee));
        var (moved, yes) = Standing("old-yes");
        Check("rsvp-chase-again", InvitationMessage.Chase(Facts(moved), yes));
        Check("rsvp-who", RsvpMessage.Who(Table(), Names, Today));
        Check("rsvp-who-nobody", RsvpMessage.Who(occurrence, Names, Today));
        Check("rsvp-place", GatheringMessage.Place(Facts(Table())));
        Check("gathering-reminder-day", GatheringMessage.Reminder(Facts(Table(), GatheringReminderNotice.Day)));
        Check("gathering-reminder-hour", GatheringMessage.Reminder(Facts(Table(), GatheringReminderNotice.Hour)));
        Check("gathering-thanks", GatheringMessage.Thanks(Facts(Table())));
    }

    [Fact]
    public void What_a_change_is_told_as_reads_as_reviewed()
    {
        var moved = Table();
        var was = GatheringWas.Of(moved);
        (moved.Day, moved.StartsAt) = (moved.Day.PlusDays(1), moved.StartsAt + Duration.FromDays(1));
        Check("gathering-moved", GatheringMessage.Change(Facts(moved, was: was)));
        Check("gathering-moved-in-channel", GatheringMessage.Change(Facts(moved, was: was, recipient: "C0000FUND")));
        var elsewhere = Table();
        was = GatheringWas.Of(elsewhere);
        (elsewhere.Place, elsewhere.Link) = ("Room <4> & 5", "https://openssf.org/other");
        Check("gathering-elsewhere", GatheringMessage.Change(Facts(elsewhere, was: was)));
        var off = Table();
        was = GatheringWas.Of(off);
        off.IsCancelled = true;
        Check("gathering-off", GatheringMessage.Change(Facts(off, was: was)));
    }

    [Fact]
    public void What_the_channel_is_told_reads_as_reviewed()
    {
        var meeting = Sample.Meetings("America/New_York").Occurrences[0];
        Check("announcement-week", AnnouncementMessage.Render(Facts(meeting, AnnouncementNotice.Week)));
        Check("announcement-soon", AnnouncementMessage.Render(Facts(meeting, AnnouncementNotice.Soon)));
        Check("announcement-line", AnnouncementMessage.Render(Facts(Table(), AnnouncementNotice.Line)));
        meeting.IsCancelled = true;
        Check("announcement-off", AnnouncementMessage.Render(Facts(meeting, AnnouncementNotice.Week)));
    }

    [Fact]
    public void What_the_host_is_told_reads_as_reviewed()
    {
        Check("host-incomplete", HostMessage.Incomplete(Facts(Table())));
        Check("host-announced", HostMessage.ToComplete(new UpcomingEvent(ProgramEventKind.Roundtable, "Roundtable", new LocalDate(2024, 7, 25), null, false, null, new LocalDate(2024, 6, 21), null, null), Today));
        Check("host-holiday", HostMessage.Holiday(Facts(Table())));
        Check("host-preview", HostMessage.Preview(Facts(Table())));
        Check("host-preview-meeting", HostMessage.Preview(Facts(Sample.Meetings("America/New_York").Occurrences[0])));
        Check("host-board", HostMessage.Board(Facts(Table())));
        var (moved, _) = Standing("old-maybe");
        Check("host-board-moved", HostMessage.Board(Facts(moved)));
        Check("host-attendance", HostMessage.WhoCame(Facts(Table())));
        Check("host-mail", GuestMailMessage.Render(Table(), _ => File, Today).ToMessage());
        Check("host-mail-no-address", GuestMailMessage.Render(Table(), _ => null, Today).ToMessage());
        Check("host-mail-nobody", GuestMailMessage.Render(Sample.Roundtable().Occurrences[0], _ => File, Today).ToMessage());
    }

    [Theory]
    [InlineData(Audience.Public)]
    [InlineData(Audience.Staff)]
    public void The_lists_read_as_reviewed(Audience audience)
    {
        var who = $"{audience}".ToLowerInvariant();
        UpcomingEvent announced = new(ProgramEventKind.Roundtable, "Roundtable", null, new YearMonth(2024, 9), false, null, new LocalDate(2024, 6, 21), null, null);
        Check($"roundtables-{who}", GatheringsMessage.Render(GatheringKind.Roundtable, [Table()], [announced], Names, new WordRequest("", audience), Today).ToMessage());
        Check($"meetings-{who}", GatheringsMessage.Render(GatheringKind.Meeting, Sample.Meetings("America/New_York").Occurrences, [], Names, new WordRequest("", audience), Today).ToMessage());
        Check($"roundtables-none-{who}", GatheringsMessage.Render(GatheringKind.Roundtable, [], [], Names, new WordRequest("", audience), Today).ToMessage());
    }

    [Fact]
    public void What_calendars_are_offered_with_reads_as_reviewed()
    {
        Check("calendar-public", CalendarMessage.Render(GatheringKind.Meeting, new Uri("https://openssf.org/aobot/calendar.ics")).ToMessage());
        Check("calendar-own", CalendarMessage.Render(GatheringKind.Roundtable, new Uri("https://openssf.org/aobot/calendar.ics")).ToMessage());
        Check("calendar-no-address", CalendarMessage.Render(GatheringKind.Meeting, null).ToMessage());
        Check("calendar-made", CalendarMessage.Made(new Uri("https://openssf.org/aobot/calendar/token.ics")));
        Check("calendar-ended", CalendarMessage.Ended(2));
    }

    [Fact]
    public void The_windows_read_as_reviewed()
    {
        var (roundtable, meeting) = (Table(), Sample.Meetings("America/New_York").Occurrences[2]);
        Check("window-roundtable-new", GatheringEditView.New(GatheringKind.Roundtable, "America/New_York", null));
        Check("window-meeting-new", GatheringEditView.New(GatheringKind.Meeting, "America/New_York", null));
        Check("window-roundtable-edit", GatheringEditView.Edit(roundtable, new LocalDate(2024, 7, 23)));
        Check("window-meeting-edit", GatheringEditView.Edit(meeting, null));
        Check("window-meeting-add", GatheringAddView.Render(meeting));
        Check("window-roundtable-cancel", GatheringCancelView.Render(roundtable, Today));
        Check("window-meeting-cancel", GatheringCancelView.Render(meeting, Today));
        var rules = new GatheringRules("C0000CHAN", DateTimeZoneProviders.Tzdb["America/New_York"], new WorkingDays(_ => false), new Dictionary<string, string>(StringComparer.Ordinal));
        Check("window-roundtable-saved", GatheringSavedMessage.Render(roundtable, isNew: true, rules, Now - Duration.FromDays(2)));
        Check("window-roundtable-changed", GatheringSavedMessage.Render(roundtable, isNew: false, rules, Now));
        Check("window-roundtable-changed-late", GatheringSavedMessage.Render(roundtable, isNew: false, rules, Now + Duration.FromDays(2)));
        Check("window-roundtable-saved-late", GatheringSavedMessage.Render(roundtable, isNew: true, rules, Now + Duration.FromDays(2)));
        Check("window-added", GatheringSavedMessage.Added(roundtable, rules, Now + Duration.FromDays(2)));
        Check("window-meeting-saved", GatheringSavedMessage.Render(meeting, isNew: true, rules, Now));
        Check("window-saved-before", GatheringSavedMessage.Render(null, isNew: false, rules, Now));
        Check("window-cancelled", GatheringSavedMessage.Cancelled(meeting, withLater: true, Today));
        Check("window-done", GatheringSavedMessage.Done("Your note stands beside your answer, for its host."));
        Check("window-invite", InviteView.Render(roundtable, Today));
        Check("window-answer", RsvpHostView.Render(roundtable, Names));
        Check("window-attendance", AttendanceView.Render(roundtable, Names, Today));
        Check("window-note", RsvpNoteView.Render(1));
        Check("window-substitute", RsvpSubstituteView.Render(1));
    }

    /// <summary>One comes, one may, one cannot, a guest is a name only.</summary>
    private static Occurrence Table()
    {
        var occurrence = Sample.Roundtable().Occurrences[0];
        occurrence.Gathering.Agenda = "1. News\n2. What <!channel> may not do";
        Add(occurrence, "U0000BIRC", RsvpAnswer.Going, "Fictional Rust", "ten minutes later");
        Add(occurrence, "U0000ALDA", RsvpAnswer.Maybe, "Fictional Python");
        Add(occurrence, "U0000FIRA", RsvpAnswer.Cant, null);
        occurrence.Invitees.Add(new Invitee { GuestName = "Gwen of Fictional Ginkgo" });
        foreach (var (invitee, number) in occurrence.Invitees.Select((i, n) => (i, n + 1)))
        {
            typeof(Invitee).GetProperty(nameof(Invitee.Id))!.SetValue(invitee, number);
        }

        return occurrence;
    }

    private static (Occurrence Occurrence, Invitee Invitee) Standing(string standing)
    {
        var occurrence = Sample.Roundtable().Occurrences[0];
        occurrence.Gathering.Capacity = standing == "waiting" ? 1 : null;
        if (standing == "waiting")
        {
            Add(occurrence, "U0000ALDA", RsvpAnswer.Going, null);
        }

        var invitee = Add(occurrence, "U0000BIRC", standing switch { "going" or "waiting" or "old-yes" => RsvpAnswer.Going, "maybe" or "old-maybe" => RsvpAnswer.Maybe, "cant" => RsvpAnswer.Cant, _ => null }, null);
        (occurrence.DateVersion, occurrence.IsCancelled) = (standing.StartsWith("old", StringComparison.Ordinal) ? 1 : 0, standing == "cancelled");
        invitee.RemovedAt = standing == "removed" ? Now : null;
        return (occurrence, invitee);
    }

    private static Invitee Add(Occurrence occurrence, string id, RsvpAnswer? answer, string? ecosystem, string? note = null)
    {
        var invitee = new Invitee { SlackId = id, Partner = "birch", Ecosystem = ecosystem };
        if (answer is not null)
        {
            invitee.Rsvp = new Rsvp { Answer = answer, Arrival = ++occurrence.Arrivals, PressedAt = "1", AnsweredAt = Now, AnsweredBy = id, Note = note };
        }

        occurrence.Invitees.Add(invitee);
        return invitee;
    }

    private static Seating Seats(Occurrence occurrence) => RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);

    private static GatheringFacts Facts(Occurrence occurrence, string step = "", GatheringWas? was = null, string recipient = "U0000BIRC", Instant? now = null)
    {
        var notice = new Notice { Key = "of/a/test", Kind = "test", Recipient = recipient, PlannedAt = Now, NotBefore = Now, State = NoticeState.Planned, Token = "t" };
        return new GatheringFacts(notice, new GatheringNoticeData(1, step, occurrence.DateVersion, occurrence.Sequence, was), occurrence, Seats(occurrence), Names, now ?? Now, Today, new Uri("https://openssf.org/calendar"), recipient[0] == 'U' ? File : null);
    }

    private static void Check(string name, MessageBody body)
    {
        Assert.Empty(BlockValidator.Check(body));
        Write(name, "message", SlackJson.Serialize(body));
    }

    private static void Check(string name, ModalView view)
    {
        Assert.Empty(BlockValidator.Check(view));
        Write(name, "view", SlackJson.Serialize(view));
    }

    private static void Write(string name, string kind, string json)
    {
        Payloads.Write(name, kind, json);
        Snapshot.Match(name, json);
    }
}
