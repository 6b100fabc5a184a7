using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary>A partner without Slack and without an owner: each of staff gets the letter to write.</summary>
public sealed class LetterTests : LadderTest
{
    private const string Third = "U0000FAYE";

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.Settings["Program:StaffUserIds:1"] = Third;
        Workspace.Settings["Program:StaffUserIds:2"] = StandIn;
        Workspace.Settings["Program:StaffUserIds:3"] = Substitute;
    }

    [Fact]
    public async Task Each_step_reaches_all_of_staff_and_counts_once()
    {
        await Owe($"damson,Fictional Damson,damson,monthly,2024-06-01,,,{Partners.Address},,");
        foreach (var day in new[] { "2024-07-01T09:31", "2024-07-05T09:31", "2024-07-12T09:31" })
        {
            Assert.Equal([Substitute, StandIn, Third, Workspace.Staff], (await On(day)).Where(c => !c["text"].StartsWith("What waits for you", StringComparison.Ordinal)).Select(c => c["channel"]!.ToString()).Order(StringComparer.Ordinal));
        }

        Assert.DoesNotContain(await Notices(), n => n.StartsWith("update-", StringComparison.Ordinal) && n.Contains("Skipped", StringComparison.Ordinal));
    }
}
