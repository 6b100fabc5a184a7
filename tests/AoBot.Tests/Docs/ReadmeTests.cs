using System.Text.RegularExpressions;
using AoBot.CommandLine;
using AoBot.Doctor;
using AoBot.Tests.Manifest;

namespace AoBot.Tests.Docs;

/// <summary>README says what the code does.</summary>
public sealed class ReadmeTests
{
    private static string Readme => Repository.Read("README.md");

    [Fact]
    public void It_names_every_setting_and_no_other()
    {
        var read = Regex.Matches(Repository.Read("src/AoBot/Settings.cs"), "\"(?<name>(Slack|Program|Database|ConnectionStrings|Clock|Updates|Outbox):[A-Za-z:]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(read);
        Assert.Equal(read, FirstCells("setting").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_marks_the_settings_that_serving_needs()
    {
        var needed = Regex.Matches(Repository.Read("src/AoBot/Settings.cs"), "Require\\([^,]+, \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Select(match => match.Groups["name"].Value);
        var marked = Rows("setting").Where(row => row.Contains("**needed**", StringComparison.Ordinal)).Select(FirstCell);

        Assert.NotEmpty(needed);
        Assert.Equal(needed.Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_says_what_each_scope_is_for_in_the_doctors_words() =>
        Assert.Equal(Scopes.Base.Select(scope => $"| `{scope.Key}` | {scope.Value} |"), Rows("scope"));

    [Fact]
    public void It_says_what_each_optional_scope_is_for() => Assert.Equal(ManifestFile.OptionalScopes, FirstCells("optional scope"));

    [Fact]
    public async Task It_names_every_verb()
    {
        using var output = new StringWriter();
        await AoBotCommandLine.Run(["--help"], output, output, (_, _) => throw new InvalidOperationException("The application was made."));
        var shown = Regex.Matches(output.ToString().Split("Commands:")[1], "^  (?<verb>[a-z]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture).Select(match => match.Groups["verb"].Value).ToList();
        var named = Rows("verb").Select(row => FirstCell(row).Split(' ')[0]).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(shown);
        Assert.Equal(shown.Append("health").Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_names_every_route()
    {
        var routes = (await BuiltProduct.Routes()).Where(route => !route.StartsWith("GET /slack/", StringComparison.Ordinal)).Select(route => route.Split(' ')[1]).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.Matches($"`((GET|POST) )?{Regex.Escape(route)}`", Readme));
    }

    [Fact]
    public void It_names_every_folder_of_src_and_tests()
    {
        var folders = new[] { "src", "tests" }.SelectMany(top => Repository.Files(top, "*.csproj")).Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/'));
        Assert.All(folders, folder => Assert.Contains($"| `{folder}` |", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_first_commands_are_the_ones_that_work()
    {
        Assert.Contains("dotnet run --project src/AoBot -- say \"/ao status\"", Readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test\n", Readme, StringComparison.Ordinal);
        Assert.Contains("--no-launch-profile", Readme, StringComparison.Ordinal);
    }

    private static string FirstCell(string row) => row.Split('`')[1];

    private static IReadOnlyList<string> FirstCells(string table) => [.. Rows(table).Select(FirstCell)];

    /// <summary>The rows of the table whose first heading is <paramref name="heading"/>.</summary>
    private static IReadOnlyList<string> Rows(string heading)
    {
        var lines = Readme.Split('\n');
        var start = Array.FindIndex(lines, line => line.StartsWith($"| {heading} |", StringComparison.Ordinal));
        Assert.True(start >= 0, $"README has no table of \"{heading}\".");
        return [.. lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|'))];
    }
}
