using System.Net;
using System.Text.Json;
using AoBot.Tests.Host;

namespace AoBot.Tests.Running;

/// <summary>What AoBot has to do and has not done turns <c>/health/duties</c> red, and staff are told once.</summary>
public sealed class DutiesTests : FrontDoorTest
{
    protected override void Prepare() => Workspace.TellsStaff = true;

    [Fact]
    public async Task A_read_older_than_a_day_is_red_and_each_of_staff_is_told_once()
    {
        await Read("2024-06-27T11:00:00.000Z");

        var (status, undone) = await Duties();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "read"), (status, Assert.Single(undone)));
        Assert.Contains("1 thing needs you", (await Bot.AsStaff("/ao admin health")).Text.Replace("One", "1", StringComparison.Ordinal), StringComparison.Ordinal);

        await Workspace.RealTimePassesUntil(() => Task.FromResult(Slack.Waiting("chat.postMessage") > 0), "staff are told");
        var told = await Slack.Next("chat.postMessage");
        Assert.Equal(Workspace.Staff, told["channel"]);
        Assert.StartsWith("I need one of the staff: the partners' repository was not read for more than a day", told["text"], StringComparison.Ordinal);

        await Patience.Until(async () => await Workspace.Scalar<string>("SELECT State FROM Notices WHERE Kind = 'duty'") == "Sent", "it is written down as sent");
        var later = Workspace.RealClock.GetUtcNow() + TimeSpan.FromMinutes(30);
        await Workspace.RealTimePassesUntil(() => Task.FromResult(Workspace.RealClock.GetUtcNow() > later), "half an hour");
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
    }

    [Fact]
    public async Task A_read_of_today_is_well()
    {
        await Read("2024-06-28T11:00:00.000Z");

        Assert.Equal(HttpStatusCode.OK, (await Duties()).Status);
        Assert.StartsWith("All is well", (await Bot.AsStaff("/ao admin health")).Text, StringComparison.Ordinal);
        Assert.StartsWith("This is for the fund's staff", (await Bot.Command("/ao admin health")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11:59", HttpStatusCode.ServiceUnavailable)]
    [InlineData("12:01", HttpStatusCode.OK)]
    public async Task A_message_that_has_not_left_for_an_hour_is_red(string notBefore, HttpStatusCode expected)
    {
        await Workspace.Execute($"INSERT INTO Notices (Key, Kind, Recipient, Subjects, PlannedAt, NotBefore, State, Token, Attempts, Searches, NextAttemptAt) VALUES ('held/1', 'duty', 'C0000NONE', '[]', '2024-06-28T10:00:00.000Z', '2024-06-28T{notBefore}:00.000Z', 'Unknown', 't1', 0, 0, '2030-01-01T00:00:00.000Z')");

        Assert.Equal(expected, (await Duties()).Status);
    }

    private Task Read(string at) =>
        Workspace.Execute($"INSERT INTO RepositoryReads (Id, Source, Branch, Stamp, ReadAt, IsComplete) VALUES (1, 'fictional/updates', 'main', 's', '{at}', 1)");

    private async Task<(HttpStatusCode Status, IReadOnlyList<string?> Undone)> Duties()
    {
        using var response = await Bot.Client.GetAsync("/health/duties");
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return (response.StatusCode, [.. body.GetProperty("undone").EnumerateArray().Select(duty => duty.GetString())]);
    }
}
