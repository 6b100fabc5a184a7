using AoBot.CommandLine;
using AoBot.Tests.Host;

namespace AoBot.Tests.CommandLine;

/// <summary>Exit codes and words of the command line.</summary>
public sealed class UsageTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.Create();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Theory]
    [InlineData("serve")]
    [InlineData("sya", "/ao status")]
    [InlineData("--colour")]
    [InlineData("say")]
    [InlineData("import")]
    [InlineData("import", "a.md", "b.md")]
    [InlineData("import", "a.md", "--as-of")]
    [InlineData("import", "a.md", "--as-of", "yesterday")]
    [InlineData("import", "a.md", "--as-of", "2024-02-30")]
    [InlineData("import", "a.md", "--dryrun")]
    [InlineData("export")]
    [InlineData("export", "rooster")]
    [InlineData("export", "roster", "now")]
    [InlineData("export", "roster", "--propose")]
    [InlineData("export", "roster", "--git", "x")]
    [InlineData("export", "--backup")]
    [InlineData("manifest")]
    [InlineData("manifest", "--url")]
    [InlineData("manifest", "--url", "aobot.example.org")]
    [InlineData("manifest", "--url", "http://aobot.example.org")]
    [InlineData("manifest", "--url", "https://aobot.example.org/?x=1")]
    [InlineData("manifest", "--url", "https://user@aobot.example.org")]
    [InlineData("doctor", "now")]
    [InlineData("forget")]
    [InlineData("forget", "Anna Fictional")]
    [InlineData("forget", "@anna")]
    [InlineData("forget", "U0000ANNA", "U0000BERT")]
    public async Task Wrong_usage_is_two_with_a_word_and_nothing_on_the_output(params string[] arguments)
    {
        var ran = await _workspace.Run(arguments);

        Assert.Equal((AoBotCommandLine.WrongUsage, ""), (ran.Code, ran.Output));
        Assert.NotEmpty(ran.Errors);
        Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("say", "--help")]
    [InlineData("import", "--help")]
    [InlineData("ledger", "--help")]
    public async Task Help_is_given_and_is_good(params string[] arguments)
    {
        var ran = await _workspace.Run(arguments);

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        Assert.Contains("Usage", ran.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("say", "/ao status")]
    [InlineData("export", "--backup", "copy.db")]
    public async Task A_damaged_database_is_said_to_be_damaged(params string[] arguments)
    {
        var bytes = await File.ReadAllBytesAsync(_workspace.DatabaseFile);
        Array.Fill<byte>(bytes, 0xAA, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(_workspace.DatabaseFile, bytes);

        var ran = await _workspace.Run(arguments);

        Assert.Equal(AoBotCommandLine.BadInput, ran.Code);
        Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_is_for_the_host_that_was_named()
    {
        foreach (var url in new[] { "https://bot.fund.example", "https://bot.fund.example/", "https://bot.fund.example:8443/aobot/" })
        {
            var ran = await _workspace.Run("manifest", "--url", url);

            Assert.Equal(AoBotCommandLine.Good, ran.Code);
            var manifest = System.Text.Json.JsonDocument.Parse(ran.Output).RootElement;
            Assert.Equal(url.TrimEnd('/') + "/slack/command", manifest.GetProperty("features").GetProperty("slash_commands")[0].GetProperty("url").GetString());
            Assert.DoesNotContain(ManifestVerb.Placeholder, ran.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(new[] { "say", "/ao status", "--as", "U1" }, new[] { "say", "/ao status", "--as", "U1" }, new string[0])]
    [InlineData(new[] { "--urls", "http://x", "say", "a" }, new[] { "say", "a" }, new[] { "--urls", "http://x" })]
    [InlineData(new[] { "--Program:TimeZone=UTC", "--urls=http://x" }, new string[0], new[] { "--Program:TimeZone=UTC", "--urls=http://x" })]
    [InlineData(new[] { "import", "a.md", "--Program:TimeZone", "UTC", "--dry-run" }, new[] { "import", "a.md", "--dry-run" }, new[] { "--Program:TimeZone", "UTC" })]
    public void The_hosts_arguments_are_told_from_the_verbs(string[] arguments, string[] own, string[] forHost) =>
        Assert.Equal((own, forHost), HostArguments.Split(arguments), new PairComparer());

    private sealed class PairComparer : IEqualityComparer<(string[] Own, string[] ForHost)>
    {
        public bool Equals((string[] Own, string[] ForHost) x, (string[] Own, string[] ForHost) y) => x.Own.SequenceEqual(y.Own) && x.ForHost.SequenceEqual(y.ForHost);

        public int GetHashCode((string[] Own, string[] ForHost) pair) => pair.Own.Length;
    }
}
