using AoBot.Tests.Host;

namespace AoBot.Tests.Running;

/// <summary>Where staff have a private channel, it is told, and nobody is written to.</summary>
public sealed class DutiesInAChannelTests : FrontDoorTest
{
    private const string StaffChannel = "C0000STAF";

    protected override void Prepare()
    {
        Workspace.TellsStaff = true;
        Workspace.Settings["Program:StaffChannelId"] = StaffChannel;
        Workspace.Settings["Program:StaffUserIds:1"] = "U0000STA2";
    }

    [Fact]
    public async Task One_message_in_the_channel_tells_all_of_staff()
    {
        await Workspace.Execute("INSERT INTO RepositoryReads (Id, Source, Branch, Stamp, ReadAt, IsComplete) VALUES (1, 'fictional/updates', 'main', 's', '2024-06-27T11:00:00.000Z', 1)");

        await Workspace.RealTimePassesUntil(() => Task.FromResult(Slack.Waiting("chat.postMessage") > 0), "staff are told");
        var told = await Slack.Next("chat.postMessage");
        Assert.Equal(StaffChannel, told["channel"]);
        Assert.StartsWith("I need one of the staff: the partners' repository was not read for more than a day", told["text"], StringComparison.Ordinal);

        await Patience.Until(async () => await Workspace.Scalar<string>("SELECT State FROM Notices WHERE Kind = 'duty'") == "Sent", "it is written down as sent");
        var later = Workspace.RealClock.GetUtcNow() + TimeSpan.FromMinutes(30);
        await Workspace.RealTimePassesUntil(() => Task.FromResult(Workspace.RealClock.GetUtcNow() > later), "half an hour");
        Assert.Equal(0, Slack.Waiting("chat.postMessage"));
    }
}
