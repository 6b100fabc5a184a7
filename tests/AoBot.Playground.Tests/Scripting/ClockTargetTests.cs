using AoBot.Playground.Clock;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Playground.Tests.Scripting;

public sealed class ClockTargetTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    [InlineData("2024-06-28T13:00:00Z", "P1D", "2024-06-29T13:00:00Z")]
    [InlineData("2024-06-28T13:00:00Z", "PT1H", "2024-06-28T14:00:00Z")]
    [InlineData("2024-11-02T13:00:00Z", "P1D", "2024-11-03T14:00:00Z")] // The clocks went back: a local day has 25 hours.
    [InlineData("2024-03-09T14:00:00Z", "P1D", "2024-03-10T13:00:00Z")]
    [InlineData("2024-03-09T07:30:00Z", "P1D", "2024-03-10T07:00:00Z")] // 02:30 does not exist: the first instant after the gap.
    [InlineData("2024-11-02T05:30:00Z", "P1D", "2024-11-03T05:30:00Z")] // 01:30 comes twice: the earlier.
    [InlineData("2024-06-28T13:00:00Z", "P1DT2H", "2024-06-29T15:00:00Z")]
    public void A_day_is_a_local_day(string now, string period, string expected) =>
        Assert.Equal(expected, InstantPattern.General.Format(ClockTarget.Advance(period, InstantPattern.General.Parse(now).Value, Zone)!.Value));

    [Theory]
    [InlineData("2024-07-05", "2024-07-05T04:00:00Z")]
    [InlineData("2024-07-05T09:00", "2024-07-05T13:00:00Z")]
    [InlineData("2024-07-05T09:00:00Z", "2024-07-05T09:00:00Z")]
    public void A_target_is_local_unless_it_says_otherwise(string text, string expected) =>
        Assert.Equal(expected, InstantPattern.General.Format(ClockTarget.To(text, Zone)!.Value));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData("P99999999Y")]
    public void What_cannot_be_read_is_nothing(string text)
    {
        Assert.Null(ClockTarget.Advance(text, InstantPattern.General.Parse("2024-06-28T13:00:00Z").Value, Zone));
        Assert.Null(ClockTarget.To(text, Zone));
    }
}
