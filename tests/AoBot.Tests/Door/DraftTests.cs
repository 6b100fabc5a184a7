using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary>A draft that rests is asked about once, after ten working days in which nobody touched it.</summary>
public sealed class DraftTests : ReminderDoorTest
{
    [Fact]
    public async Task A_draft_that_rested_for_ten_working_days_is_asked_about_once_and_ready_it_becomes_a_thanks()
    {
        await TurnOn();
        Past.Proposes(7, "2024-06-28T14:00:00Z", "2024/birch/update-2024-06.md", draft: true).Lands("2024-06-28T14:00:00Z", "2024/cedar/update-2024-06.md");

        // Ten working days after June 28, with a holiday between: July 15. The day before nobody is asked.
        await On("2024-07-12T13:31:00Z");
        Assert.DoesNotContain(await Notices(), n => n.StartsWith("update-", StringComparison.Ordinal));
        await On("2024-07-15T13:31:00Z");
        var asked = await Slack.Next("chat.postMessage");
        Assert.Equal(Partners.Contact, asked["channel"]);
        Assert.StartsWith("Hello! I see a draft of your update. Fictional Birch, June: Your draft (pull request #7) has rested for a while. Is it ready for a review? Then mark it as ready, and the rest is ours. https://github.com/fictional/updates/pull/7 Why you get this", asked.Spoken.Text, StringComparison.Ordinal);
        Assert.Empty(asked.Spoken.Buttons);
        await On("2024-07-16T13:31:00Z");
        Assert.Single(await Notices(), n => n.StartsWith("update-draft/2024-06", StringComparison.Ordinal));

        Past.Ready(7);
        await On("2024-07-17T13:31:00Z");
        Assert.StartsWith("Thank you, everything here is settled. Fictional Birch, June: Your pull request is open", (await Slack.Next("chat.update")).Spoken.Text, StringComparison.Ordinal);

        // It waits for the fund now; what else staff hear that day comes before.
        while (!(await Slack.Next("chat.postMessage"))["text"].StartsWith("Fictional Birch: June waits for us.", StringComparison.Ordinal))
        {
        }
    }

    [Fact]
    public async Task A_draft_that_is_worked_on_is_left_alone()
    {
        await TurnOn();
        Past.Proposes(7, "2024-06-28T14:00:00Z", "2024/birch/update-2024-06.md", draft: true, updated: "2024-07-12T14:00:00Z").Lands("2024-06-28T14:00:00Z", "2024/cedar/update-2024-06.md");

        await On("2024-07-15T13:31:00Z");
        Assert.DoesNotContain(await Notices(), n => n.StartsWith("update-draft", StringComparison.Ordinal));
    }

    private async Task On(string instant)
    {
        Workspace.Clock.Advance(Updates.Past.At(instant).ToDateTimeOffset() - Workspace.Clock.GetUtcNow());
        await Read();
        await Plan();
        await Patience.Until(async () => !(await Notices()).Any(n => n.StartsWith("update-", StringComparison.Ordinal) && (n.EndsWith("Planned", StringComparison.Ordinal) || n.EndsWith("Sending", StringComparison.Ordinal))), "all that is due is sent");
    }
}
