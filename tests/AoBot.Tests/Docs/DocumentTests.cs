using System.Text.RegularExpressions;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Tests.Docs;

/// <summary>The documents name what is there.</summary>
public sealed class DocumentTests
{
    private static IReadOnlyList<string> Documents => ["README.md", .. Repository.Files("docs", "*.md")];

    [Fact]
    public void What_we_store_has_a_row_for_every_table_and_no_other()
    {
        using var db = new AoBotDbContext(new DbContextOptionsBuilder<AoBotDbContext>().UseSqlite("Data Source=:memory:").Options);
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Order(StringComparer.Ordinal).ToList();
        var rows = Regex.Matches(Repository.Read("docs/what-we-store.md"), "^\\| `(?<table>[A-Za-z]+)` \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture).Select(match => match.Groups["table"].Value);

        Assert.NotEmpty(tables);
        Assert.Equal(tables, rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_file_on_a_walk_is_there()
    {
        var files = Regex.Matches(Repository.Read("docs/walks.md"), "`(?<file>src/[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Select(match => match.Groups["file"].Value).ToList();

        Assert.True(files.Count > 12, "The walks name no files.");
        Assert.All(files, file => Assert.True(Repository.Holds(file), $"{file} is not there."));
    }

    [Fact]
    public void Every_link_within_the_repository_leads_somewhere() => Assert.All(Documents, document =>
    {
        var links = Regex.Matches(Repository.Read(document), @"\]\((?<link>[^)#:]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture).Select(match => match.Groups["link"].Value);
        Assert.All(links, link => Assert.True(Repository.Holds(Path.Combine(Path.GetDirectoryName(document)!, link)), $"{document} links to {link}, which is not there."));
    });

    [Fact]
    public void Every_decision_says_what_was_decided_and_what_was_rejected()
    {
        var decisions = Repository.Files("docs/adr", "*.md");
        Assert.Equal(Enumerable.Range(1, decisions.Count).Select(n => $"{n:0000}"), decisions.Select(file => Path.GetFileName(file)[..4]));
        Assert.All(decisions, file =>
        {
            var text = Repository.Read(file);
            Assert.StartsWith($"# {Path.GetFileName(file)[..4]}: ", text, StringComparison.Ordinal);
            Assert.Contains("**Decided:**", text, StringComparison.Ordinal);
            Assert.Contains("\n## Rejected\n", text, StringComparison.Ordinal);
            Assert.InRange(text.Split('\n').Length, 10, 60);
        });
    }

    [Fact]
    public void No_document_names_a_place_of_one_machine()
    {
        var place = new Regex("/(work|tmp|home|root)/", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        Assert.All(Documents, document => Assert.DoesNotMatch(place, Repository.Read(document)));
    }
}
