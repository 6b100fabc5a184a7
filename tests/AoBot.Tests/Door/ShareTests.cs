using AoBot.Conversations;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Tests.Door;

/// <summary>"Share in channel".</summary>
public sealed class ShareTests : FrontDoorTest
{
    [Fact]
    public async Task A_share_posts_the_answer_for_everybody_names_who_did_it_and_takes_nothing_away()
    {
        var seen = await Bot.Command("/ao kr 2.1");

        await Bot.Press(ButtonPress.On(seen));

        var call = await Slack.Next(RecordedSlack.ResponseUrl);
        Assert.Equal("in_channel", call["response_type"]);
        Assert.Equal("False", call["replace_original"]);
        Assert.Equal("", call["delete_original"]);
        Assert.StartsWith("Anna", call.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("Anna", call.Spoken.Shown, StringComparison.Ordinal);
        Assert.Contains("Planning", call.Spoken.Shown, StringComparison.Ordinal);
        Assert.Null(call.Spoken.Button(Sharing.ActionId));
    }

    [Fact]
    public async Task A_share_is_one_row_of_the_audit_on_the_programs_clock()
    {
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")));
        await Slack.Next(RecordedSlack.ResponseUrl);

        await using var db = await Bot.Database();
        var audit = await db.Audit.SingleAsync(a => a.Action == Sharing.ActionId);
        Assert.Equal((Workspace.Member, Workspace.Channel, "kr 2.1"), (audit.Actor, audit.Subject, audit.Detail));
        Assert.Equal(Workspace.Now, audit.At.ToDateTimeOffset());
    }

    [Theory]
    [InlineData("/ao kr 2.1")]
    [InlineData("/ao KRs 2.1")]
    [InlineData("/ao  Key  Results   2.1 ")]
    public async Task A_second_press_within_the_hour_tells_when_it_was_shared_however_it_was_typed(string typed)
    {
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")));
        await Slack.Next(RecordedSlack.ResponseUrl);
        await Workspace.RealTimePasses(TimeSpan.FromMinutes(20));

        await Bot.Press(ButtonPress.On(await Bot.Command(typed)) with { User = Workspace.Staff });

        var told = await Slack.Next(RecordedSlack.ResponseUrl);
        Assert.Equal("ephemeral", told["response_type"]);
        Assert.Contains("20 minutes ago", told.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("40 minutes", told.Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_at_once_is_not_told_of_zero_minutes()
    {
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")));
        await Slack.Next(RecordedSlack.ResponseUrl);

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao kr 2.1")));

        Assert.DoesNotContain("0 minutes ago", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ao status", "/ao status please")]
    [InlineData("/ao next", "/ao next one")]
    [InlineData("/ao engagement homebrew", "/ao engagement homebrw")]
    public async Task The_same_answer_in_other_words_is_the_same_share(string typed, string typedThen)
    {
        await Bot.Press(ButtonPress.On(await Bot.Command(typed)));
        await Slack.Next(RecordedSlack.ResponseUrl);

        await Bot.Press(ButtonPress.On(await Bot.Command(typedThen)));

        Assert.Equal("ephemeral", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
    }

    [Fact]
    public async Task What_a_word_does_not_listen_to_is_not_repeated_to_the_channel()
    {
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status buy cheap coins")));

        Assert.DoesNotContain("coins", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_that_was_cut_off_before_it_was_sent_blocks_nobody_for_long()
    {
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status")));
        await Slack.Next(RecordedSlack.ResponseUrl);
        await Patience.Until(async () => await Workspace.Scalar<int>("SELECT count(*) FROM SharedAnswers WHERE SentAt IS NOT NULL") == 1, "the share is known to be sent");

        // What a kill between the claim and the sending leaves behind.
        await Workspace.Execute("UPDATE SharedAnswers SET SentAt = NULL");
        await Workspace.RealTimePasses(TimeSpan.FromMinutes(1));
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status")));
        Assert.Equal("ephemeral", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);

        await Workspace.RealTimePasses(TimeSpan.FromMinutes(2));
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status")));
        Assert.Equal("in_channel", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
    }

    [Fact]
    public async Task After_an_hour_it_can_be_shared_again()
    {
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status")));
        await Slack.Next(RecordedSlack.ResponseUrl);
        await Workspace.RealTimePasses(TimeSpan.FromHours(1));

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status")));

        Assert.Equal("in_channel", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
    }

    [Fact]
    public async Task Other_words_and_other_channels_are_shared_by_themselves()
    {
        foreach (var (word, channel) in new[] { ("status", "C0000FUND"), ("next", "C0000FUND"), ("status", "C0000MORE"), ("status", "G0000MORE") })
        {
            await Bot.Press(ButtonPress.On(await Bot.Command($"/ao {word}", channel: channel)) with { Channel = channel });
            Assert.Equal("in_channel", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
        }
    }

    [Fact]
    public async Task The_same_press_delivered_again_shares_once_even_after_the_hour()
    {
        var press = ButtonPress.On(await Bot.Command("/ao status")) with { TriggerId = "1.same" };
        await Bot.Press(press);
        await Slack.Next(RecordedSlack.ResponseUrl);

        await Bot.Press(press);
        await Workspace.RealTimePasses(TimeSpan.FromHours(2));
        await Bot.Press(press);
    }

    [Fact]
    public async Task Presses_at_the_same_instant_share_once()
    {
        var press = ButtonPress.On(await Bot.Command("/ao status"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Bot.Press(press with { TriggerId = SlackRequest.NewTriggerId() })));

        var calls = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            calls.Add((await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
        }

        Assert.Single(calls, type => type == "in_channel");
        Assert.Equal(1, await Workspace.Scalar<int>("SELECT count(*) FROM SharedAnswers"));
    }

    [Fact]
    public async Task The_same_press_delivered_at_the_same_instant_shares_once()
    {
        var press = ButtonPress.On(await Bot.Command("/ao status")) with { TriggerId = "1.same" };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Bot.Press(press)));

        Assert.Equal("in_channel", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
    }

    [Fact]
    public async Task Half_an_hour_after_the_answer_it_is_rendered_afresh_and_posted()
    {
        var seen = await Bot.Command("/ao next");
        Assert.Contains("July 25", seen.Shown, StringComparison.Ordinal);
        Workspace.Clock.Advance(TimeSpan.FromDays(30));

        await Bot.Press(ButtonPress.On(seen) with { AnsweredAgo = TimeSpan.FromMinutes(31) });

        var call = await Slack.Next("chat.postMessage");
        Assert.Equal((Workspace.Channel, "False", "False", $"Bearer {Workspace.BotToken}"), (call["channel"], call["unfurl_links"], call["unfurl_media"], call.Authorization));
        Assert.Equal("", call["thread_ts"]);
        Assert.DoesNotContain("July 25", call.Spoken.Everything, StringComparison.Ordinal);
        Assert.Contains("Anna", call.Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Within_half_an_hour_no_scope_is_needed_and_the_response_url_is_used()
    {
        await Bot.Press(ButtonPress.On(await Bot.Command("/ao next")) with { AnsweredAgo = TimeSpan.FromMinutes(28) });

        Assert.Equal("in_channel", (await Slack.Next(RecordedSlack.ResponseUrl))["response_type"]);
    }

    [Theory]
    [InlineData("D0000ANNA")]
    [InlineData("")]
    public async Task Where_there_is_nobody_to_share_with_no_button_is_offered(string channel) =>
        Assert.Null((await Bot.Command("/ao status", channel: channel)).Button(Sharing.ActionId));

    [Theory]
    [InlineData("<!channel> @here *x* `y`")]
    [InlineData("<https://evil.example|Anna>")]
    [InlineData("&lt;@UEVIL&gt;")]
    public async Task The_name_of_the_sharer_is_only_a_name(string name)
    {
        Slack.People[Workspace.Member] = RecordedSlack.PersonJson(Workspace.Member, name);

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status")));

        Assert.Contains(name.Split(' ')[0], (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_name_breaks_no_limit()
    {
        Slack.People[Workspace.Member] = RecordedSlack.PersonJson(Workspace.Member, new string('N', 4000));

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status")));

        Assert.Contains("NNN", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_be_asked_about_is_named_as_Slack_named_them_in_the_press()
    {
        Slack.Answer("users.info", RecordedSlack.Error("user_not_found"));
        Slack.Answer("users.info", RecordedSlack.Error("user_not_found"));

        await Bot.Press(ButtonPress.On(await Bot.Command("/ao status")));

        Assert.StartsWith("anna", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("<!channel> <@UEVIL>")]
    [InlineData("")]
    [InlineData("xyzzy")]
    public async Task A_press_that_carries_nonsense_harms_nobody(string value)
    {
        await Bot.Press(new ButtonPress(Sharing.ActionId, value));

        Assert.NotEmpty((await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text);
    }
}
