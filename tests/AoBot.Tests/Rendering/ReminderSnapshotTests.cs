using AoBot.Engagements;
using AoBot.People;
using AoBot.Reminders;
using AoBot.Slack.Blocks;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.Tests.Rendering;

/// <summary>Every message and window of the reminders, with its text: valid for Slack, and word for word what was reviewed.</summary>
public sealed class ReminderSnapshotTests
{
    private static readonly LocalDate Today = new(2024, 7, 5);
    private static readonly Uri Where = new("https://github.com/fictional/updates/tree/main/alpha/engagements");

    private static readonly ReminderItem Item = new("birch", "Fictional Birch <!here>", [new YearMonth(2024, 6)], Today, UpdateNotices.Due);

    public static TheoryData<string> Asking => [.. UpdateNotices.Asking];

    [Theory]
    [MemberData(nameof(Asking))]
    public void Each_step_has_words_of_its_own(string kind)
    {
        var due = kind == UpdateNotices.HeadsUp ? Today.PlusDays(4) : kind == UpdateNotices.Final ? Today.PlusDays(-7) : Today;
        Check($"reminder-{kind}", UpdateReminderMessage.Render([Item with { Kind = kind, Due = due }], Today, Where));
    }

    [Fact]
    public void Several_engagements_are_one_message_and_what_is_settled_has_no_buttons() => Check("reminder-several", UpdateReminderMessage.Render(
        [Item, Item with { Key = "cedar", Name = "Fictional Cedar", Months = [new YearMonth(2024, 5), new YearMonth(2024, 6)] }, Item with { Key = "fir", Name = "Fictional Fir", Noted = "It is in. Thank you!" }],
        Today,
        Where));

    [Fact]
    public void The_other_forms_read_as_reviewed()
    {
        Check("reminder-again", UpdateReminderMessage.Render([Item with { IsAgain = true }], Today, null));
        Check("reminder-thanks", UpdateReminderMessage.Render([Item with { Noted = "It is in. Thank you!" }], Today, Where));
        Check("reminder-for-staff", UpdateReminderMessage.Render([Item with { Unreachable = new Unreachable("a contact without Slack: known by e-mail alone", "dora@example.org") }], Today, Where));
        Check("reminder-not-me", NotMeMessage.Render(3, "birch", "Fictional Birch", "Birgit", "Eva"));
        Check("reminder-not-me-nobody", NotMeMessage.Render(3, "birch", "Fictional Birch", "Birgit", null));
    }

    [Theory]
    [InlineData(UpdateNotices.Escalation)]
    [InlineData(UpdateNotices.StillRunning)]
    [InlineData(UpdateNotices.ReviewWaiting)]
    [InlineData(UpdateNotices.Question)]
    public void What_staff_hear_reads_as_reviewed(string kind) => Check($"staff-{kind}", StaffLineMessage.Render(new StaffLineItem(kind, "birch", "Fictional Birch <!here>", [new YearMonth(2024, 6)], Today)
    {
        Told = ["Birgit: the heads-up on Monday, July 1 and the reminder of the due day on Friday, July 5", "Bert: the last reminder on Friday, July 12"],
        NotReached = ["Gwen: their account is not active"],
        Link = new UpdateLink("pull request #7", new Uri("https://github.com/fictional/updates/pull/7")),
        Since = Today.PlusDays(-3),
        Why = "a full date is the day of writing, not a month",
    }));

    [Fact]
    public void Where_nobody_could_be_asked_staff_hear_so_and_why() => Check("staff-escalation-nobody-asked", StaffLineMessage.Render(
        new StaffLineItem(UpdateNotices.Escalation, "birch", "Fictional Birch", [new YearMonth(2024, 6)], Today) { NotReached = ["Birgit: away", "a contact without Slack: known by e-mail alone"] }));

    [Fact]
    public void Where_there_were_only_letters_to_pass_on_staff_hear_so() => Check("staff-escalation-letters", StaffLineMessage.Render(
        new StaffLineItem(UpdateNotices.Escalation, "damson", "Fictional Damson", [new YearMonth(2024, 6)], Today)
        {
            Letters = ["Fay: the heads-up on Monday, July 1 and the reminder of the due day on Friday, July 5"],
            NotReached = ["a contact without Slack: known by e-mail alone"],
        }));

    [Fact]
    public void The_digest_reads_as_reviewed() => Check("staff-digest", StaffLineMessage.Digest(
        new DigestContent(
            [new CoverageCell("birch", new YearMonth(2024, 6), CoverageState.InReview, Today) { Since = Instant.FromUtc(2024, 7, 1, 12, 0) }],
            [new CoverageCell("cedar", new YearMonth(2024, 5), CoverageState.NotIn, Today)],
            2,
            ["Fictional Damson"]),
        new Roster([new RosterRow { Key = "birch", Name = "Fictional Birch <!here>" }, new RosterRow { Key = "cedar", Name = "Fictional Cedar" }], []),
        Today));

    [Fact]
    public void The_windows_read_as_reviewed()
    {
        Check("reminder-away-window", AwayView.Render(new LocalDate(2024, 8, 19), "U0000BERT", Today));
        Check("reminder-settings-window", ReminderSettingsView.Render(new ReminderPreference { SlackId = "U0000BIRC", Hour = new LocalTime(11, 0), HeadsUp = false, HourBefore = false }, new ReminderRules()));
    }

    [Fact]
    public void No_word_to_a_partner_scolds() => Assert.All(
        UpdateNotices.Asking,
        kind => Assert.DoesNotMatch("(?i)\\b(late|missing|overdue|nag|must|failed)\\b", UpdateReminderMessage.Render([Item with { Kind = kind }], Today.PlusDays(9), Where).Text));

    private static void Check(string name, MessageBody body)
    {
        Assert.Empty(BlockValidator.Check(body));
        var json = SlackJson.Serialize(body);
        Payloads.Write(name, "message", json);
        Snapshot.Match(name, json);
    }

    private static void Check(string name, ModalView view)
    {
        Assert.Empty(BlockValidator.Check(view));
        var json = SlackJson.Serialize(view);
        Payloads.Write(name, "view", json);
        Snapshot.Match(name, json);
    }
}
