using AoBot.People;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>Who looks after an engagement hears of it while they are staff, and not a day longer; somebody always does.</summary>
public sealed class StaffOwnerTests : LadderTest
{
    private const string Other = "U0000STA2";
    private const string NotIn = "Fictional Birch: June is not in.";

    [Fact]
    public async Task Who_is_not_of_the_staff_gets_no_letter_and_no_line_whatever_the_roster_says()
    {
        await Owe($"damson,Fictional Damson,damson,monthly,2024-06-01,,,{Partners.Address},,U0000LEFT");
        var said = new List<string>();
        foreach (var local in new[] { "2024-07-01T09:31", "2024-07-05T09:31", "2024-07-12T09:31", "2024-07-15T09:31" })
        {
            said.AddRange(await Said(local));
        }

        Assert.DoesNotContain(said, m => m.StartsWith("U0000LEFT", StringComparison.Ordinal));
        Assert.All(new[] { Workspace.Staff, Other }, staff => Assert.Single(said, m => m.StartsWith($"{staff}: Fictional Damson: June is not in.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_becomes_a_guest_before_the_line_leaves_does_not_get_it_and_the_others_do()
    {
        await UntilTheDayBefore();
        Slack.People[Other] = RecordedSlack.PersonJson(Other, "Sven", ",\"is_restricted\":true");
        await ActivatorUtilities.CreateInstance<StaffRefreshJob>(Bot.Services).Execute(null!, CancellationToken.None);

        Assert.DoesNotContain(await Said("2024-07-15T09:31"), m => m.Contains(NotIn, StringComparison.Ordinal));
        Assert.Equal(["escalation/birch/2024-06 Skipped somebody else of staff hears of it now"], await Notices("escalation"));
        Assert.StartsWith($"{Workspace.Staff}: {NotIn}", Assert.Single(await Said("2024-07-15T09:41"), m => m.Contains(NotIn, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(await Said("2024-07-16T09:31"), m => m.Contains(NotIn, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_the_line_to_the_others()
    {
        await UntilTheDayBefore();
        Assert.Equal(0, (await Workspace.Run("forget", Other)).Code);

        Assert.DoesNotContain(await Said("2024-07-15T09:31"), m => m.Contains(NotIn, StringComparison.Ordinal));
        Assert.Equal(["escalation/birch/2024-06 Skipped the person was forgotten"], await Notices("escalation"));
        Assert.Contains(await Said("2024-07-15T09:41"), m => m.StartsWith($"{Workspace.Staff}: {NotIn}", StringComparison.Ordinal));
        Assert.DoesNotContain(await Said("2024-07-16T09:31"), m => m.Contains(NotIn, StringComparison.Ordinal));
    }

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.Settings["Program:StaffUserIds:1"] = Other;
    }

    /// <summary>Sunday, July 14: how it ended is to be told on Monday.</summary>
    private async Task UntilTheDayBefore()
    {
        await Owe($"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact},,{Other}");
        await Said("2024-07-05T09:31");
        await Said("2024-07-12T09:31");
        await Said("2024-07-14T12:00");
        Assert.Equal(["escalation/birch/2024-06 Planned"], await Notices("escalation"));
    }
}
