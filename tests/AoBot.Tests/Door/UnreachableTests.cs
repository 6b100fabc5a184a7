using AoBot.Engagements;
using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>A partner whom nobody can be asked about is a defect, for staff to see.</summary>
public sealed class UnreachableTests : FrontDoorTest
{
    private const string Words = "no contact whom I can reach in Slack";

    [Theory]
    [InlineData("", ",,", true)]
    [InlineData("only.secret@example.org", ",,", true)]
    [InlineData("U0000ANNA", ",,", false)]
    [InlineData("only.secret@example.org;U0000ANNA", ",,", false)]
    [InlineData("", ",2024-06-27,", false)]
    [InlineData("", "2024-06-29,,", false)]
    [InlineData("", "2024-06-28,2024-06-28,", true)]
    [InlineData("a former contact", ",,", true)]
    public async Task Status_tells_staff_and_nobody_else(string contacts, string span, bool isDefect)
    {
        await Import($"x,Fictional Fund,,,{span},{contacts},,");

        var staff = await Bot.AsStaff("/ao status");

        Assert.Equal(isDefect, staff.Text.Contains($"Fictional Fund has {Words}", StringComparison.Ordinal));
        Assert.Equal(isDefect, staff.Shown.Contains(Words, StringComparison.Ordinal));
        Assert.DoesNotContain("Fictional Fund", (await Bot.Command("/ao status")).Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", staff.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""","deleted":true""", null)]
    [InlineData(null, "user_not_found")]
    public async Task Who_is_gone_from_Slack_is_noticed_at_the_next_start(string? more, string? error)
    {
        await Import("x,Fictional Fund,,,,,,U0000GONE,,");
        Assert.DoesNotContain(Words, (await Bot.AsStaff("/ao status")).Text, StringComparison.Ordinal);
        await Bot.Stop();
        if (error is not null)
        {
            Slack.AnswerAlways("users.info", RecordedSlack.Error(error));
        }
        else
        {
            Slack.People["U0000GONE"] = RecordedSlack.PersonJson("U0000GONE", "Gwen", more!);
        }

        var bot = await Workspace.Start();
        await Patience.Until(async () => await Workspace.Scalar<long>("SELECT count(*) FROM People WHERE SlackId = 'U0000GONE' AND IsGone = 1") == 1, "the contact was asked for");

        await using var db = await bot.Database();
        Assert.Equal(["Fictional Fund"], await UnreachablePartners.Read(db, await RosterTable.Read(db, CancellationToken.None), new NodaTime.LocalDate(2024, 6, 28), CancellationToken.None));
    }

    [Fact]
    public async Task When_Slack_cannot_say_nobody_is_taken_for_gone()
    {
        await Import("x,Fictional Fund,,,,,,U0000ANNA,,");
        await Bot.Stop();
        Slack.AnswerAlways("users.info", RecordedSlack.Error("user_not_visible"));

        var bot = await Workspace.Start();
        await Slack.Next("users.info");

        Assert.DoesNotContain(Words, (await bot.AsStaff("/ao status")).Text, StringComparison.Ordinal);
    }

    private async Task Import(string row)
    {
        var file = Path.Combine(Workspace.Folder, "roster.csv");
        await File.WriteAllTextAsync(file, $"key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner\n{row}\n");
        var ran = await Workspace.Run("import", file);
        Assert.Equal(("", 0), (ran.Errors, ran.Code));
    }
}
