using System.Net;
using System.Text.Json;
using AoBot.Tests.Host;

namespace AoBot.Tests.Running;

/// <summary>What a platform and an operator ask.</summary>
public sealed class HealthTests : FrontDoorTest
{
    [Fact]
    public async Task All_is_well_and_the_version_is_told()
    {
        foreach (var path in new[] { "live", "ready", "duties" })
        {
            var (status, body) = await Ask(path);

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal("ok", body.GetProperty("status").GetString());
            Assert.Matches("^[0-9]+[.][0-9]+[.][0-9]+", body.GetProperty("version").GetString());
        }
    }

    [Fact]
    public async Task Without_its_database_AoBot_lives_but_is_not_ready_and_says_so_to_whoever_asks()
    {
        File.Move(Workspace.DatabaseFile, Workspace.DatabaseFile + ".away");
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await Ask("live")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ask("ready")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ask("duties")).Status);
        }
        finally
        {
            File.Move(Workspace.DatabaseFile + ".away", Workspace.DatabaseFile);
        }

        Assert.Equal(HttpStatusCode.OK, (await Ask("ready")).Status);
    }

    [Fact]
    public async Task With_a_database_that_cannot_be_read_it_is_not_ready()
    {
        await Workspace.Execute("ALTER TABLE TacReports RENAME TO Hidden");
        await Workspace.Execute("ALTER TABLE Inbox RENAME TO HiddenInbox");

        foreach (var path in new[] { "ready", "duties" })
        {
            var (status, body) = await Ask(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("database", body.GetProperty("status").GetString(), StringComparison.Ordinal);
        }

        await Workspace.Execute("ALTER TABLE HiddenInbox RENAME TO Inbox");
    }

    [Theory]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.ServiceUnavailable)]
    public async Task An_event_that_waits_for_more_than_five_minutes_is_a_duty_not_done_but_no_reason_to_restart(int seconds, HttpStatusCode expected)
    {
        await Workspace.Execute("INSERT INTO Inbox (EventId, Type, Payload, ReceivedAt, Attempts, NextAttemptAt) VALUES ('Ev1', 'x', '{}', '2026-03-02T09:00:00.000Z', 3, '2027-01-01T00:00:00.000Z')");
        await Workspace.RealTimePasses(TimeSpan.FromSeconds(seconds));

        var (status, body) = await Ask("duties");

        Assert.Equal(expected, status);
        Assert.Equal((1, seconds), (body.GetProperty("eventsWaiting").GetInt32(), body.GetProperty("oldestWaitingSeconds").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await Ask("ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask("live")).Status);
    }

    [Fact]
    public async Task An_event_that_was_given_up_is_reported_until_its_text_is_forgotten()
    {
        await Workspace.Execute("INSERT INTO Inbox (EventId, Type, Payload, ReceivedAt, Attempts, Failure) VALUES ('Ev1', 'x', '{}', '2026-03-02T09:00:00.000Z', 5, 'invalid_auth')");

        var (status, body) = await Ask("duties");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 1), (status, body.GetProperty("eventsGivenUp").GetInt32()));

        await Workspace.Execute("UPDATE Inbox SET Payload = NULL");
        Assert.Equal(HttpStatusCode.OK, (await Ask("duties")).Status);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Ask(string path)
    {
        using var response = await Bot.Client.GetAsync("/health/" + path);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
