using AoBot.Conversations;
using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>What only staff may know never reaches anybody else, and never a channel.</summary>
public sealed class WhoSeesWhatTests : FrontDoorTest
{
    // After the report's due day there is something that only staff are told.
    private const string Staffs = "its link is not recorded";
    private const string InJuly = "2024-07-15T13:00:00Z";

    private static readonly string[] Words = ["status", "kr", "kr 2.2", "engagement", "engagement homebrew", "update", "mine", "admin", "admin questions", "admin outbox", "admin audit", "admin health", "next", "about", "help"];
    private static readonly string[] Unkind = ["late", "missing", "overdue", "nag"];

    [Fact]
    public async Task Staff_see_what_waits_for_them_and_others_do_not()
    {
        Workspace.Clock.Advance(DateTimeOffset.Parse(InJuly, System.Globalization.CultureInfo.InvariantCulture) - Workspace.Now);

        Assert.Contains(Staffs, (await Bot.AsStaff("/ao status")).Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Staffs, (await Bot.Command("/ao status")).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_answer_never_comes_from_the_others_cache()
    {
        Workspace.Clock.Advance(TimeSpan.FromDays(17));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Contains(Staffs, (await Bot.AsStaff("/ao status")).Everything, StringComparison.Ordinal);
            Assert.DoesNotContain(Staffs, (await Bot.Command("/ao status")).Everything, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_share_by_staff_is_the_public_version()
    {
        Workspace.Clock.Advance(TimeSpan.FromDays(17));
        var seen = await Bot.AsStaff("/ao status");
        Assert.Contains(Staffs, seen.Everything, StringComparison.Ordinal);

        await Bot.Press(ButtonPress.On(seen, Sharing.ActionId) with { User = Workspace.Staff });

        Assert.DoesNotContain(Staffs, (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_by_staff_is_answered_with_the_public_version()
    {
        Workspace.Clock.Advance(TimeSpan.FromDays(17));

        await Bot.Event(SlackEventJson.Mention($"<@{RecordedSlack.BotUserId}> status", user: Workspace.Staff));

        Assert.DoesNotContain(Staffs, (await Slack.Next("chat.postMessage")).Spoken.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_is_each_readers_own()
    {
        Workspace.Clock.Advance(TimeSpan.FromDays(17));
        foreach (var user in new[] { Workspace.Staff, Workspace.Member })
        {
            await Bot.Event(SlackEventJson.HomeOpened(user));

            var home = await Slack.Next("views.publish");
            Assert.Equal((user, user == Workspace.Staff), (home["user_id"], home.Body.Contains(Staffs, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_public_reads_kind_words_on_every_day_of_the_summer()
    {
        for (var day = 0; day < 120; day += 3)
        {
            foreach (var word in Words)
            {
                var answer = await Bot.Command($"/ao {word}");
                Assert.All(Unkind, unkind => Assert.DoesNotMatch($"(?i)\\b{unkind}\\b", answer.Everything));
            }

            Workspace.Clock.Advance(TimeSpan.FromDays(3));
        }
    }

    [Theory]
    [InlineData(",\"is_restricted\":true")]
    [InlineData(",\"is_ultra_restricted\":true")]
    [InlineData(",\"deleted\":true")]
    [InlineData(",\"is_stranger\":true")]
    public async Task Staff_whom_Slack_calls_guests_or_gone_get_the_public_version(string more)
    {
        // A day later, as who is who is asked anew each day; the next start asks first.
        await Bot.Stop();
        Workspace.RealClock.Advance(TimeSpan.FromDays(2));
        Workspace.Clock.Advance(TimeSpan.FromDays(17));
        Slack.People[Workspace.Staff] = RecordedSlack.PersonJson(Workspace.Staff, more: more);
        var bot = await Workspace.Start();

        await Patience.Until(async () => !(await bot.AsStaff("/ao status")).Everything.Contains(Staffs, StringComparison.Ordinal), "the guest gets the public version");
    }

    [Fact]
    public async Task Who_is_in_the_staff_group_is_staff_also_while_Slack_cannot_be_asked()
    {
        await Bot.Stop();
        Workspace.Clock.Advance(TimeSpan.FromDays(17));
        Workspace.Settings["Program:StaffUserGroupId"] = "S0000STAF";
        Slack.AnswerAlways("usergroups.users.list", RecordedSlack.Json($$"""{"ok":true,"users":["{{Workspace.Member}}"]}"""));
        var bot = await Workspace.Start();
        await Patience.Until(async () => (await bot.Command("/ao status")).Everything.Contains(Staffs, StringComparison.Ordinal), "the member of the group is staff");
        await bot.Stop();

        Slack.AnswerAlways("usergroups.users.list", RecordedSlack.Error("internal_error"));
        bot = await Workspace.Start();
        await Patience.Until(async () => (await bot.Command("/ao status")).Everything.Contains(Staffs, StringComparison.Ordinal), "and stays so");
        await bot.Stop();

        Slack.AnswerAlways("usergroups.users.list", RecordedSlack.Json("""{"ok":true,"users":[]}"""));
        bot = await Workspace.Start();
        await Patience.Until(async () => !(await bot.Command("/ao status")).Everything.Contains(Staffs, StringComparison.Ordinal), "until the group lets them go");
        await bot.Stop();
        while (Slack.Waiting("usergroups.users.list") > 0)
        {
            await Slack.Next("usergroups.users.list");
        }
    }

    [Fact]
    public async Task Who_is_of_another_workspace_is_not_staff()
    {
        await Bot.Stop();
        Workspace.RealClock.Advance(TimeSpan.FromDays(2));
        Workspace.Clock.Advance(TimeSpan.FromDays(17));
        Slack.People[Workspace.Staff] = $$"""{"id":"{{Workspace.Staff}}","team_id":"T0000ELSE","name":"x"}""";
        var bot = await Workspace.Start();

        await Patience.Until(async () => !(await bot.AsStaff("/ao status")).Everything.Contains(Staffs, StringComparison.Ordinal), "the stranger gets the public version");
    }
}
