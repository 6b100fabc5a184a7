using AoBot.Reminders;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Reminders;

/// <summary>When somebody is written to: the days by the program's holidays, the moment by the clock on their own wall.</summary>
public sealed class ReminderTimesTests
{
    private static readonly WorkingDays WorkingDays = new(new Holidays([]).Contains);

    [Theory]
    [InlineData("America/New_York", "2026-03-06", "2026-03-06T14:30:00Z")]
    [InlineData("America/New_York", "2026-03-09", "2026-03-09T13:30:00Z")]
    [InlineData("America/New_York", "2026-10-30", "2026-10-30T13:30:00Z")]
    [InlineData("America/New_York", "2026-11-02", "2026-11-02T14:30:00Z")]
    [InlineData("America/New_York", "2027-03-12", "2027-03-12T14:30:00Z")]
    [InlineData("America/New_York", "2027-03-15", "2027-03-15T13:30:00Z")]
    [InlineData("America/New_York", "2027-11-05", "2027-11-05T13:30:00Z")]
    [InlineData("America/New_York", "2027-11-08", "2027-11-08T14:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-27", "2026-03-27T08:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-30", "2026-03-30T07:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-23", "2026-10-23T07:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-26", "2026-10-26T08:30:00Z")]
    [InlineData("Europe/Berlin", "2027-03-26", "2027-03-26T08:30:00Z")]
    [InlineData("Europe/Berlin", "2027-03-29", "2027-03-29T07:30:00Z")]
    [InlineData("Europe/Berlin", "2027-10-29", "2027-10-29T07:30:00Z")]
    [InlineData("Europe/Berlin", "2027-11-01", "2027-11-01T08:30:00Z")]
    [InlineData("Asia/Kolkata", "2026-07-03", "2026-07-03T04:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-07-03", "2026-07-02T21:30:00Z")]
    [InlineData("Pacific/Auckland", "2026-01-05", "2026-01-04T20:30:00Z")]
    [InlineData("Europe/Berlin", "2026-07-04", "2026-07-06T07:30:00Z")]
    public void A_step_comes_at_half_past_nine_on_the_recipients_own_weekday(string zone, string day, string expected) =>
        Assert.Equal(At(expected), Hours(zone).MomentOf(LocalDatePattern.Iso.Parse(day).Value));

    [Theory]
    [InlineData("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00:00Z")]
    [InlineData("Europe/Berlin", "2027-03-28", "02:30", "2027-03-28T01:00:00Z")]
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z")]
    [InlineData("Europe/Berlin", "2027-10-31", "02:30", "2027-10-31T00:30:00Z")]
    public void A_time_that_does_not_exist_is_the_first_after_the_gap_and_one_that_comes_twice_is_the_earlier(string zone, string day, string time, string expected) =>
        Assert.Equal(At(expected), LocalMoments.At(LocalDatePattern.Iso.Parse(day).Value, Time(time), DateTimeZoneProviders.Tzdb[zone]));

    [Theory]
    [InlineData("2026-07-03T07:29:00Z", "2026-07-03T07:30:00Z")]
    [InlineData("2026-07-03T07:30:00Z", "2026-07-03T07:30:00Z")]
    [InlineData("2026-07-03T14:59:00Z", "2026-07-03T14:59:00Z")]
    [InlineData("2026-07-03T15:00:00Z", "2026-07-06T07:30:00Z")]
    [InlineData("2026-07-05T10:00:00Z", "2026-07-06T07:30:00Z")]
    public void In_quiet_hours_and_at_weekends_it_waits(string now, string expected) => Assert.Equal(At(expected), Hours("Europe/Berlin").OnOrAfter(At(now)));

    [Theory]
    [InlineData("11:00", "16:00", "11:00")]
    [InlineData("16:00", "16:00", "15:00")]
    [InlineData("16:00", "16:30", "16:00")]
    [InlineData("17:00", "16:30", "16:00")]
    public void An_hour_that_is_quiet_falls_to_the_last_full_one_before(string chosen, string quietFrom, string expected)
    {
        var hours = new ReminderHours(Time(chosen), Time(quietFrom), DateTimeZone.Utc);
        Assert.Equal(Time(expected), hours.From);
        Assert.True(hours.IsOpen(hours.MomentOf(new LocalDate(2026, 7, 3))));
    }

