using AoBot.Updates;
using FsCheck;
using FsCheck.Fluent;

namespace AoBot.Tests.Updates;

/// <summary>The few facts of a text.</summary>
public sealed class TextReadingTests
{
    private const string Prose = "\n\nA good deal of work was done on everything that matters.\n";

    [Theory]
    [InlineData("# Update-2023-03" + Prose, "2023-3")]
    [InlineData("#Update 2023-06" + Prose, "2023-6")]
    [InlineData("## March 2024" + Prose, "2024-3")]
    [InlineData("Update April-May 2024\n=====" + Prose, "2024-4 2024-5")]
    [InlineData("## March" + Prose, "-3")]
    [InlineData("August 2023 Update:" + Prose, "2023-8")]
    [InlineData("**Monthly report, May 2024**" + Prose, "2024-5")]
    [InlineData("## Update 2024-03\n### Engineering" + Prose, "2024-3")]
    [InlineData("# One\n# Update 2024-03" + Prose + "# Update 2024-04" + Prose, "2024-3 2024-4")]
    public void Headings_with_a_date_and_prose_below_are_sections(string text, string months) =>
        Assert.Equal(months, string.Join(' ', TextReading.Read(text).Sections.Select(m => $"{m.Year}-{m.Month}")));

    [Theory]
    [InlineData("## Monthly Updates\n\n* [March 2024](update-2024-03.md)\n* [April 2024](update-2024-04.md)\n")]
    [InlineData("## March 2024\n\n* [March](update-2024-03.md)\n* https://example.org/some/long/address/that/is/no/prose\n")]
    [InlineData("# Alpha Engagement: Acme" + Prose)]
    [InlineData("# Security Support Role 2024" + Prose)]
    [InlineData("# Report Date: Oct 10, 2024" + Prose)]
    [InlineData("## 2024" + Prose)]
    [InlineData("## 3" + Prose)]
    [InlineData("```\n# Update 2024-03\n```\nA good deal of work was done on everything.\n")]
    [InlineData("## Update 2024-03\n")]
    [InlineData("")]
    public void Everything_else_is_none(string text) => Assert.Empty(TextReading.Read(text).Sections);

    [Theory]
    [InlineData("*Logistical note*: This update also contains updates from December.", "-12")]
    [InlineData("This report covers November and December 2024.", "-11 2024-12")]
    [InlineData("The update includes the months of January and February", "-1 -2")]
    [InlineData("This period also included the release of Node.js 23.0.0.", "")]
    [InlineData("This update covers May 5 to May 20.", "-5")]
    [InlineData("The report contains 12 findings from March audits.", "")]
    [InlineData("We may include more in the next update. It covers everything.", "")]
    public void A_text_may_say_that_it_covers_other_months_as_well(string text, string months) =>
        Assert.Equal(months, string.Join(' ', TextReading.Read(text).Also.Select(m => $"{m.Year}-{m.Month}")));

    [Fact]
    public void No_text_is_too_strange()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Assert.NotNull(TextReading.Read(text ?? ""))).QuickCheckThrowOnFailure();
        string[] pieces = ["# ", "**", "\n", "\r\n", "```", "===", "---", "Update 2024-03", "March", "[", "](", ")", "this update covers ", "also ", " and ", "https://", "x", "\0"];
        Prop.ForAll(Gen.Elements(pieces).ArrayOf().Select(string.Concat).ToArbitrary(), text => Assert.NotNull(TextReading.Read(text))).QuickCheckThrowOnFailure();
        Assert.NotNull(TextReading.Read(string.Concat(Enumerable.Repeat("this update covers the the the all ", 2_000))));
    }
}
