using AoBot.CommandLine;
using AoBot.Tests.Host;

namespace AoBot.Tests.CommandLine;

/// <summary><c>say</c>: the same answer in a terminal.</summary>
public sealed class SayTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.Create();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Theory]
    [InlineData("status")]
    [InlineData("kr")]
    [InlineData("kr 2.1")]
    [InlineData("engagement")]
    [InlineData("engagement homebrew")]
    [InlineData("next")]
    [InlineData("about")]
    [InlineData("help")]
    [InlineData("staus")]
    public async Task It_says_every_word_that_the_answer_in_Slack_shows(string typed)
    {
        var said = await _workspace.Run("say", $"/ao {typed}");

        Assert.Equal((AoBotCommandLine.Good, ""), (said.Code, said.Errors));
        var shown = (await (await _workspace.Start()).Command($"/ao {typed}")).Blocks
            .Where(block => block.GetProperty("type").GetString() != "actions")
            .Select(block => new SpokenAnswer(System.Text.Json.JsonDocument.Parse($$"""{"text":"x","blocks":[{{block.GetRawText()}}]}""").RootElement).Shown);
        Assert.Equal(Words(string.Join('\n', shown)).Except(Words(said.Output), StringComparer.Ordinal), []);
    }

    [Fact]
    public async Task However_it_is_typed_the_answer_is_the_same()
    {
        var plain = await _workspace.Run("say", "/ao kr 2.1");

        foreach (var arguments in new[] { new[] { "kr", "2.1" }, ["kr 2.1"], ["/ao", "kr", "2.1"], ["/AO kr 2.1"], ["  /ao   KR2.1 "], ["/ao kr 2.1", "--as", Workspace.Member] })
        {
            Assert.Equal(plain, await _workspace.Run(["say", .. arguments]));
        }
    }

    [Fact]
    public async Task It_is_seen_with_everybodys_eyes_unless_it_is_as_one_of_staff()
    {
        _workspace.Clock.Advance(TimeSpan.FromDays(17));

        Assert.Contains("is not recorded", (await _workspace.Run("say", "/ao status", "--as", Workspace.Staff)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is not recorded", (await _workspace.Run("say", "/ao status", "--as", Workspace.Member)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is not recorded", (await _workspace.Run("say", "/ao status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_needs_no_Slack_and_no_database_of_old()
    {
        foreach (var setting in _workspace.Settings.Keys.Where(key => key.StartsWith("Slack:", StringComparison.Ordinal)).ToList())
        {
            _workspace.Settings.Remove(setting);
        }

        File.Delete(_workspace.DatabaseFile);

        Assert.Contains("KR 2.2", (await _workspace.Run("say", "/ao status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_never_steers_the_terminal()
    {
        foreach (var typed in new[] { "\u001b[31mred", "kr \u001b]0;title\u0007", "[red]markup[/]", "[[", "engagement [/x]", "\u202eevil", "\r\nX" })
        {
            var said = await _workspace.Run("say", typed);

            Assert.Equal(AoBotCommandLine.Good, said.Code);
            Assert.DoesNotContain(said.Output, c => c is '\u001b' or '\u0007' or '\u202e');
        }
    }

    private static HashSet<string> Words(string text) =>
        [.. System.Text.RegularExpressions.Regex.Split(text, "[^\\p{L}\\p{Nd}]+").Where(word => word.Length > 0)];
}
