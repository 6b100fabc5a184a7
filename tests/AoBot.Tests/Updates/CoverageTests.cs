using AoBot.Updates;
using NodaTime;

namespace AoBot.Tests.Updates;

/// <summary>What an engagement owes, and where each month stands.</summary>
public sealed class CoverageTests
{
    private static readonly string[] Acme = ["acme,Acme,Acme,monthly,2024-04-01,,,,,"];

    [Theory]
    [InlineData("2024-04-30T23:00:00Z", CoverageState.NotYetAsked)]
    [InlineData("2024-05-01T03:59:00Z", CoverageState.NotYetAsked)] // still April in New York
    [InlineData("2024-05-01T04:00:00Z", CoverageState.Due)]
    [InlineData("2024-05-04T11:59:59Z", CoverageState.Due)] // May 5 is a Sunday: Friday the 3rd, anywhere on earth
    [InlineData("2024-05-04T12:00:00Z", CoverageState.NotIn)]
    public void A_month_is_due_when_it_is_over_and_not_in_when_the_due_day_has_ended_everywhere(string at, CoverageState state)
    {
        var cell = new Past().Lands("2024-04-02", "2024/Acme/README.md").As(at, Past.Roster(Acme)).Coverage[0];

        Assert.Equal((new YearMonth(2024, 4), state, new LocalDate(2024, 5, 3)), (cell.Month, cell.State, cell.DueDay));
    }

    [Theory]
    [InlineData("2024-05-04T11:59:59Z", "2024-05-04T11:59:59Z", true)]
    [InlineData("2024-05-04T12:00:00Z", "2024-05-04T12:00:00Z", false)]
    [InlineData("2024-06-20T00:00:00Z", "2024-05-03T08:00:00Z", true)] // written in time, merged late by the fund
    public void In_time_is_what_was_written_or_landed_by_the_end_of_the_due_day(string landed, string written, bool inTime)
    {
        var cell = new Past().Lands(landed, "2024/Acme/update-2024-04.md", written: written).As("2024-07-01", Past.Roster(Acme)).Coverage[0];

        Assert.Equal((CoverageState.Received, inTime), (cell.State, cell.InTime));
        Assert.Equal((Past.At(landed), Past.At(written), "commit0"), (cell.Landed, cell.Written, cell.Commit));
    }

    [Fact]
    public void The_day_on_which_a_merged_pull_request_was_opened_counts_as_well()
    {
        var past = new Past().Proposes(7, "2024-05-02", "2024/Acme/update-2024-04.md", merged: "2024-06-20").Lands("2024-06-20", "2024/Acme/update-2024-04.md");

        Assert.True(past.As("2024-07-01", Past.Roster(Acme)).Coverage[0].InTime);
    }

    [Theory]
    [InlineData("2024-04-01,", "2024-04 2024-05 2024-06")]
    [InlineData("2024-04-02,", "2024-05 2024-06")] // first its first whole month
    [InlineData("2024-03-31,2024-05-14", "2024-04")] // did not live on the 15th
    [InlineData("2024-03-31,2024-05-15", "2024-04 2024-05")]
    [InlineData("2024-05-20,2024-05-25", "")]
    public void A_month_is_owed_when_the_engagement_lived_on_its_15th(string span, string months) =>
        Assert.Equal(months, string.Join(' ', new Past().As("2024-06-10", Past.Roster($"acme,Acme,Acme,monthly,{span},,,,")).Coverage.Select(c => c.Month.ToString("uuuu-MM", null))));

    [Fact]
    public void Paused_and_skipped_months_are_not_asked_for_and_what_comes_all_the_same_is_received()
    {
        var roster = Past.Roster("acme,Acme,Acme,monthly,2024-01-01,,2024-02-15..2024-03-20,,,");
        var options = History.Options with { Skips = [new SkippedMonth("ACME", new YearMonth(2024, 4), "moved house"), new SkippedMonth("acme", new YearMonth(2024, 5), "ill")] };
        var past = new Past().Lands("2024-04-02", "2024/Acme/update-2024-03.md").Lands("2024-06-02", "2024/Acme/update-2024-05.md");

        var cells = past.As("2024-06-10", roster, options).Coverage;

        Assert.Equal(
            ["2024-01 NotIn ", "2024-02 Paused ", "2024-03 Received ", "2024-04 Skipped moved house", "2024-05 Received ", "2024-06 NotYetAsked "],
            cells.Select(c => $"{c.Month.ToString("uuuu-MM", null)} {c.State} {c.Reason}"));
    }

    [Fact]
    public void An_open_pull_request_is_in_review_and_one_that_was_closed_makes_the_month_due_again()
    {
        var past = new Past().Proposes(7, "2024-05-02", "2024/Acme/update-2024-04.md", closed: "2024-05-20");
        var roster = Past.Roster(Acme);

        Assert.Equal(CoverageState.Due, past.As("2024-05-01T12:00:00Z", roster).Coverage[0].State);
        var cell = past.As("2024-05-10", roster).Coverage[0];
        Assert.Equal((CoverageState.InReview, Past.At("2024-05-02"), 7, false, true, "head7"), (cell.State, cell.Since, cell.PullRequest, cell.Draft, cell.InTime, cell.Commit));
        Assert.Equal(CoverageState.NotIn, past.As("2024-05-21", roster).Coverage[0].State);
    }

