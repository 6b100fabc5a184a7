using AoBot.KeyResults;
using AoBot.Reports.Reading;
using NodaTime;

namespace AoBot.Tests.Reports;

public sealed class KeyResultTableTests
{
    [Theory]
    [InlineData("KR 1.2: Do it", "KR 1.2")]
    [InlineData("KR1.2: Do it", "KR1.2")]
    [InlineData("**KR 1.2**: Do it", "KR 1.2")]
    [InlineData("**KR1.2: Do it**", "KR1.2")]
    [InlineData("KR-1.2 – Do it", "KR-1.2")]
    [InlineData("kr 1.2 Do it", "kr 1.2")]
    [InlineData("Key Result 1.2: Do it", "Key Result 1.2")]
    [InlineData("1.2: Do it", "1.2")]
    [InlineData("KR2: Do it", "KR2")]
    public void An_id_is_understood_however_it_is_spelled(string cell, string asWritten)
    {
        var read = Table("|Key Result|Status|", "|-|-|", "|O1: Be good||", $"|{cell}|On target|");
        Assert.Empty(read.Warnings());
        var keyResult = Assert.Single(read.Report.KeyResults);
        Assert.Equal(("1.2", asWritten, "Do it", "On target"), (keyResult.Id, keyResult.IdAsWritten, keyResult.Text, keyResult.StatusAsWritten));
    }

    [Theory]
    [InlineData("O2: Be good", "O2")]
    [InlineData("**Objective 2: Be good**", "Objective 2")]
    [InlineData("**Objective #2**: Be good", "Objective #2")]
    [InlineData("OBJECTIVE 2 - Be good", "OBJECTIVE 2")]
    [InlineData("O2. Be good", "O2")]
    public void An_objective_is_understood_however_it_is_spelled(string cell, string asWritten)
    {
        var read = Table("|Key Result|Status|", "|-|-|", $"|{cell}||", "|KR 2.1: Do it|Done|");
        Assert.Equal(new ObjectiveFact(2, "Be good", asWritten, 7), Assert.Single(read.Report.Objectives));
    }

    [Fact]
    public void The_first_objective_may_be_the_heading_of_the_table_and_rules_may_stand_between()
    {
        var read = Table("| **Objective #1: Be good** | |", "|-|-|", "| **KR1.1**: a | Started |", "|-|-|", "| **Objective #2: Be better** | |", "| **KR 2.1**:  b | Not Started |");
        Assert.Empty(read.Warnings());
        Assert.Equal([(1, 5), (2, 9)], read.Report.Objectives.Select(o => (o.Number, o.Line)));
        Assert.Equal([("1.1", "a", 7), ("2.1", "b", 10)], read.Report.KeyResults.Select(k => (k.Id, k.Text, k.Line)));
    }

    [Fact]
    public void More_columns_in_any_order_are_told_apart_by_their_headings()
    {
        var read = Table("|ID|Owner|Status|Key Result|Due|Notes|", "|-|-|-|-|-|-|", "|O1: Be good||||||", "|1.1|Done Smith|delayed|Do it by 2028|June 1, 2027|not started in one place|");
        var keyResult = Assert.Single(read.Report.KeyResults);
        Assert.Equal(
            ("1.1", "Do it by 2028", "delayed", KeyResultStatus.AtRisk, new LocalDate(2027, 6, 1), "June 1, 2027"),
            (keyResult.Id, keyResult.Text, keyResult.StatusAsWritten, keyResult.Status, keyResult.Deadline, keyResult.DeadlineText));
    }

    [Fact]
    public void A_status_column_without_a_heading_is_found_by_what_it_holds()
    {
        var read = Table("|Objective 1: Be good|||", "|-|-|-|", "|KR 1.1: a|Ann|On target|", "|KR 1.2: b|Bob|At risk|");
        Assert.Equal(["On target", "At risk"], read.Report.KeyResults.Select(k => k.StatusAsWritten));
    }

    [Fact]
    public void Objectives_may_be_headings_above_tables_of_their_own()
    {
        var read = Table("### Objective 1: Be good", "", "|Key Result|Status|", "|-|-|", "|KR 1.1: a|Done|", "", "### O2: Be better", "", "|Key Result|Status|", "|-|-|", "|KR1: b|Missed|");
        Assert.Empty(read.Warnings());
        Assert.Equal([(1, "Be good"), (2, "Be better")], read.Report.Objectives.Select(o => (o.Number, o.Title)));
        Assert.Equal(["1.1 a Completed", "2.1 b Missed"], read.Report.KeyResults.Select(k => $"{k.Id} {k.Text} {k.Status}"));
    }

