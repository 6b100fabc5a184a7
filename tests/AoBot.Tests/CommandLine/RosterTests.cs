using AoBot.CommandLine;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using Xunit.Abstractions;

namespace AoBot.Tests.CommandLine;

/// <summary><c>import roster.csv</c> and <c>export roster</c>.</summary>
public sealed class RosterTests(ITestOutputHelper output) : FrontDoorTest
{
    private const string Header = "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner,budget";
    private const string Anna = "anna.secret@example.org";
    private const string One = "rust,Rust Foundation,2024/Rust,monthly,2022-12-01,,,U0000ANNA;anna.secret@example.org,America/New_York,U0000STAF,\"1,000\"";
    private const string Two = "jenkins,Jenkins CSP,Jenkins,,2024-10-01,,,,,,";

    protected override void Prepare() => Workspace.Secrets.Add(Anna);

    [Fact]
    public async Task The_roster_of_three_years_comes_back_byte_for_byte_and_a_second_import_changes_nothing()
    {
        if (!SharedData.TryPath("data/roster-2022-2024.csv", output, out var path))
        {
            return;
        }

        var first = await Workspace.Run("import", path);
        var content = await Workspace.Content();
        var second = await Workspace.Run("import", path);

        Assert.Equal((AoBotCommandLine.Good, ""), (first.Code, first.Errors));
        Assert.EndsWith("The roster has 16 engagements: 16 added.", first.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("The roster has 16 engagements. Nothing changes.", second.Output.TrimEnd());
        Assert.Equal(content, await Workspace.Content());
        Assert.Equal(await File.ReadAllTextAsync(path), (await Workspace.Run("export", "roster")).Output);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Unknown_columns_their_order_and_the_line_ends_come_back(string lineEnd)
    {
        var csv = "\uFEFF" + string.Join(lineEnd, "Budget," + Header.Replace(",budget", ",note", StringComparison.Ordinal), "\"1,000\",rust,Rust Foundation,2024/Rust,monthly,,,,,,,\"a \"\"b\"\"\"", "");

        Assert.Equal(AoBotCommandLine.Good, (await Import(csv)).Code);

        Assert.Equal(csv, (await Workspace.Run("export", "roster")).Output);
    }

    [Fact]
    public async Task A_dry_run_says_row_by_row_what_would_change_and_changes_nothing()
    {
        await Import($"{Header}\n{One}\n{Two}\n");
        var content = await Workspace.Content();

        var ran = await Import($"{Header}\n{One.Replace("monthly", "quarterly", StringComparison.Ordinal).Replace(Anna, "other.secret@example.org", StringComparison.Ordinal)}\nnew,New One,,,,,,,,,\n", "--dry-run");

        Assert.Equal(
            """
            changed  rust: cadence monthly → quarterly; contacts U0000ANNA, an e-mail address → U0000ANNA, an e-mail address, another
            added    new: New One, span not stated, cadence not stated, no folder, no contact
            removed  jenkins: Jenkins CSP, from 2024-10-01, cadence not stated, 1 folder, no contact
            The roster would have 2 engagements: 1 added, 1 changed and 1 removed. Nothing was changed.
            """.ReplaceLineEndings(),
            ran.Output.TrimEnd());
        Assert.Equal(content, await Workspace.Content());
    }

    [Fact]
    public async Task Each_row_that_changes_is_one_row_of_the_audit_without_addresses()
    {
        await Import($"{Header}\n{One}\n{Two}\n");

        await Import($"{Header}\n{One.Replace(",,,U0000ANNA;" + Anna, ",2024-06-30,,U0000ANNA", StringComparison.Ordinal)}\n");

        Assert.Equal(
            [
                "operator roster.add rust: Rust Foundation, from 2022-12-01, monthly, 1 folder, 2 contacts",
                "operator roster.add jenkins: Jenkins CSP, from 2024-10-01, cadence not stated, 1 folder, no contact",
                "operator roster.end rust: end blank → 2024-06-30; contacts U0000ANNA, an e-mail address → U0000ANNA",
                "operator roster.remove jenkins: Jenkins CSP, from 2024-10-01, cadence not stated, 1 folder, no contact",
            ],
            await Audit());
    }

    [Fact]
    public async Task Only_the_order_of_rows_is_no_change_of_any_engagement_and_is_kept()
    {
        await Import($"{Header}\n{One}\n{Two}\n");

        var ran = await Import($"{Header}\n{Two}\n{One}\n");

        Assert.Equal("The roster has 2 engagements; none is different, only the look of the file.", ran.Output.TrimEnd());
        Assert.Equal($"{Header}\n{Two}\n{One}\n", (await Workspace.Run("export", "roster")).Output);
        Assert.Equal(2, (await Audit()).Count);
    }

    [Fact]
    public async Task A_file_with_problems_changes_nothing_and_names_each_with_its_line()
    {
        await Import($"{Header}\n{One}\n");
        var content = await Workspace.Content();

        var ran = await Import($"{Header}\n{One}\nx,X,,weekly,,,,,Mars,{Anna},\n");

        Assert.Equal((AoBotCommandLine.BadInput, ""), (ran.Code, ran.Output));
        var lines = ran.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.All(lines[..3], line => Assert.Contains("roster.csv:3: ", line, StringComparison.Ordinal));
        Assert.Equal("Nothing was changed.", lines[3].TrimEnd());
        Assert.DoesNotContain(Anna, ran.Errors, StringComparison.Ordinal);
        Assert.Equal(content, await Workspace.Content());
    }

    [Theory]
    [InlineData("key,name,folders\nrust,Rust,rust\n")]
    [InlineData("key;name;folders;cadence;start;end;paused;contacts;zone;staff_owner\n")]
    [InlineData("key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner\n\"rust")]
    public async Task A_roster_that_is_damaged_is_not_taken_for_a_report(string csv)
    {
        var ran = await Import(csv);

        Assert.Equal(AoBotCommandLine.BadInput, ran.Code);
        Assert.Contains("roster.csv:", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_roster_does_not_remove_everything_by_a_slip()
    {
        Assert.Equal(AoBotCommandLine.Good, (await Import($"{Header}\n")).Code);
        await Import($"{Header}\n{One}\n");

        var ran = await Import($"{Header}\n");

        Assert.Equal(AoBotCommandLine.BadInput, ran.Code);
        Assert.Contains("would remove all 1 engagements", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_says_its_days_itself()
    {
        var ran = await Import($"{Header}\n", "--as-of", "2024-06-01");

        Assert.Equal((AoBotCommandLine.WrongUsage, ""), (ran.Code, ran.Output));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var file = Path.Combine(Workspace.Folder, "roster.csv");
        await File.WriteAllBytesAsync(file, [.. System.Text.Encoding.UTF8.GetBytes($"{Header}\n"), 0xC3, 0x28]);

        var ran = await Workspace.Run("import", file);

        Assert.Equal(AoBotCommandLine.BadInput, ran.Code);
        Assert.Contains("not UTF-8", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_and_a_report_that_name_the_same_are_one_engagement()
    {
        var before = await Workspace.Scalar<long>("SELECT count(*) FROM Engagements");

        await Import($"{Header}\nhb,Homebrew build provenance,2024/Homebrew,,,,,,,,\nhb-2,Homebrew again,2025/homebrew,,,,,,,,\nfresh,<!channel> & *New*,2024/fresh,,,,,,,,\n");

        Assert.Equal(before + 1, await Workspace.Scalar<long>("SELECT count(*) FROM Engagements"));
        Assert.Contains("Homebrew", (await Bot.Command("/ao engagement hb")).Text, StringComparison.Ordinal);
        var added = await Bot.Command("/ao engagement fresh");
        Assert.Contains("<!channel> & *New*", added.Everything, StringComparison.Ordinal);
        Assert.Contains("<!channel> & *New*", (await Bot.Command("/ao engagement all")).Everything, StringComparison.Ordinal);

        await Import($"{Header}\nhb,Homebrew build provenance,2024/Homebrew,,,,,,,,\n");

        Assert.Equal(before, await Workspace.Scalar<long>("SELECT count(*) FROM Engagements"));
        Assert.Equal(1, await Workspace.Scalar<long>("SELECT count(*) FROM Roster"));
    }

    private async Task<CommandResult> Import(string csv, params string[] more)
    {
        var file = Path.Combine(Workspace.Folder, "roster.csv");
        await File.WriteAllTextAsync(file, csv);
        return await Workspace.Run(["import", file, .. more]);
    }

    private async Task<IReadOnlyList<string>> Audit()
    {
        await using var db = await Bot.Database();
        return [.. db.Audit.Where(a => a.Action.StartsWith("roster.")).OrderBy(a => a.Id).AsEnumerable().Select(a => $"{a.Actor} {a.Action} {a.Subject}: {a.Detail}")];
    }
}