    [Fact]
    public void A_draft_is_marked_and_gives_way_to_one_that_is_ready()
    {
        var roster = Past.Roster(Acme);
        var draft = new Past().Proposes(7, "2024-05-02", "2024/Acme/update-2024-04.md", draft: true);

        Assert.True(draft.As("2024-05-10", roster).Coverage[0].Draft);
        Assert.Equal(8, draft.Proposes(8, "2024-05-03", "2024/Acme/April.md").As("2024-05-10", roster).Coverage[0].PullRequest);
    }

    [Theory]
    [InlineData("2024/Acme/update-2024-03.md", 2000)] // is there already: a correction
    [InlineData("2024/Acme/update-2024-04.md", 12)] // a placeholder
    [InlineData("2024/Acme/README.md", 2000)]
    [InlineData("2024/Acme/chart-2024-04.png", 2000)]
    [InlineData("2024/Other/update-2024-04.md", 2000)]
    public void Not_every_pull_request_brings_a_month(string path, long size)
    {
        var past = new Past().Lands("2024-04-02", "2024/Acme/update-2024-03.md").Proposes(7, "2024-05-02", path, size: size);

        Assert.DoesNotContain(past.As("2024-05-10", Past.Roster("acme,Acme,Acme,monthly,2024-03-01,,,,,")).Coverage, c => c.State == CoverageState.InReview);
    }

    [Fact]
    public void A_pull_request_never_changes_how_the_tree_is_read()
    {
        var past = new Past().Lands("2024-04-02", "2024/Acme/update-2024-03.md").Lands("2024-05-02", "2024/Acme/update-2024-04.md");
        var before = past.As("2024-05-20", Past.Roster(Acme)).Files;

        past.Proposes(7, "2024-05-03", "2024/Acme/update-2024-05.md").Proposes(8, "2024-05-03", "2024/Acme/update-2024-06.md");

        Assert.Equal(before.Select(Flat), past.As("2024-05-20", Past.Roster(Acme)).Files.Select(Flat));

        static string Flat(LedgerFile file) => $"{file.Path} {string.Join(' ', file.Months)} {file.Sure} {file.Why}";
    }

    [Fact]
    public void A_deleted_update_is_owed_again_and_one_that_comes_back_was_there_from_its_first_day()
    {
        var past = new Past()
            .Lands("2024-05-02", "2024/Acme/update-2024-04.md", blob: "april")
            .Deletes("2024-05-10", "2024/Acme/update-2024-04.md")
            .Lands("2024-05-20", "2024/Acme/update-2024-04.md", blob: "april");
        var roster = Past.Roster(Acme);

        Assert.Equal(CoverageState.Received, past.As("2024-05-05", roster).Coverage[0].State);
        Assert.Equal(CoverageState.NotIn, past.As("2024-05-15", roster).Coverage[0].State);
        Assert.Equal((CoverageState.Received, true, Past.At("2024-05-02")), past.As("2024-05-25", roster).Coverage[0] is var c ? (c.State, c.InTime == true, c.Landed!.Value) : default);
    }

    [Fact]
    public void A_rename_a_second_file_and_a_copy_are_no_new_deliveries()
    {
        var past = new Past()
            .Lands("2024-05-02", "2024/Acme/April.md", blob: "april")
            .Renames("2024-06-20", "2024/Acme/April.md", "2024/Acme/update-2024-04.md", "april")
            .Lands("2024-06-21", "2024/Acme/update-2024-04-2.md")
            .Lands("2024-06-22", "2023/Acme/update-2024-04.md", blob: "april");

        var cell = past.As("2024-07-01", Past.Roster(Acme)).Coverage[0];

        Assert.Equal((Past.At("2024-05-02"), true, $"{Past.Root}/2024/Acme/update-2024-04.md"), (cell.Landed!.Value, cell.InTime!.Value, cell.Path));
        Assert.All(past.As("2024-07-01", Past.Roster(Acme)).Files, f => Assert.Equal((FileKind.Update, new YearMonth(2024, 4)), (f.Kind, f.Months.Single())));
    }

    [Fact]
    public void A_placeholder_is_nothing_until_it_is_filled()
    {
        var past = new Past().Lands("2024-04-01", "2024/Acme/update-2024-04.md", size: 20).Lands("2024-05-02", "2024/Acme/update-2024-04.md", size: 21);

        var empty = Assert.Single(past.As("2024-05-01T12:00:00Z", Past.Roster(Acme)).Files);
        Assert.Equal((FileKind.Placeholder, 0, null), (empty.Kind, empty.Months.Count, empty.Landed));
        var filled = Assert.Single(past.As("2024-05-03", Past.Roster(Acme)).Files);
        Assert.Equal((FileKind.Update, Past.At("2024-05-02")), (filled.Kind, filled.Landed!.Value));
    }

