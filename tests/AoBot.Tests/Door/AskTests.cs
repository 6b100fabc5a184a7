using AoBot.Conversations;
using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>Buttons that ask on.</summary>
public sealed class AskTests : FrontDoorTest
{
    [Fact]
    public async Task Every_button_below_an_answer_answers_who_presses_it_alone()
    {
        foreach (var typed in new[] { "status", "engagement", "kr", "next", "about", "staus", "help engagment" })
        {
            foreach (var button in (await Bot.Command($"/ao {typed}")).Buttons.Where(b => b.GetProperty("action_id").GetString() != Sharing.ActionId))
            {
                await Bot.Press(new ButtonPress(button.GetProperty("action_id").GetString()!, button.GetProperty("value").GetString()!));

                var answer = await Slack.Next(RecordedSlack.ResponseUrl);
                Assert.Equal(("ephemeral", "False"), (answer["response_type"], answer["replace_original"]));
                Assert.Equal((await Bot.Command($"/ao {button.GetProperty("value").GetString()}")).Text, answer.Spoken.Text);
            }
        }
    }

    [Fact]
    public async Task What_was_asked_by_a_button_can_be_shared_where_there_is_somebody_to_share_with()
    {
        foreach (var (channel, isOffered) in new[] { ("C0000FUND", true), ("G0000FUND", true), ("D0000ANNA", false) })
        {
            await Bot.Press(new ButtonPress(AskAction.Prefix + "kr.1", "kr 2.1") { Channel = channel });

            Assert.Equal(isOffered, (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Button(Sharing.ActionId) is not null);
        }
    }

    [Fact]
    public async Task The_asker_decides_what_is_shown_not_who_was_answered_first()
    {
        Workspace.Clock.Advance(TimeSpan.FromDays(17));
        foreach (var user in new[] { Workspace.Staff, Workspace.Member })
        {
            await Bot.Press(new ButtonPress(AskAction.Prefix + "status.1", "status") { User = user });

            Assert.Equal(user == Workspace.Staff, (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Everything.Contains("its link is not recorded", StringComparison.Ordinal));
        }
    }
}
