using AoBot.Conversations;
using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>"@AoBot status" in a channel.</summary>
public sealed class MentionTests : FrontDoorTest
{
    private const string Bot1 = $"<@{RecordedSlack.BotUserId}>";

    [Fact]
    public async Task A_mention_is_answered_in_its_own_thread()
    {
        await Bot.Event(SlackEventJson.Mention($"{Bot1} kr 2.1", ts: "1772442000.000777"));

        var call = await Slack.Next("chat.postMessage");
        Assert.Equal((Workspace.Channel, "1772442000.000777", $"Bearer {Workspace.BotToken}"), (call["channel"], call["thread_ts"], call.Authorization));
        Assert.Equal(("", "False", "False"), (call["reply_broadcast"], call["unfurl_links"], call["unfurl_media"]));
        Assert.Contains("Planning", call.Spoken.Shown, StringComparison.Ordinal);
        Assert.Null(call.Spoken.Button(Sharing.ActionId));
    }

    [Fact]
    public async Task A_mention_in_a_thread_is_answered_in_that_thread()
    {
        await Bot.Event(SlackEventJson.Mention($"{Bot1} status", ts: "1772442000.000777", threadTs: "1772441000.000001"));

        Assert.Equal("1772441000.000001", (await Slack.Next("chat.postMessage"))["thread_ts"]);
    }

    [Theory]
    [InlineData("<@U0000BOT1> kr 2.1")]
    [InlineData("  <@U0000BOT1>   KRs   2.1  ")]
    [InlineData("kr 2.1 <@U0000BOT1>")]
    [InlineData("<@U0000BOT1|aobot> kr 2.1")]
    [InlineData("<@U0000BOT1> <@U0000ANNA> kr <@W0000EVA|eva> 2.1")]
    [InlineData("<@U0000BOT1>\nkr\n2.1")]
    [InlineData("<@U0000BOT1>, kr 2.1")]
    [InlineData("<@U0000BOT1>: /ao kr 2.1")]
    [InlineData("Hey <@U0000BOT1> kr 2.1")]
    public async Task The_words_are_found_around_mentions(string text)
    {
        await Bot.Event(SlackEventJson.Mention(text));

        Assert.Contains("Planning", (await Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<@U0000BOT1>")]
    [InlineData("<@U0000BOT1> ")]
    [InlineData("<@U0000BOT1> <@U0000BOT1>")]
    [InlineData("<@U0000BOT1> help")]
    [InlineData("")]
    public async Task A_bare_mention_is_answered_with_the_help(string text)
    {
        await Bot.Event(SlackEventJson.Mention(text));

        Assert.Contains("/ao status", (await Slack.Next("chat.postMessage")).Spoken.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staus", "status")]
    [InlineData("engagement &lt;!channel&gt;", "<!channel>")]
    [InlineData("a&amp;b &lt;@UEVIL&gt;", "a&b")]
    [InlineData("<!channel> <#CEVIL|evil> <https://evil.example|x>", "evil")]
    public async Task Unknown_and_foreign_words_are_answered_as_words(string text, string says)
    {
        await Bot.Event(SlackEventJson.Mention($"{Bot1} {text}"));

        Assert.Contains(says, (await Slack.Next("chat.postMessage")).Spoken.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_bot_is_not_answered_so_that_two_never_talk_for_ever()
    {
        await Bot.Event(SlackEventJson.Mention($"{Bot1} status", botId: "B0000OTHR"));
        await Bot.InboxIsEmpty();
    }

    [Fact]
    public async Task Our_own_words_are_not_answered()
    {
        await Bot.Event(SlackEventJson.Mention($"{Bot1} status", user: RecordedSlack.BotUserId));
        await Bot.InboxIsEmpty();
    }

    [Fact]
    public async Task The_same_event_delivered_again_is_answered_once()
    {
        var mention = SlackEventJson.Mention($"{Bot1} status", eventId: "Ev1");
        await Bot.Event(mention);
        await Slack.Next("chat.postMessage");

        await Bot.Event(mention);
        Workspace.RealClock.Advance(TimeSpan.FromHours(1));
        await Bot.Event(mention);
        await Bot.InboxIsEmpty();
    }

    [Fact]
    public async Task The_same_message_under_another_event_id_is_answered_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Bot.Event(SlackEventJson.Mention($"{Bot1} status", eventId: $"Ev{i}", ts: "1772442000.000777"))));

        await Slack.Next("chat.postMessage");
    }

    [Fact]
    public async Task The_same_ts_in_another_channel_is_another_message()
    {
        await Bot.Event(SlackEventJson.Mention($"{Bot1} status", channel: "C0000ONE"));
        await Bot.Event(SlackEventJson.Mention($"{Bot1} status", channel: "C0000TWO"));

        var channels = new[] { (await Slack.Next("chat.postMessage"))["channel"], (await Slack.Next("chat.postMessage"))["channel"] };
        Assert.Equal(["C0000ONE", "C0000TWO"], channels.Order(StringComparer.Ordinal));
    }
}
