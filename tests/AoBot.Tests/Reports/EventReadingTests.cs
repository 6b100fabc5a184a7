using AoBot.Reports.Reading;

namespace AoBot.Tests.Reports;

/// <summary>In a report of 2027 Q2, whose day is June 30.</summary>
public sealed class EventReadingTests
{
    [Theory]
    [InlineData("Our next monthly report is due out around July 5th.", "MonthlyReportDue Monthly report 2027-07-05 ~ about 2027-06")]
    [InlineData("Our June report is due July 5.", "MonthlyReportDue Monthly report 2027-07-05 about 2027-06")]
    [InlineData("The May report will be out on July 2, 2027.", "MonthlyReportDue Monthly report 2027-07-02 about 2027-05")]
    [InlineData("Our Q3 report is due in early October.", "QuarterlyReportDue Q3 report 2027-10 ~")]
    [InlineData("Our 2027 Annual Report will be published in January 2028.", "AnnualReportDue 2027 Annual Report 2028-01")]
    [InlineData("The roundtable is on 25 July.", "Roundtable Roundtable 2027-07-25")]
    [InlineData("We hold a roundtable at PyCon on January 8th.", "Roundtable Roundtable at PyCon 2028-01-08")]
    [InlineData("Our round table takes place on 7/25/2027.", "Roundtable Roundtable 2027-07-25")]
    [InlineData("Our next public meeting is tomorrow (July 1st).", "PublicMeeting Public meeting 2027-07-01")]
    [InlineData("The public meeting will be on Wednesday, August 4.", "PublicMeeting Public meeting 2027-08-04")]
    [InlineData("We're at FOSDEM from February 5-6, 2028.", "Conference FOSDEM 2028-02-05")]
    public void An_announcement_is_read_with_its_kind_and_date(string sentence, string expected) =>
        Assert.Equal(expected, Show(Assert.Single(Reading.Section("Up Next", $"* {sentence}").Report.Events)));

    [Fact]
    public void One_sentence_may_announce_several_things()
    {
        Assert.Equal(
            ["Roundtable Roundtable at Example Summit EU 2027-09", "Conference Other Summit"],
            Shown("We'll have a roundtable at Example Summit EU in September and are planning to attend the Other Summit."));
        Assert.Equal(["Roundtable Roundtable 2027-07-08", "PublicMeeting Public meeting 2027-07-08"], Shown("Our next roundtable and public meeting will be held on July 8th."));
        Assert.Equal(["Roundtable Roundtable 2027-10", "PublicMeeting Public meeting 2027-11-03"], Shown("The roundtable will be in October, the public meeting on November 3rd."));
    }

    [Fact]
    public void Bold_words_may_name_what_the_sentences_after_them_date()
    {
        var read = Reading.Section("Up Next", "We meet:\n\n* **Q3 Roundtable**: With our partners. Next one on July 8th. All are welcome.\n* **Working group**: Regular sync.");
        Assert.Equal("Roundtable Q3 Roundtable 2027-07-08", Show(Assert.Single(read.Report.Events)));
        Assert.Contains(read.Findings, f => f is { Line: 8, Message: "Not understood as an event: \"Working group: Regular sync.\"." });
    }

    [Fact]
    public void Everything_listed_as_upcoming_is_an_event()
    {
        var read = Reading.Section("Upcoming Events", "* ExampleCon: **A talk** (Ann [House])\n* Fund Public Meeting - July 7, 2027 -- **please join us!**\n* A party");
        Assert.Equal(["Conference ExampleCon: A talk", "PublicMeeting Fund Public Meeting 2027-07-07", "Conference A party"], read.Report.Events.Select(Show));
    }

    [Fact]
    public void A_habit_and_a_sentence_without_an_event_announce_nothing() =>
        Assert.Empty(Reading.Section("Up Next", "We continue to hold monthly public meetings. Ask us anything on July 3rd.").Report.Events);

    [Fact]
    public void Elsewhere_only_what_is_said_to_come_counts()
    {
        var read = Reading.Section("Reporting", "We moved to quarterly reports -- our Q2 report will be out in the next few weeks. The roundtable in May was lively.");
        Assert.Equal("QuarterlyReportDue Q2 report ~", Show(Assert.Single(read.Report.Events)));
    }

    [Fact]
    public void Next_month_counts_only_where_the_day_of_writing_is_known()
    {
        const string Sentence = "Our next quarterly report will be published next month.";
        Assert.Equal("QuarterlyReportDue Quarterly report ~", Show(Assert.Single(Reading.Section("Reporting", Sentence).Report.Events)));
        Assert.Equal("QuarterlyReportDue Quarterly report 2027-07", Show(Assert.Single(Reading.Section("Reporting", Sentence, "---\ndate: 2027-06-21\n---\n").Report.Events)));
    }

    [Fact]
    public void A_day_that_does_not_exist_is_listed()
    {
        var read = Reading.Section("Up Next", "* The roundtable is on June 31st.");
        Assert.Null(Assert.Single(read.Report.Events).Date);
        Assert.Equal(["5: There is no such day: \"June 31st\"."], read.Warnings());
    }

    private static IEnumerable<string> Shown(string sentence) => Reading.Section("Up Next", $"* {sentence}").Report.Events.Select(Show);

    private static string Show(EventFact e) => string.Join(' ', new[]
    {
        $"{e.Kind}", e.Title, e.Date is { } d ? $"{d:uuuu-MM-dd}" : null, e.Month is { } m ? $"{m:uuuu-MM}" : null, e.Approximate ? "~" : null, e.About is { } a ? $"about {a:uuuu-MM}" : null,
    }.OfType<string>());
}
