using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary>What waits for staff, once a week: also in a week that begins with an outage.</summary>
public sealed class DigestTests : LadderTest
{
    private const string Digest = $"{Workspace.Staff}: What waits for you this week. Waits for a review: Fictional Birch, June (since Monday, July 1).";

    [Theory]
    [InlineData("2024-07-08T11:00")]
    [InlineData("2024-07-09T11:00")]
    public async Task After_an_outage_over_the_weekend_it_comes_when_AoBot_is_back_and_once(string back)
    {
        await UntilFriday();
        Assert.Equal(Digest, Assert.Single(await AwayUntil(back)));
        Assert.Empty(await Said("2024-07-10T09:31"));
        Assert.Equal(["digest/2024-W28 Sent"], await Notices("digest"));
    }

    [Fact]
    public async Task What_was_planned_before_an_outage_is_still_worth_it_in_the_same_week()
    {
        await UntilFriday();
        await Said("2024-07-07T12:00");
        Assert.Equal(["digest/2024-W28 Planned"], await Notices("digest"));
        Assert.Equal(Digest, Assert.Single(await AwayUntil("2024-07-10T11:00")));
    }

    [Fact]
    public async Task After_an_outage_of_a_week_it_is_that_of_the_new_one()
    {
        await UntilFriday();
        Assert.Empty(await AwayUntil("2024-07-13T11:00"));
        Assert.Empty(await Said("2024-07-14T12:00"));
        Assert.Equal(Digest, Assert.Single(await Said("2024-07-15T09:31")));
        Assert.Equal(["digest/2024-W29 Sent"], await Notices("digest"));
    }

    [Fact]
    public async Task What_comes_up_within_the_week_waits_for_the_next()
    {
        await TurnOn();
        Past.Lands("2024-07-01T11:00:00Z", "2024/cedar/update-2024-06.md").Proposes(7, "2024-07-03T12:00:00Z", "2024/birch/update-2024-06.md");
        foreach (var local in new[] { "2024-07-07T12:00", "2024-07-08T09:31", "2024-07-09T09:31", "2024-07-10T09:31", "2024-07-12T09:31" })
        {
            await Said(local);
        }

        Assert.Empty(await Notices("digest"));
        Assert.Empty(await Said("2024-07-14T12:00"));
        Assert.Contains("Waits for a review: Fictional Birch, June", Assert.Single(await Said("2024-07-15T09:31")), StringComparison.Ordinal);
    }

    /// <summary>Friday, July 5: a pull request waits for staff, and they have heard so.</summary>
    private async Task UntilFriday()
    {
        await TurnOn();
        Past.Lands("2024-07-01T11:00:00Z", "2024/cedar/update-2024-06.md").Proposes(7, "2024-07-01T12:00:00Z", "2024/birch/update-2024-06.md");
        Assert.Single(await Said("2024-07-05T09:31"));
    }
}
