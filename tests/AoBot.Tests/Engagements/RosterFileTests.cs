using AoBot.Engagements;
using AoBot.Slack.Tests;
using NodaTime;
using Xunit.Abstractions;

namespace AoBot.Tests.Engagements;

/// <summary>The roster as a file.</summary>
public sealed class RosterFileTests(ITestOutputHelper output)
{
    private const string Header = "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner";

    [Fact]
    public void The_roster_of_three_years_reads_whole_and_writes_back_byte_for_byte()
    {
        if (!SharedData.TryPath("data/roster-2022-2024.csv", output, out var path))
        {
            return;
        }

        var file = File.ReadAllText(path);
        var roster = Read(file);

        Assert.Equal(16, roster.Rows.Count);
        var node = roster.Rows.Single(r => r.Key == "openjs-node-2");
        Assert.Equal([new RosterFolder(2022, "node.js"), new RosterFolder(2023, "node.js"), new RosterFolder(2024, "nodejs")], node.Folders);
        Assert.Equal((Cadence.Monthly, new LocalDate(2024, 4, 1), new LocalDate(2024, 11, 28)), (node.Cadence, node.Start, node.End));
        Assert.Equal(("UOPENJSNODE", "America/New_York", null), (Assert.Single(node.Contacts), node.Zone, node.StaffOwner));
        Assert.Equal(file, RosterFile.Write(roster));
    }

