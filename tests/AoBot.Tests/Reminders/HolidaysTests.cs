using AoBot.Reminders;
using NodaTime;

namespace AoBot.Tests.Reminders;

public sealed class HolidaysTests
{
    // The federal holidays of 2021, 2022 and 2027 as the Office of Personnel Management publishes them.
    private static readonly LocalDate[] Published =
    [
        new(2021, 1, 1), new(2021, 1, 18), new(2021, 2, 15), new(2021, 5, 31), new(2021, 6, 18), new(2021, 7, 5), new(2021, 9, 6), new(2021, 10, 11), new(2021, 11, 11), new(2021, 11, 25), new(2021, 12, 24), new(2021, 12, 31),
        new(2022, 1, 17), new(2022, 2, 21), new(2022, 5, 30), new(2022, 6, 20), new(2022, 7, 4), new(2022, 9, 5), new(2022, 10, 10), new(2022, 11, 11), new(2022, 11, 24), new(2022, 12, 26),
        new(2027, 1, 1), new(2027, 1, 18), new(2027, 2, 15), new(2027, 5, 31), new(2027, 6, 18), new(2027, 7, 5), new(2027, 9, 6), new(2027, 10, 11), new(2027, 11, 11), new(2027, 11, 25), new(2027, 12, 24), new(2027, 12, 31),
    ];

    [Theory]
    [InlineData(2021)]
    [InlineData(2022)]
    [InlineData(2027)]
    public void The_federal_holidays_of_a_year_are_those_that_are_published(int year)
    {
        var holidays = new Holidays([]);
        var year1 = new LocalDate(year, 1, 1);
        var found = Enumerable.Range(0, Period.DaysBetween(year1, year1.PlusYears(1))).Select(year1.PlusDays).Where(holidays.Contains);
        Assert.Equal(Published.Where(d => d.Year == year), found);
    }

    [Fact]
    public void A_setting_adds_a_day_and_takes_one_away()
    {
        var holidays = new Holidays(["2026-12-24", "-2026-11-11"]);
        Assert.True(holidays.Contains(new LocalDate(2026, 12, 24)));
        Assert.False(holidays.Contains(new LocalDate(2026, 11, 11)));
        Assert.True(holidays.Contains(new LocalDate(2025, 11, 11)));
    }

    [Theory]
    [InlineData("Christmas")]
    [InlineData("2026-13-01")]
    [InlineData("")]
    public void A_setting_that_is_no_day_is_named(string entry)
    {
        var problem = Assert.Throws<FormatException>(() => new Holidays([entry]));
        Assert.Contains($"\"{entry}\"", problem.Message, StringComparison.Ordinal);
    }
}
