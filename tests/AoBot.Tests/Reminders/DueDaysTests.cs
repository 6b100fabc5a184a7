using AoBot.Reminders;
using NodaTime;

namespace AoBot.Tests.Reminders;

public sealed class DueDaysTests
{
    private static readonly DueDays Due = new(new WorkingDays(new Holidays([]).Contains));

    [Theory]
    [InlineData(2024, 6, "2024-07-05")] // a Friday
    [InlineData(2024, 9, "2024-10-04")] // the 5th is a Saturday
    [InlineData(2026, 6, "2026-07-02")] // Sunday the 5th; the 4th is kept on Friday the 3rd
    [InlineData(2022, 8, "2022-09-02")] // Labor Day
    [InlineData(2023, 12, "2024-01-05")]
    public void What_is_about_a_month_is_due_on_the_5th_or_the_working_day_before(int year, int month, string day) =>
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, Due.DueDay(new YearMonth(year, month)));

    [Theory]
    [InlineData("2024-06-19", 5)] // 14 days after June 5
    [InlineData("2024-06-20", 6)] // 15 days after
    [InlineData("2024-06-28", 6)]
    [InlineData("2024-07-05", 6)]
    [InlineData("2024-07-19", 6)]
    [InlineData("2024-07-20", 7)]
    public void People_speak_of_the_month_whose_due_day_was_less_than_15_days_ago_or_comes_next(string today, int month) =>
        Assert.Equal(new YearMonth(2024, month), Due.MonthSpokenOf(NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value));

    [Fact]
    public void On_every_day_of_ten_years_the_month_spoken_of_keeps_the_rule()
    {
        for (var today = new LocalDate(2022, 1, 1); today.Year < 2032; today = today.PlusDays(1))
        {
            var month = Due.MonthSpokenOf(today);
            var before = Due.DueDay(month.PlusMonths(-1));
            Assert.True(Due.DueDay(month).PlusDays(15) > today, $"{today}: {month} is too long ago");
            Assert.True(before.PlusDays(15) <= today, $"{today}: {month} comes too early");
        }
    }
}
