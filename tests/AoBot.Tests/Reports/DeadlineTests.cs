using AoBot.Reports.Reading;
using NodaTime.Text;

namespace AoBot.Tests.Reports;

/// <summary>Read from the text of key results in a report of 2025.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("Fund ten projects by the end of 2025.", "2025-12-31", "by the end of 2025")]
    [InlineData("By the end of June 2025, scan 2,000 projects.", "2025-06-30", "By the end of June 2025")]
    [InlineData("Scan them by the end of February 2028 at the latest.", "2028-02-29", "by the end of February 2028")]
    [InlineData("Scan them by end of June.", "2025-06-30", "by end of June")]
    [InlineData("Publish it by the end of the year.", "2025-12-31", "by the end of the year")]
    [InlineData("Publish it by year-end.", "2025-12-31", "by year-end")]
    [InlineData("Publish it by EOY 2026.", "2026-12-31", "by EOY 2026")]
    [InlineData("One new project started in 2025.", "2025-12-31", "started in 2025")]
    [InlineData("In 2025, run three experiments.", "2025-12-31", "In 2025")]
    [InlineData("Receive $5 million in funding in 2025.", "2025-12-31", "funding in 2025")]
    [InlineData("Finish by June 30, 2025.", "2025-06-30", "by June 30, 2025")]
    [InlineData("Finish by 30 June 2025.", "2025-06-30", "by 30 June 2025")]
    [InlineData("Finish by 2025-06-30.", "2025-06-30", "by 2025-06-30")]
    [InlineData("Finish no later than March 1st.", "2025-03-01", "no later than March 1st")]
    [InlineData("Finish by Q3 2025.", "2025-09-30", "by Q3 2025")]
    [InlineData("Finish by 2026 Q1 with partners.", "2026-03-31", "by 2026 Q1")]
    [InlineData("Finish by the end of the third quarter of 2025.", "2025-09-30", "by the end of the third quarter of 2025")]
    [InlineData("Finish in the first half of 2025.", "2025-06-30", "Finish in the first half of 2025")]
    [InlineData("Finish by H1 2026.", "2026-06-30", "by H1 2026")]
    [InlineData("Finish by mid-2025.", "2025-06-30", "by mid-2025")]
    [InlineData("Finish by June 2025.", "2025-06-30", "by June 2025")]
    [InlineData("Finish before July 2025.", "2025-06-30", "before July 2025")]
    [InlineData("Finish before 2026.", "2025-12-31", "before 2026")]
    [InlineData("Finish before June 30, 2025.", "2025-06-29", "before June 30, 2025")]
    [InlineData("Five by June 30, 2025 and ten by the end of 2025.", "2025-12-31", "by the end of 2025")]
    [InlineData("Receive funding in 2025, by the end of March 2025.", "2025-03-31", "by the end of March 2025")]
    [InlineData("Run it through the end of 2026.", "2026-12-31", "through the end of 2026")]
    [InlineData("Finish by the end of next year.", "2026-12-31", "by the end of next year")]
    public void A_last_day_is_read_from_the_words_that_name_it(string text, string date, string words)
    {
        var deadline = new DeadlineWords(2025).In(text);
        Assert.NotNull(deadline);
        Assert.Equal((date, words), (LocalDatePattern.Iso.Format(deadline.Date), deadline.Text));
    }

    [Theory]
    [InlineData("Use them to refine our objectives for 2026.")]
    [InlineData("Continue our progress from 2024 on auditing.")]
    [InlineData("Build on what was learned in 2024.")]
    [InlineData("Attest all packages from 2.2 by focusing on the top ones.")]
    [InlineData("Multi-factor authentication by maintainers of 500 projects from the top 10,000.")]
    [InlineData("Allocate at least 85% of our yearly spend.")]
    [InlineData("Deliver quarterly reports.")]
    [InlineData("Met within the defined time period.")]
    [InlineData("Adopted by 2000 projects.")]
    [InlineData("Adopted by year 3 projects.")]
    [InlineData("Finish by June 31, 2025.")]
    [InlineData("Finish by early 2025.")]
    [InlineData("")]
    public void No_last_day_is_made_up(string text) => Assert.Null(new DeadlineWords(2025).In(text));

    [Fact]
    public void Words_that_seem_to_name_a_last_day_are_mentioned()
    {
        var read = Reading.Section("Objectives & Key Results", "|Key Result|Status|\n|-|-|\n|O1: Be good||\n|KR 1.1: Finish by early 2028|Started|");
        Assert.Null(read.Report.KeyResults[0].Deadline);
        Assert.Contains(read.Findings, f => f.Line == 8 && f.Message == "KR 1.1 has no deadline: \"by early 2028\" does not name a last day.");
    }
}
