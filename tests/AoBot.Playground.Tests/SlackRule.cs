using System.Reflection;
using System.Text;
using AoBot.Playground.Api;
using AoBot.Playground.Tests.Api;

namespace AoBot.Playground.Tests;

/// <summary>The page of Slack's documentation that a rule of the stand-in comes from.</summary>
/// <param name="page">Below https://docs.slack.dev/.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SlackRuleAttribute(string page) : Attribute
{
    public string Page { get; } = page;
}

/// <summary>Keeps docs/slack-rules.md: each rule that the stand-in keeps, as its test says it, with the page it comes from.</summary>
public sealed class SlackRuleTests
{
    private static readonly MethodInfo[] Tests = [.. typeof(SlackRuleTests).Assembly.GetTypes()
        .Where(type => type.Namespace is "AoBot.Playground.Tests.Api" or "AoBot.Playground.Tests.Traffic")
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
        .OrderBy(method => method.DeclaringType!.Name, StringComparer.Ordinal).ThenBy(method => method.MetadataToken)];

    [Fact]
    public void Every_test_of_what_Slack_does_names_the_page_it_comes_from_and_stands_in_the_table()
    {
        Assert.True(Tests.Length > 40, "Nothing is looked for.");
        Assert.All(Tests, test => Assert.NotEmpty(test.GetCustomAttributes<SlackRuleAttribute>()));

        var file = Path.Combine(Root(), "docs", "slack-rules.md");
        var table = Table();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, table);
        }

        Assert.Equal(table, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_kind_of_fault_is_tested()
    {
        var tested = typeof(FaultTests).GetMethods().SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().Select(row => row.GetData(method).Single()[0])).ToHashSet();
        Assert.Equal(Enum.GetValues<FaultKind>().Length, Faults.KindNames.Count());
        Assert.Empty(Faults.KindNames.Except(tested.OfType<string>(), StringComparer.Ordinal));
    }

    private static string Table()
    {
        var text = new StringBuilder("# What the stand-in does as Slack does\n\nEach row is a test of tests/AoBot.Playground.Tests, under the page of docs.slack.dev it comes from. Written by `UPDATE_SNAPSHOTS=1 dotnet test tests/AoBot.Playground.Tests --filter SlackRule`.\n");
        foreach (var group in Tests.GroupBy(test => test.DeclaringType!))
        {
            text.Append($"\n## {group.Key.Name.Replace("Tests", "s", StringComparison.Ordinal)}\n| rule | page |\n|---|---|\n");
            foreach (var test in group)
            {
                var pages = test.GetCustomAttributes<SlackRuleAttribute>().Select(rule => $"[{rule.Page}](https://docs.slack.dev/{rule.Page})");
                text.Append($"| {test.Name.Replace('_', ' ')} | {string.Join("<br>", pages)} |\n");
            }

            if (group.Key == typeof(RefusalTests))
            {
                text.Append("\n### The words\n| method | word | page |\n|---|---|---|\n");
                foreach (var row in RefusalTests.Rules.DistinctBy(row => (row[0], row[2], row[4])))
                {
                    text.Append($"| `{row[0]}` | `{row[2]}` | [{row[4]}](https://docs.slack.dev/reference/{row[4]}) |\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AoBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The root of the repository is not above the tests.");
        }

        return folder;
    }
}