    [Fact]
    public void Columns_stand_in_any_order_and_case_and_unknown_ones_stay_where_they_are()
    {
        const string Csv = "NAME,Budget,Key,folders,cadence,start,end,paused,contacts,zone,staff_owner,Colour\r\nRust,\"1,000\",rust,rust,,,,,,,,\" red\"\r\n";

        var roster = Read("\uFEFF" + Csv);

        Assert.Equal(["Budget", "Colour"], roster.ExtraColumns);
        Assert.Equal("1,000", roster.Rows[0].Extra["budget"]);
        Assert.Equal("\uFEFF" + Csv.Replace("\" red\"", " red", StringComparison.Ordinal), RosterFile.Write(roster));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Any_line_end_will_do_and_a_quoted_one_belongs_to_its_cell(string lineEnd)
    {
        var roster = Read(string.Join(lineEnd, $"{Header},note", "a,A,,,,,,,,,\"first \"\"line\"\"" + lineEnd + "second\"", "", "b,B,,,,,,,,,"));

        Assert.Equal($"first \"line\"{lineEnd}second", roster.Rows[0].Note);
        Assert.Equal("b", roster.Rows[1].Key);
        Assert.Equal(lineEnd == "\n" ? "\n" : "\r\n", roster.LineEnd);
    }

    [Theory]
    [InlineData("2024-03-01..2024-04-30;2024-06-01..", "2024-03-01..2024-04-30;2024-06-01..")]
    [InlineData("2024-03", "2024-03-01..2024-03-31")]
    [InlineData("2024-02..2024-03 ; 2024-12-24", "2024-02-01..2024-03-31;2024-12-24..2024-12-24")]
    public void A_pause_is_a_span_a_month_or_a_day_and_may_be_open(string written, string read) =>
        Assert.Contains($",{read},", RosterFile.Write(Read($"{Header}\na,A,,,,,{written},,,")), StringComparison.Ordinal);

    [Fact]
    public void A_month_starts_on_its_first_day_and_ends_on_its_last()
    {
        var row = Read($"{Header}\na,A,,,2024-02,2024-02,,,,").Rows[0];

        Assert.Equal((new LocalDate(2024, 2, 1), new LocalDate(2024, 2, 29)), (row.Start, row.End));
        Assert.Equal((false, true, true, false), (row.LivesOn(new(2024, 1, 31)), row.LivesOn(new(2024, 2, 1)), row.LivesOn(new(2024, 2, 29)), row.LivesOn(new(2024, 3, 1))));
    }

    [Theory]
    [InlineData("a,A,,bi-monthly,,,,,,", "cadence \"bi-monthly\" is unknown. Write monthly, two-monthly or quarterly, or leave it blank.")]
    [InlineData("a,A,,,2024-05-01,2024-04-30,,,,", "end 2024-04-30 is before start 2024-05-01. Put them right.")]
    [InlineData("a,A,,,05/01/2024,,,,,", "start \"05/01/2024\" is no day. Write it as 2024-07-01, or 2024-07 for the month, or leave it blank.")]
    [InlineData("a,A,,,,2024-02-30,,,,", "end \"2024-02-30\" is no day.")]
    [InlineData("a,A,,,,,2024-05-01..2024-04-01,,,", "paused \"2024-05-01..2024-04-01\" is no pause.")]
    [InlineData("a,A,,,,,,anna,,", "contacts: entry 1 is neither a Slack id")]
    [InlineData("a,A,,,,,,U0123;u0123@,,", "contacts: entry 2 is neither a Slack id")]
    [InlineData("a,A,,,,,,U0123;U0123,,", "contacts names somebody twice.")]
    [InlineData("a,A,,,,,,,EST5EDTX,", "zone \"EST5EDTX\" is no time zone.")]
    [InlineData("a,A,,,,,,,,anna", "staff_owner is no Slack id.")]
    [InlineData("a,A,,,,,,,,anna@example.org", "staff_owner holds an e-mail address. Those belong into contacts and nowhere else.")]
    [InlineData(",A,,,,,,,,", "key is blank.")]
    [InlineData("a,?!,,,,,,,,", "name has neither a letter nor a digit.")]
    [InlineData("a,A,2024/rust;/,,,,,,,", "folders has a part that is no folder.")]
    [InlineData("a,A,,,,,,", "The row has 8 cells and the header 10.")]
    [InlineData("a,A,,,,,,,,,more", "The row has 11 cells and the header 10.")]
    [InlineData("a,\"A,,,,,,,,", "A quote that opens here is never closed")]
    [InlineData("a,\"A\"B,,,,,,,,", "A quote that opens here is never closed")]
    public void A_bad_row_is_refused_with_its_line_and_the_cure(string row, string problem)
    {
        var reading = RosterFile.Read($"{Header}\nz,Z,,,,,,,,\n\n{row}\n");

        Assert.Null(reading.Roster);
        var only = Assert.Single(reading.Problems);
        Assert.Equal(4, only.Line);
        Assert.StartsWith(problem, only.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("@", only.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("folders")]
    [InlineData("paused")]
    [InlineData("links")]
    [InlineData("note")]
    [InlineData("contacts")]
    [InlineData("name")]
    public void A_cell_that_would_not_fit_into_a_window_is_refused(string column)
    {
        string[] columns = [.. Header.Split(','), "links", "note"];
        var cells = columns.Select(c => c != column ? c is "key" or "name" ? "a" : "" : c switch
        {
            "paused" => string.Join(';', Enumerable.Range(0, 300).Select(i => "2024-03")),
            "contacts" => string.Join(';', Enumerable.Range(0, 21).Select(i => $"U00{i}")),
            "links" => $"https://example.org/{new string('x', 3000)}",
            "folders" => string.Join(';', Enumerable.Range(0, 1000).Select(i => $"f{i}")),
            _ => new string('x', 3001),
        });

        Assert.StartsWith(column, Assert.Single(RosterFile.Read($"{string.Join(',', columns)}\n{string.Join(',', cells)}\n").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_said_at_once()
    {
        var reading = RosterFile.Read($"{Header}\na,A,,weekly,,,,,Mars,\nA,B,,,,,,,,\n");

        Assert.Equal([2, 2, 3], reading.Problems.Select(p => p.Line));
        Assert.StartsWith("key A is there already.", reading.Problems[2].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023/rust,2024-01-01,2024-06-30", "2023/Rust,2024-06-30,", false)]
    [InlineData("2023/rust,2024-01-01,2024-06-30", "2023/Rust,2024-07-01,", true)]
    [InlineData("2023/rust,,2024-06-30", "2024/rust,,", true)]
    [InlineData("rust,,", "2024/rust,2030-01-01,", false)]
    [InlineData("rust,2024-01-01,2024-06-30", "rust,,2023-12-31", true)]
    public void The_same_folder_may_stand_in_rows_whose_spans_do_not_overlap(string one, string other, bool isGood)
    {
        string Row(string key, string parts) => parts.Split(',') is [var folder, var start, var end] ? $"{key},{key},{folder},,{start},{end},,,," : throw new ArgumentException(parts, nameof(parts));

        var reading = RosterFile.Read($"{Header}\n{Row("a", one)}\n{Row("b", other)}\n");

        Assert.Equal(isGood, reading.Roster is not null);
        Assert.All(reading.Problems, p => Assert.Contains("belongs to a too", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_column_is_named_and_a_misspelt_one_offered()
    {
        var reading = RosterFile.Read("key,name,folders,cadance,start,end,paused,zone,staff_owner\na,A,,,,,,,\n");

        Assert.Null(reading.Roster);
        Assert.Equal(["The column cadence is missing. Is \"cadance\" meant? Then rename it.", "The column contacts is missing. Add it; its cells may be blank."], reading.Problems.Select(p => p.Message));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("key;name;folders;cadence\n", 1)]
    [InlineData("key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner,KEY\n", 1)]
    [InlineData("\n\nkey,name\n", 3)]
    public void A_header_that_is_none_is_refused(string csv, int line)
    {
        var reading = RosterFile.Read(csv);

        Assert.Null(reading.Roster);
        Assert.All(reading.Problems, p => Assert.Equal(line, p.Line));
        Assert.NotEmpty(reading.Problems);
    }

    private static Roster Read(string csv)
    {
        var reading = RosterFile.Read(csv);
        Assert.Empty(reading.Problems);
        return reading.Roster!;
    }
}