    [Fact]
    public void A_text_that_takes_the_place_of_another_has_its_day()
    {
        var past = new Past()
            .Lands("2024-05-02", "2024/Acme update April 2024")
            .Lands("2024-06-20", new FileChange($"{Past.Root}/2024/Acme update April 2024", null, null, 0, Past.At("2024-06-20")), new FileChange($"{Past.Root}/2024/Acme/update-2024-04.md", null, "tidied", 2100, Past.At("2024-06-19")));

        var reading = past.As("2024-07-01", Past.Roster(Acme));

        Assert.Equal(Past.At("2024-05-02"), Assert.Single(reading.Files).Landed);
        Assert.True(reading.Coverage[0].InTime);
    }

    [Fact]
    public void Two_spans_of_one_partner_share_a_folder_and_each_gets_its_months()
    {
        var roster = Past.Roster("acme,Acme,Acme,monthly,2024-01-01,2024-02-20,,,,", "acme-2,Acme (2),Acme,monthly,2024-04-01,,,,,");
        var past = new Past().Lands("2024-02-02", "2024/Acme/January.md").Lands("2024-03-02", "2024/Acme/February.md").Lands("2024-05-02", "2024/Acme/April.md");

        var reading = past.As("2024-05-10", roster);

        Assert.Equal(["acme 2024-01 Received", "acme 2024-02 Received", "acme-2 2024-04 Received", "acme-2 2024-05 NotYetAsked"], reading.Coverage.Select(c => $"{c.Partner} {c.Month.ToString("uuuu-MM", null)} {c.State}"));
        Assert.Equal(["acme-2", "acme", "acme"], reading.Files.Select(f => f.Partner));
    }

    [Fact]
    public void A_quarterly_partner_owes_a_quarter_when_it_is_over()
    {
        var past = new Past().Lands("2024-04-03", "2024/Acme/Q1 2024.md").Lands("2024-07-03", "2024/Acme/update-2024-06.md");
        var roster = Past.Roster("acme,Acme,Acme,quarterly,2024-01-01,,,,,");

        Assert.Equal(["2024-01 Received", "2024-02 Received", "2024-03 Received", "2024-04 NotYetAsked", "2024-05 NotYetAsked", "2024-06 NotYetAsked"], past.Coverage("2024-06-20", roster));
        Assert.Equal("2024-04 Due", past.Coverage("2024-07-02", roster).ElementAt(3));

        // Named after its last month, it is for the whole quarter.
        Assert.Equal(["2024-04 Received", "2024-05 Received", "2024-06 Received", "2024-07 NotYetAsked"], past.Coverage("2024-07-10", roster).Skip(3));
    }

    [Fact]
    public void A_rhythm_that_nobody_stated_is_learnt_and_shown_as_such()
    {
        var past = new Past().Lands("2024-03-02", "2024/Acme/january-february.md").Lands("2024-05-02", "2024/Acme/march-april.md");

        var reading = past.As("2024-06-20", Past.Roster("acme,Acme,Acme,,2024-01-01,,,,,"));

        Assert.Equal(new LedgerPartner("acme", "Acme", 2, Learnt: true), Assert.Single(reading.Partners));
        Assert.Equal([CoverageState.NotYetAsked, CoverageState.NotYetAsked], reading.Coverage.Skip(4).Select(c => c.State));
    }

    [Fact]
    public void Without_a_roster_the_folders_say_who_delivers_and_silence_says_who_has_ended()
    {
        var past = new Past()
            .Lands("2024-02-02", "2024/node.js/January.md").Lands("2025-02-02", "2025/NodeJS/January.md")
            .Lands("2024-02-02", "2024/Gone/January.md");

        var reading = past.As("2025-03-02", null);

        Assert.Equal(["Gone", "NodeJS"], reading.Partners.Select(p => p.Key));
        Assert.Equal(["2024-01"], reading.Coverage.Where(c => c.Partner == "Gone").Select(c => c.Month.ToString("uuuu-MM", null)));
        Assert.Equal(15, reading.Coverage.Count(c => c.Partner == "NodeJS"));
    }

    [Fact]
    public void A_new_years_folder_of_the_same_name_is_the_same_partners_and_a_strange_one_is_a_question()
    {
        var roster = Past.Roster("freebsd,FreeBSD Foundation,2024/FreeBSD,monthly,2024-01-01,,,,,");
        var past = new Past().Lands("2025-02-02", "2025/freebsd/update-2025-01.md").Lands("2025-02-03", "2025/FreeBSD Fundation/update-2025-01.md");

        var reading = past.As("2025-02-10", roster);

        Assert.Equal([null, "freebsd"], reading.Files.Select(f => f.Partner));
        var question = Assert.Single(reading.Questions);
        Assert.Equal(($"{Past.Root}/2025/FreeBSD Fundation", true, "freebsd"), (question.Path, question.IsFolder, question.Partner));
    }
}