    [Fact]
    public void A_table_without_its_rule_is_read_all_the_same()
    {
        var read = Table("|Key Result|Status|", "|O1: Be good||", "|KR 1.1: a|In progress|", "|KR 1.2: b|Done|");
        Assert.Equal([("1.1", "In progress", 7), ("1.2", "Done", 8)], read.Report.KeyResults.Select(k => (k.Id, k.StatusAsWritten, k.Line)));
    }

    [Fact]
    public void Key_results_may_stand_in_lists()
    {
        var read = Table(
            "* **O1: Be good**", "  * KR 1.1: a (On target)", "  * KR 1.2: b - at risk", "  * **KR 1.3** c: Done", "  * KR 1.4: d (with e)", "    * Status: Planning", "  * KR 1.5: (Missed) f");
        Assert.Empty(read.Warnings());
        Assert.Equal(
            ["1.1 a|On target|6", "1.2 b|at risk|7", "1.3 c|Done|8", "1.4 d (with e)|Planning|9", "1.5 f|Missed|11"],
            read.Report.KeyResults.Select(k => $"{k.Id} {k.Text}|{k.StatusAsWritten}|{k.Line}"));
    }

    [Fact]
    public void Of_a_key_result_that_stands_twice_the_first_counts()
    {
        var read = Table("|Key Result|Status|", "|-|-|", "|O1: Be good||", "|KR 1.1: a|Done|", "|KR1.1: b|Missed|");
        Assert.Equal("a", Assert.Single(read.Report.KeyResults).Text);
        Assert.Equal(["9: KR 1.1 stands twice, first in line 8: the first counts."], read.Warnings());
    }

    [Fact]
    public void What_cannot_be_read_is_listed_with_its_line()
    {
        var read = Table("|Key Result|Status|", "|-|-|", "|O1: Be good||", "|KR 1.1: a|so so|", "|KR 1.2: b||", "|KR 1.3|Done|", "|A remark in between||", "|KR 3.1: c|Done|");
        Assert.Equal(
            [
                "8: The status of KR 1.1 is kept as written but not understood: \"so so\".",
                "9: KR 1.2 has no status.",
                "10: KR 1.3 has no text and was not read.",
                "11: This row is neither an objective nor a key result: \"A remark in between\".",
                "12: KR 3.1 stands under objective 1; it was read as belonging to objective 3.",
                "12: KR 3.1 belongs to objective 3, which the report does not state.",
            ],
            read.Warnings());
        Assert.Equal(["so so Unknown", " Unknown", "Done Completed"], read.Report.KeyResults.Select(k => $"{k.StatusAsWritten} {k.Status}"));
    }

    [Fact]
    public void Prose_about_a_key_result_is_not_taken_for_one()
    {
        var read = Table("All are on track except for KR 1.1.", "", "KR 1.1 is behind because of the move.", "", "|Key Result|Status|", "|-|-|", "|O1: Be good||", "|KR 1.1: a|At risk|");
        Assert.Equal(("a", 12), read.Report.KeyResults.Select(k => (k.Text, k.Line)).Single());
    }

    [Fact]
    public void Formatting_links_and_escapes_leave_only_the_words()
    {
        var read = Table("|Key Result|Status|", "|-|-|", "|O1: Be *very* good||", @"|KR 1.1: a \| [b](https://example.com) `c` &amp; d<br>e  f|**On target**|");
        Assert.Equal("a | b c & d e  f", read.Report.KeyResults[0].Text);
        Assert.Equal("On target", read.Report.KeyResults[0].StatusAsWritten);
        Assert.Equal("Be very good", read.Report.Objectives[0].Title);
    }

    [Fact]
    public void A_report_without_objectives_gives_what_it_holds_and_says_what_it_lacks()
    {
        var read = Reading.Section("Up Next", "* Our next public meeting is on July 7th.");
        Assert.Equal(new LocalDate(2027, 7, 7), Assert.Single(read.Report.Events).Date);
        Assert.StartsWith("The report holds no: objectives, key results, ", Assert.Single(read.Findings).Message, StringComparison.Ordinal);
    }

    private static TacReportReading.Read Table(params string[] lines) => Reading.Section("Objectives & Key Results", string.Join('\n', lines));
}
