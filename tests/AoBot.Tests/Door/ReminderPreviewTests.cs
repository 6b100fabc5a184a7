using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary>In preview staff alone hear, once a day, what would have been sent; turned on, what they saw is never sent.</summary>
public sealed class ReminderPreviewTests : ReminderDoorTest
{
    [Fact]
    public async Task In_preview_staff_read_what_would_have_been_sent_and_partners_hear_nothing()
    {
        await Choose("preview");
        await On(days: 3);

        var shown = await Slack.Next("chat.postMessage");
        Assert.Equal(Workspace.Staff, shown["channel"]);
        Assert.StartsWith("Reminders are in preview, so I wrote to nobody but you. If they were on, this would be sent today: 1 message. Monday, July 1, 9:31 AM New York time, to Birgit: Hello! A friendly heads-up about your update. Fictional Birch, June", shown.Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(["preview/2024-07-01 Sent", "update-heads-up/2024-06/U0000BIRC Skipped in preview, shown to staff"], (await Reminders()).Order(StringComparer.Ordinal));

        // The same day brings no second message, and the next none for what was shown.
        await Plan();
        await On(days: 1);
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));

        // Turned on, the step that was shown is past.
        await Choose("on");
        await On(days: 3);
        var due = await Slack.Next("chat.postMessage");
        Assert.Equal(Partners.Contact, due["channel"]);
        Assert.StartsWith("Hello! Today is the day", due.Spoken.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preview lots", "\"lots\" is no number of days that I can look ahead. Write 1 to 31, for instance /ao remind preview 14.")]
    [InlineData("preview 0", "\"0\" is no number of days that I can look ahead. Write 1 to 31, for instance /ao remind preview 14.")]
    [InlineData("preview 32", "\"32\" is no number of days that I can look ahead. Write 1 to 31, for instance /ao remind preview 14.")]
    [InlineData("previw 14", "Did you mean /ao remind preview? I know no engagement of the roster called \"previw 14\".")]
    [InlineData("zebra", "I know no engagement of the roster called \"zebra\". /ao engagement lists them.")]
    public async Task What_is_mistyped_is_answered_with_its_cure(string typed, string answer) =>
        Assert.Equal(answer, (await Bot.AsStaff($"/ao remind {typed}")).Text);

    [Fact]
    public async Task What_has_come_meanwhile_is_not_shown()
    {
        await Choose("preview");
        Workspace.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromHours(1));
        await Read();
        await Plan();
        Past.Proposes(7, "2024-07-01T12:10:00Z", "2024/birch/update-2024-06.md").Proposes(8, "2024-07-01T12:10:00Z", "2024/cedar/update-2024-06.md");
        Workspace.Clock.Advance(TimeSpan.FromMinutes(91));
        await Read();
        Wake();

        await Patience.Until(async () => (await Reminders()).Contains("preview/2024-07-01 Skipped nothing would have been sent"), "it is skipped");
    }

    [Fact]
    public async Task What_was_shown_for_later_today_is_sent_when_they_are_turned_on_before()
    {
        await Choose("preview");
        Workspace.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromHours(1));
        await Read();
        await Plan();
        await Choose("on");
        Workspace.Clock.Advance(TimeSpan.FromMinutes(91));
        await Read();
        await Plan();

        Assert.Equal(Partners.Contact, (await Slack.Next("chat.postMessage"))["channel"]);
    }

    private async Task Choose(string mode)
    {
        await Bot.Press(ButtonPress.On(await Bot.AsStaff($"/ao admin reminders {mode}"), $"reminders.choose.{mode}") with { User = Workspace.Staff });
        Assert.StartsWith($"Done: reminders are {mode}.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
    }

    /// <summary>Days later, a bit after half past nine in New York on the first time.</summary>
    private async Task On(int days)
    {
        Workspace.Clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(31));
        await Read();
        await Plan();
        await Settled();
    }

    private Task Settled() => Patience.Until(async () => !(await Reminders()).Any(n => n.EndsWith("Planned", StringComparison.Ordinal) || n.EndsWith("Sending", StringComparison.Ordinal)), "all that is due is sent");

    private async Task<IReadOnlyList<string>> Reminders() => [.. (await Notices()).Where(n => n.StartsWith("preview", StringComparison.Ordinal) || n.StartsWith("update", StringComparison.Ordinal))];
}
