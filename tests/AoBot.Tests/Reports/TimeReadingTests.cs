using AoBot.Reports.Reading;
using NodaTime;

namespace AoBot.Tests.Reports;

/// <summary>The time of day at which something announced begins.</summary>
public sealed class TimeReadingTests
{
    [Theory]
    [InlineData("at 10am ET", "10:00 America/New_York")]
    [InlineData("at 10 a.m. EST", "10:00 America/New_York")]
    [InlineData("at 12:30pm Pacific", "12:30 America/Los_Angeles")]
    [InlineData("at 12am UTC", "00:00 Etc/UTC")]
    [InlineData("2:30 PM UTC", "14:30 Etc/UTC")]
    [InlineData("14:00 CET", "14:00 Europe/Berlin")]
    [InlineData("10am - 11am PT", "10:00 America/Los_Angeles")]
    [InlineData("9:00 to 10:30 (GMT)", "09:00 Etc/UTC")]
    [InlineData("at 1pm", "13:00 ")]
    [InlineData("with 10 partners and 5 ETs", "")]
    [InlineData("10-11am ET", "")]
    [InlineData("at 25:00", "")]
    [InlineData("10:15:20", "")]
    public void A_time_is_read_with_its_zone(string text, string expected)
    {
        var read = TimeWords.In(text);
        Assert.Equal(expected, read is null ? "" : $"{read.Time:HH:mm} {read.Zone}");
    }

    [Fact]
    public void Every_zone_is_one_that_there_is() =>
        Assert.All(
            (string[])["UTC", "GMT", "ET", "EST", "EDT", "Eastern", "CT", "CDT", "Central", "MT", "MDT", "Mountain", "PT", "PST", "PDT", "Pacific", "CET", "CEST"],
            zone => Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeWords.In($"3pm {zone}")!.Zone!)));

    [Fact]
    public void A_time_that_is_not_understood_is_listed_with_its_line()
    {
        var read = Reading.Section("Up Next", "* The roundtable is on July 8th, 10-11am ET.");
        Assert.Null(Assert.Single(read.Report.Events).Time);
        Assert.Contains(read.Findings, f => f.Message.StartsWith("The time is not understood", StringComparison.Ordinal));
    }
}
