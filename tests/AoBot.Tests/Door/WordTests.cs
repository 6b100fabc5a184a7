using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>Every word of /ao, as people type it. One run of AoBot answers them all, as nothing is changed.</summary>
public sealed class WordTests(RunningBot running) : IClassFixture<RunningBot>
{
    private readonly AoBotHost _bot = running.Bot;

    [Theory]
    [InlineData("status", "KR 2.2")]
    [InlineData("kr", "KR 4.3")]
    [InlineData("kr 2.1", "Planning")]
    [InlineData("engagement", "Homebrew")]
    [InlineData("next", "July 25")]
    [InlineData("about", "Staffing")]
    [InlineData("help", "/ao status")]
    public async Task Every_word_answers_for_the_askers_eyes_alone(string word, string says)
    {
        var answer = await _bot.Command($"/ao {word}");

        Assert.Equal("ephemeral", answer.ResponseType);
        Assert.Contains(says, answer.Shown, StringComparison.Ordinal);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
    }
}