    [Theory]
    [InlineData("09:30", "17:00", 8, 16)]
    [InlineData("09:30", "16:00", 8, 15)]
    [InlineData("06:30", "12:30", 7, 12)]
    [InlineData("10:00", "20:00", 8, 19)]
    public void The_full_hours_that_are_open_may_be_chosen(string from, string quietFrom, int first, int last) =>
        Assert.Equal(Enumerable.Range(first, last - first + 1), ReminderHours.Choices(new ReminderRules { From = Time(from), QuietFrom = Time(quietFrom) }).Select(h => h.Hour));

    [Fact]
    public void Who_moves_is_written_to_by_the_clock_of_where_they_are_now()
    {
        var day = new LocalDate(2026, 7, 3);
        Assert.Equal(Duration.FromHours(6), Hours("America/New_York").MomentOf(day) - Hours("Europe/Berlin").MomentOf(day));
    }

    [Theory]
    [InlineData("2024-07-05", "2024-07-01", "2024-07-12")]
    [InlineData("2024-11-05", "2024-10-31", "2024-11-13")]
    [InlineData("2025-01-03", "2024-12-30", "2025-01-10")]
    [InlineData("2026-06-05", "2026-06-02", "2026-06-12")]
    public void The_steps_are_three_working_days_before_and_five_after(string due, string headsUp, string final)
    {
        var ladder = new Ladder(WorkingDays, new ReminderRules());
        var day = LocalDatePattern.Iso.Parse(due).Value;
        Assert.Equal((headsUp, due, final), (Iso(LadderStep.HeadsUp), Iso(LadderStep.Due), Iso(LadderStep.Final)));

        string Iso(LadderStep step) => LocalDatePattern.Iso.Format(ladder.DayOf(step, day));
    }

    [Fact]
    public void The_days_of_a_report_are_those_of_the_seed()
    {
        var dueDays = new DueDays(WorkingDays);
        Assert.Equal(
            ["2024-06-27 early", "2024-07-02 soon", "2024-07-05 due", "2024-07-09 after-2024-07-09", "2024-07-11 after-2024-07-11"],
            new ReportDays(WorkingDays).Until(dueDays.DueDay(new YearMonth(2024, 6)), new LocalDate(2024, 7, 12)).Select(s => $"{LocalDatePattern.Iso.Format(s.Day)} {s.Step}"));
        Assert.Equal(new LocalDate(2024, 6, 28), dueDays.QuarterlyDue(new YearMonth(2024, 4)));
    }

    [Theory]
    [InlineData(5, "2024-06", "2024-07-05")]
    [InlineData(5, "2026-06", "2026-07-02")]
    [InlineData(10, "2024-06", "2024-07-10")]
    [InlineData(28, "2024-08", "2024-09-27")]
    public void The_due_day_is_a_setting_and_always_a_working_day(int dayOfMonth, string month, string due) =>
        Assert.Equal(due, LocalDatePattern.Iso.Format(new DueDays(WorkingDays, dayOfMonth).DueDay(YearMonthPattern.Iso.Parse(month).Value)));

    [Fact]
    public void The_report_of_a_quarter_may_be_due_working_days_after_it() =>
        Assert.Equal(new LocalDate(2024, 7, 5), new DueDays(WorkingDays, afterQuarter: 4).QuarterlyDue(new YearMonth(2024, 4)));

    private static ReminderHours Hours(string zone) => new(new LocalTime(9, 30), new LocalTime(17, 0), DateTimeZoneProviders.Tzdb[zone]);

    private static Instant At(string instant) => InstantPattern.ExtendedIso.Parse(instant).Value;

    private static LocalTime Time(string written) => LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(written).Value;
}
