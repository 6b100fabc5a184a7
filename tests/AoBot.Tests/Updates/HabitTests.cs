using AoBot.Updates;
using NodaTime;

namespace AoBot.Tests.Updates;

/// <summary>Names that do not mean what they say: the month of publication, last year's number, a day of writing.</summary>
public sealed class HabitTests
{
    [Fact]
    public void A_single_file_that_landed_long_before_its_month_was_over_speaks_of_the_month_before_and_is_asked_about()
    {
        var past = new Past().Lands("2024-03-06", "2024/Acme/update-2024-03.md");

        Assert.Equal("2024-02?", past.Months("2024-03-20", "2024/Acme/update-2024-03.md"));
        var question = Assert.Single(past.As("2024-03-20").Questions);
        Assert.Equal([new YearMonth(2024, 2)], question.Months);
        Assert.Contains("March 6, 2024", question.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-03-19", "2024-03")]
    [InlineData("2024-03-31", "2024-03")]
    [InlineData("2024-05-20", "2024-03")]
    public void A_file_that_landed_late_in_its_month_or_after_speaks_of_it(string landed, string months) =>
        Assert.StartsWith(months, new Past().Lands(landed, "2024/Acme/update-2024-03.md").Months("2024-06-01", "2024/Acme/update-2024-03.md"), StringComparison.Ordinal);

    [Fact]
    public void A_habit_makes_sure_and_holds_for_a_file_that_landed_late()
    {
        var past = Publisher(2, 7).Lands("2024-08-28", "2024/Acme/update-2024-08.md", written: "2024-08-02");

        for (var month = 2; month <= 8; month++)
        {
            Assert.Equal($"2024-{month - 1:00}", past.Months("2024-09-10", $"2024/Acme/update-2024-{month:00}.md"));
        }

        Assert.Empty(past.As("2024-09-10").Questions);
    }

    [Fact]
    public void A_partner_may_change_the_habit_with_a_new_year()
    {
        // One January speaks of December, the other one of January.
        var past = Publisher(2, 12)
            .Lands("2025-01-25", "2024/Acme/update-2025-01.md", written: "2024-12-30")
            .Lands("2025-02-02", "2025/Acme/update-2025-01.md", written: "2025-01-30")
            .Lands("2025-03-02", "2025/Acme/update-2025-02.md")
            .Lands("2025-04-02", "2025/Acme/update-2025-03.md");

        Assert.Equal("2024-12", past.Months("2025-05-01", "2024/Acme/update-2025-01.md"));
        Assert.Equal("2025-01", past.Months("2025-05-01", "2025/Acme/update-2025-01.md"));
        Assert.Equal("2025-02", past.Months("2025-05-01", "2025/Acme/update-2025-02.md"));
        Assert.Equal("2024-11", past.Months("2025-05-01", "2024/Acme/update-2024-12.md"));
    }

    [Fact]
    public void One_early_file_among_regular_ones_does_not_take_the_month_that_another_one_has()
    {
        var past = new Past();
        foreach (var month in new[] { 1, 2, 3, 5, 6 })
        {
            past.Lands($"2024-{month + 1:00}-02", $"2024/Acme/update-2024-{month:00}.md");
        }

        past.Lands("2024-04-12", "2024/Acme/update-2024-04.md");

        Assert.StartsWith("2024-04", past.Months("2024-08-01", "2024/Acme/update-2024-04.md"), StringComparison.Ordinal);
        Assert.Equal("2024-03", past.Months("2024-08-01", "2024/Acme/update-2024-03.md"));
    }

    [Fact]
    public void A_stub_that_was_filled_at_the_end_of_the_month_is_no_early_update()
    {
        var past = new Past().Lands("2024-02-02", "2024/Acme/update-2024-01.md").Lands("2024-02-03", "2024/Acme/update-2024-02.md", size: 200).Lands("2024-03-02", "2024/Acme/update-2024-02.md", size: 3000, written: "2024-03-01");

        Assert.StartsWith("2024-02", past.Months("2024-04-01", "2024/Acme/update-2024-02.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025/Acme/update-2024-01.md", "2025-02-03", "2025-01?")] // last year's number in January
    [InlineData("2024/Acme/January.md", "2025-02-03", "2025-01?")] // last year's folder
    [InlineData("2024/Acme/update-2025-01.md", "2025-02-03", "2025-01")] // last year's folder, and the name says so
    [InlineData("2024/Acme/December.md", "2025-01-20", "2024-12")]
    [InlineData("2024/Acme/update-2024-05.md", "2024-12-28", "2024-05")] // very late, and nothing fits better
    [InlineData("2025/Acme/december-january.md", "2025-02-03", "2024-12 2025-01")]
    [InlineData("2024/Acme/update-2024-december-january.md", "2025-02-03", "2024-12 2025-01?")]
    public void The_year_is_the_names_then_the_folders_unless_it_cannot_be(string path, string landed, string months) =>
        Assert.Equal(months, new Past().Lands(landed, path).Months("2025-03-01", path));

    [Fact]
    public void Whoever_brings_a_whole_year_at_once_means_the_year_that_the_names_say()
    {
        var past = new Past().Lands("2025-02-03", [.. Enumerable.Range(1, 6).Select(m => new FileChange($"{Past.Root}/2024/Acme/update-2024-{m:00}.md", null, $"b{m}", 2000, Past.At("2025-02-02")))]);

        Assert.Equal("2024-01", past.Months("2025-03-01", "2024/Acme/update-2024-01.md"));
    }

    [Theory]
    [InlineData("update-2024-05-31.md", "2024-06-03", "2024-05?")]
    [InlineData("2024-06-04.md", "2024-06-04", "2024-05?")]
    [InlineData("update-2024-10-11.md", "2024-12-03", "2024-10 2024-11?")] // two months, it turns out: nobody waits that long
    public void A_full_date_is_guessed_by_its_day_and_asked_about(string name, string landed, string months) =>
        Assert.Equal(months, new Past().Lands(landed, $"2024/Acme/{name}").Months("2024-12-20", $"2024/Acme/{name}"));

    [Theory]
    [InlineData("status.md", FileKind.Update, "2024-04")]
    [InlineData("final-report.pdf", FileKind.Update, "2024-04")]
    [InlineData("security-support-role.md", FileKind.Other, "")]
    [InlineData("update-template.md", FileKind.Other, "")]
    [InlineData("threat-model.pdf", FileKind.Attachment, "")]
    [InlineData("chart-2024-04.png", FileKind.Attachment, "")]
    [InlineData("README-old.md", FileKind.Readme, "")]
    [InlineData("2025.pdf", FileKind.Update, "")]
    [InlineData(".gitkeep", FileKind.Other, "")]
    public void A_file_without_a_month_is_what_its_name_says_it_is(string name, FileKind kind, string months)
    {
        var file = Assert.Single(new Past().Lands("2024-05-03", $"2024/Acme/{name}").As("2024-05-10").Files);

        Assert.Equal((kind, months), (file.Kind, string.Join(' ', file.Months.Select(m => m.ToString("uuuu-MM", null)))));
        Assert.Equal(kind != FileKind.Update, file.Sure);
    }

    [Fact]
    public void Headings_say_the_month_where_the_name_does_not_and_are_not_believed_against_it()
    {
        var past = new Past()
            .Lands("2024-05-03", "2024/Acme/report.md", text: "# Acme: April 2024\n\nA good deal of work was done on everything that matters.\n")
            .Lands("2024-06-03", "2024/Acme/update-2024-05.md", text: "# Update 2024-04\n\nA good deal of work was done on everything that matters.\n");

        Assert.Equal("2024-04", past.Months("2024-07-01", "2024/Acme/report.md"));
        Assert.Equal("2024-05", past.Months("2024-07-01", "2024/Acme/update-2024-05.md"));
    }

    [Theory]
    [InlineData("# Update January-February 2024", "2024-01 2024-02")] // names what the name names, and more
    [InlineData("# Q1 2024", "2024-02")] // March was not over
    [InlineData("# Acme: January 2024", "2024-02")] // differs: the name is right
    [InlineData("This update also contains updates from December.", "2023-12 2024-02")]
    [InlineData("This update also contains updates from June.", "2024-02")]
    public void A_text_may_add_months_to_those_of_its_name(string begins, string months)
    {
        var past = new Past().Lands("2024-03-02", "2024/Acme/update-2024-02.md", text: begins + "\n\nA good deal of work was done on everything that matters.\n");

        Assert.Equal(months, past.Months("2024-04-01", "2024/Acme/update-2024-02.md"));
    }

    [Fact]
    public void A_heading_does_not_take_a_month_that_another_file_has()
    {
        var past = new Past()
            .Lands("2024-02-02", "2024/Acme/update-2024-01.md")
            .Lands("2024-03-02", "2024/Acme/update-2024-02.md", text: "# January and February 2024\n\nA good deal of work was done on everything.\n");

        Assert.Equal("2024-02", past.Months("2024-04-01", "2024/Acme/update-2024-02.md"));
    }

    [Theory]
    [InlineData("2024/Acme/update-3.md", "2024-09-02", "2024-08?")] // the third one
    [InlineData("2024/Acme/update-3.md", "2024-04-02", "2024-03?")]
    [InlineData("2024/Acme/python-3-update.md", "2024-09-02", "2024-08?")]
    [InlineData("2024/Acme/03.md", "2024-04-02", "2024-03")]
    public void A_bare_number_is_a_month_only_when_it_was_written_about_then(string path, string landed, string months) =>
        Assert.Equal(months, new Past().Lands(landed, path).Months("2024-10-01", path));

    [Fact]
    public void A_readme_in_the_folder_of_a_month_is_its_update_unless_one_lies_beside_it()
    {
        var past = new Past().Lands("2024-04-02", "2024/Acme/2024-03/README.md").Lands("2024-05-02", "2024/Acme/2024-04/README.md").Lands("2024-05-02", "2024/Acme/2024-04/update.md");

        Assert.Equal(["2024-03 Update", " Readme", "2024-04 Update"], past.As("2024-05-10").Files.Select(f => $"{(f.Months.Count > 0 ? f.Months[0].ToString("uuuu-MM", null) : "")} {f.Kind}"));
    }

    [Fact]
    public void A_readme_named_after_a_month_is_an_update_only_when_its_headings_are_dated()
    {
        var past = new Past()
            .Lands("2024-04-02", "2024/Acme/README-2024-03.md")
            .Lands("2024-05-02", "2024/Acme/README-2024-04.md", text: "# Update 2024-04\n\nA good deal of work was done on everything that matters.\n");

        Assert.Equal([(FileKind.Readme, 0), (FileKind.Update, 1)], past.As("2024-05-10").Files.Select(f => (f.Kind, f.Months.Count)));
        Assert.Equal(2, past.As("2024-05-10").Questions.Count);
    }

    [Fact]
    public void A_file_to_which_each_month_is_added_goes_on_growing_after_staff_answered()
    {
        const string Prose = "\n\nA good deal of work was done on everything that matters.\n";
        var past = new Past()
            .Lands("2024-05-02", "2024/Acme/news.md", size: 500, text: "## April" + Prose)
            .Lands("2024-06-02", "2024/Acme/news.md", size: 900, text: "## May" + Prose + "## April" + Prose);

        Assert.Equal("2024-04 2024-05", past.Months("2024-06-10", "2024/Acme/news.md"));
        Assert.Equal("2024-04 2024-05", past.Months("2024-06-10", "2024/Acme/news.md", options: Answers(new LedgerAnswer($"{Past.Root}/2024/Acme/news.md", true, [new YearMonth(2024, 4)]))));
    }

    [Fact]
    public void A_readme_with_dated_headings_is_an_update_and_each_month_has_its_own_day()
    {
        const string April = "# Update 2024-04\n\nA good deal of work was done on everything that matters.\n";
        const string May = "# Update 2024-05\n\nMore work was done on everything else that matters, too.\n";
        var past = new Past().Lands("2024-05-02", "2024/Acme/README.md", size: 500, text: April).Lands("2024-06-20", "2024/Acme/README.md", size: 900, text: April + May);

        var cells = past.As("2024-07-01", Past.Roster("acme,Acme,Acme,monthly,2024-04-01,,,,,")).Coverage;

        Assert.Equal([(Past.At("2024-05-02"), true), (Past.At("2024-06-20"), false)], cells.Take(2).Select(c => (c.Landed!.Value, c.InTime!.Value)));
    }

    [Fact]
    public void The_same_text_under_another_months_name_is_no_delivery()
    {
        var past = new Past().Lands("2024-05-02", "2024/Acme/update-2024-04.md", blob: "april").Lands("2024-06-02", "2024/Acme/update-2024-05.md", blob: "april");

        Assert.Equal("2024-04?", past.Months("2024-06-10", "2024/Acme/update-2024-05.md"));
        Assert.Equal(CoverageState.NotIn, past.As("2024-06-10", Past.Roster("acme,Acme,Acme,monthly,2024-04-01,,,,,")).Coverage[1].State);
    }

    [Fact]
    public void What_staff_answered_holds_for_the_file_also_after_a_rename()
    {
        var past = new Past().Lands("2024-05-02", "2024/Acme/status.md", blob: "b").Renames("2024-05-03", "2024/Acme/status.md", "2024/Acme/news.md", "b");
        var answers = Answers(new LedgerAnswer($"{Past.Root}/2024/Acme/status.md", true, [new YearMonth(2024, 2)]));

        Assert.Equal("2024-02", past.Months("2024-05-10", "2024/Acme/news.md", options: answers));
        Assert.Empty(past.As("2024-05-10", options: answers).Questions);
    }

    [Fact]
    public void What_staff_answered_is_the_partners_habit_for_older_and_later_files()
    {
        var past = new Past();
        foreach (var month in new[] { 2, 3, 4, 5 })
        {
            // Neither early nor late: the dates alone do not tell.
            past.Lands($"2024-{month:00}-18", $"2024/Acme/update-2024-{month:00}.md");
        }

        var answers = Answers(new LedgerAnswer($"{Past.Root}/2024/Acme/update-2024-04.md", true, [new YearMonth(2024, 3)]));

        Assert.Equal("2024-02", past.Months("2024-06-10", "2024/Acme/update-2024-02.md")[..7]);
        Assert.Equal(["2024-01", "2024-02", "2024-03", "2024-04"], new[] { 2, 3, 4, 5 }.Select(m => past.Months("2024-06-10", $"2024/Acme/update-2024-{m:00}.md", options: answers)));
    }

    [Fact]
    public void Dates_are_read_as_staff_read_one_of_them()
    {
        var past = new Past().Lands("2024-04-20", "2024/Acme/2024-04-20.md").Lands("2024-05-21", "2024/Acme/2024-05-21.md");
        var answers = Answers(new LedgerAnswer($"{Past.Root}/2024/Acme/2024-04-20.md", true, [new YearMonth(2024, 3)]));

        Assert.Equal("2024-05?", past.Months("2024-06-10", "2024/Acme/2024-05-21.md"));
        Assert.Equal("2024-04", past.Months("2024-06-10", "2024/Acme/2024-05-21.md", options: answers));
    }

    [Fact]
    public void What_is_no_update_is_none_under_the_same_words_either_but_plain_names_stay_updates()
    {
        var past = new Past().Lands("2024-04-20", "2024/Acme/audit call march 2024.md").Lands("2024-05-21", "2024/Acme/audit call april 2024.md").Lands("2024-05-22", "2024/Acme/update-2024-04.md");
        var answers = Answers(new LedgerAnswer($"{Past.Root}/2024/Acme/audit call march 2024.md", false, []));

        Assert.Equal([FileKind.Other, FileKind.Other, FileKind.Update], past.As("2024-06-10", options: answers).Files.Select(f => f.Kind));
    }

    [Fact]
    public void Nothing_is_asked_about_files_older_than_a_year()
    {
        var past = new Past().Lands("2023-05-03", "2023/Acme/status.md").Lands("2024-05-03", "2024/Acme/status.md");

        Assert.Equal([$"{Past.Root}/2024/Acme/status.md"], past.As("2024-06-01").Questions.Select(q => q.Path));
    }

    private static LedgerOptions Answers(params LedgerAnswer[] answers) => History.Options with { Answers = answers };

    /// <summary>Who names files after the month of publication.</summary>
    private static Past Publisher(int first, int last)
    {
        var past = new Past();
        for (var month = first; month <= last; month++)
        {
            past.Lands($"2024-{month:00}-03", $"2024/Acme/update-2024-{month:00}.md");
        }

        return past;
    }
}
