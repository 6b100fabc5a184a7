using AoBot.Tests.Updates;

namespace AoBot.Tests.Door;

/// <summary>Of a partner staff find in the audit whatever was sent about it.</summary>
public sealed class AuditOfRemindersTests : LadderTest
{
    [Theory]
    [InlineData("birch")]
    [InlineData("Fictional Birch")]
    public async Task The_reminders_of_a_partner_and_what_staff_heard_are_found_by_its_key_and_its_name(string asked)
    {
        await TurnOn();
        foreach (var local in new[] { "2024-07-01T09:31", "2024-07-05T09:31", "2024-07-12T09:31", "2024-07-15T09:31" })
        {
            await Said(local);
        }

        var audit = (await Bot.AsStaff($"/ao admin audit {asked}")).Text;
        Assert.Contains("aobot notice.sent update-heads-up/2024-06/U0000BIRC (U0000BIRC, about birch and cedar)", audit, StringComparison.Ordinal);
        Assert.Contains("aobot notice.sent update-due/2024-06/U0000BIRC (U0000BIRC, about birch and cedar)", audit, StringComparison.Ordinal);
        Assert.Contains("aobot notice.sent update-final/2024-06/U0000BERT (U0000BERT, about birch)", audit, StringComparison.Ordinal);
        Assert.Contains("aobot notice.sent escalation/birch/2024-06 (U0000STAF, about birch)", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("about cedar)", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_staff_got_to_pass_on_is_found_as_well()
    {
        await Owe($"damson,Fictional Damson,damson,monthly,2024-06-01,,,{Partners.Address},,U0000STAF");
        await Said("2024-07-01T09:31");

        Assert.Contains("aobot notice.sent update-heads-up/2024-06/damson (U0000STAF, about damson)", (await Bot.AsStaff("/ao admin audit damson")).Text, StringComparison.Ordinal);
    }
}
