using System.Text;
using AoBot.Reports;
using AoBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>Gatherings with a time, and reports that are corrected.</summary>
public sealed class EventTimeTests : FrontDoorTest
{
    [Fact]
    public async Task A_time_is_shown_in_each_readers_own_and_read_out_with_its_zone()
    {
        await Import("2024-06-26", "Our next public meeting is on August 8th at 10am ET.");

        foreach (var user in new[] { Workspace.Member, Workspace.Staff })
        {
            var next = await Bot.Command("/ao next", user);
            Assert.Contains("!date^1723125600^{date_long} at {time}|Thursday, August 8, 10:00 AM New York time", next.Json.ToString(), StringComparison.Ordinal);
            Assert.Contains("Thursday, August 8, 10:00 AM New York time, Public meeting;", next.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Staff_are_told_of_a_gathering_without_a_time_until_it_has_one()
    {
        Assert.Contains("Roundtable on Thursday, July 25 has no time yet", (await Bot.Command("/ao status", Workspace.Staff)).Text, StringComparison.Ordinal);

        await Import("2024-06-26", "Our next roundtable is on July 25th, 2:30 PM UTC.");

        Assert.DoesNotContain("has no time yet", (await Bot.Command("/ao status", Workspace.Staff)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_the_earlier_form_of_a_report_announced_is_taken_back()
    {
        await Import("2024-06-26", "Our next roundtable is on November 20th.");

        var next = (await Bot.Command("/ao next")).Text;
        Assert.Contains("Wednesday, November 20, Roundtable", next, StringComparison.Ordinal);
        Assert.DoesNotContain("July 25", next, StringComparison.Ordinal);
    }

    private async Task Import(string date, string sentence)
    {
        var report = SmallReport.Of(date, ("2.1", "Planning")) + $"\n\n## Up Next\n\n* {sentence}\n";
        var result = await Bot.Services.GetRequiredService<TacReportImporter>().Import("later.md", Encoding.UTF8.GetBytes(report), asOf: null, actor: "operator", CancellationToken.None);
        Assert.IsType<ImportResult.Imported>(result);
    }
}
