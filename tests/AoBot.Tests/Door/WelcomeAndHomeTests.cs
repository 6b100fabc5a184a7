using AoBot.Slack.Blocks;
using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>Somebody joins, somebody opens Home.</summary>
public sealed class WelcomeAndHomeTests : FrontDoorTest
{
    [Fact]
    public async Task Who_joins_the_programs_channel_is_welcomed_for_their_eyes_only_with_three_words()
    {
        await Bot.Event(SlackEventJson.Joined("U0000NEWB"));

        var call = await Slack.Next("chat.postEphemeral");
        Assert.Equal((Workspace.Channel, "U0000NEWB"), (call["channel"], call["user"]));
        foreach (var word in new[] { "/ao status", "/ao next", "/ao engagement" })
        {
            Assert.Contains(word, call.Spoken.Text, StringComparison.Ordinal);
            Assert.Contains(word, call.Spoken.Shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("U0000NEWB", "C0000ELSE")]
    [InlineData("U0000NEWB", "")]
    [InlineData(RecordedSlack.BotUserId, Workspace.Channel)]
    [InlineData("", Workspace.Channel)]
    public async Task Nobody_else_is_welcomed_not_even_AoBot_itself(string user, string channel)
    {
        await Bot.Event(SlackEventJson.Joined(user, channel));
        await Bot.InboxIsEmpty();
    }

    [Fact]
    public async Task A_retried_event_welcomes_once()
    {
        await Bot.Event(SlackEventJson.Joined("U0000NEWB", eventId: "Ev1"));
        await Bot.Event(SlackEventJson.Joined("U0000NEWB", eventId: "Ev1"));

        await Slack.Next("chat.postEphemeral");
    }

    [Fact]
    public async Task An_opened_Home_shows_the_picture_of_the_moment_once_per_opening()
    {
        await Bot.Event(SlackEventJson.HomeOpened("U0000ANNA"));

        var first = await Slack.Next("views.publish");
        Assert.Equal("U0000ANNA", first["user_id"]);
        Assert.Contains("KR 2.2", first.Body, StringComparison.Ordinal);
        Assert.Contains("June 28", first.Body, StringComparison.Ordinal);
        Assert.Empty(BlockValidator.Check(SlackJson.ReadView(first.Json.GetProperty("view").GetRawText())));

        Workspace.Clock.Advance(TimeSpan.FromDays(1));
        await Bot.Event(SlackEventJson.HomeOpened("U0000ANNA"));

        Assert.Contains("June 29", (await Slack.Next("views.publish")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("about")]
    [InlineData("")]
    public async Task Another_tab_publishes_nothing(string tab)
    {
        await Bot.Event(SlackEventJson.HomeOpened(tab: tab));
        await Bot.InboxIsEmpty();
    }
}
