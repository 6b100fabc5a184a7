using AoBot.Events;
using NodaTime;

namespace AoBot.Tests.Events;

/// <summary>How a series repeats: what people type, what is refused, and that clock changes do not touch it.</summary>
public sealed class RecurrenceTests
{
    private static readonly LocalDate August7 = new(2024, 8, 7);

    [Theory]
    [InlineData("monthly", "FREQ=MONTHLY;BYDAY=1WE")]
    [InlineData("Every month", "FREQ=MONTHLY;BYDAY=1WE")]
    [InlineData("every first Wednesday", "FREQ=MONTHLY;BYDAY=1WE")]
    [InlineData("first wednesday of the month", "FREQ=MONTHLY;BYDAY=1WE")]
    [InlineData("weekly", "FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("every two weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")]
    [InlineData("quarterly", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE")]
    [InlineData("yearly", "FREQ=YEARLY;BYMONTH=8;BYDAY=1WE")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=3", "FREQ=MONTHLY;BYDAY=1WE;COUNT=3")]
    public void What_is_typed_becomes_a_rule(string typed, string rule)
    {
        Assert.Equal(rule, Recurrence.Read(typed, August7, out var problem)?.Rule);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("once")]
    public void Nothing_typed_does_not_repeat(string? typed)
    {
        Assert.Null(Recurrence.Read(typed, August7, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("now and then")]
    [InlineData("second wednesday")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=MONTHLY;BYDAY=9WE")]
    [InlineData("FREQ=MONTHLY;BYHOUR=3")]
    [InlineData("FREQ=MONTHLY;UNTIL=20250101")]
    [InlineData("FREQ=MONTHLY;BYDAY=")]
    [InlineData("FREQ=MONTHLY;FREQ=DAILY")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;INTERVAL=0")]
    public void What_cannot_be_computed_is_refused_with_a_word(string typed)
    {
        Assert.Null(Recurrence.Read(typed, August7, out var problem));
        Assert.False(string.IsNullOrEmpty(problem));
    }

    [Fact]
    public void The_public_meeting_is_on_each_first_Wednesday_on_both_sides_of_the_clock_changes() =>
        Assert.Equal(
            ["2024-08-07", "2024-09-04", "2024-10-02", "2024-11-06", "2024-12-04", "2025-01-01", "2025-02-05", "2025-03-05", "2025-04-02"],
            Recurrence.Of("FREQ=MONTHLY;BYDAY=1WE").Days(August7).Take(9).Select(d => d.ToString("uuuu-MM-dd", null)));

    [Fact]
    public void A_counted_series_ends() =>
        Assert.Equal(3, Recurrence.Of("FREQ=MONTHLY;BYDAY=1WE;COUNT=3").Days(August7).Count());

    [Theory]
    [InlineData("2024-03-31", "02:30", "Europe/Berlin", "2024-03-31T01:00:00Z")]
    [InlineData("2024-10-27", "02:30", "Europe/Berlin", "2024-10-27T00:30:00Z")]
    [InlineData("2024-07-25", "10:00", "America/New_York", "2024-07-25T14:00:00Z")]
    public void A_time_that_is_skipped_moves_on_and_one_that_comes_twice_is_the_earlier(string day, string time, string zone, string instant) =>
        Assert.Equal(
            NodaTime.Text.InstantPattern.General.Parse(instant).Value,
            Occurrence.InstantOf(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(time).Value, zone));
}
