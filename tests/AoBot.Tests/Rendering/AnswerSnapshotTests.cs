using AoBot.Conversations;
using AoBot.Home;
using AoBot.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Rendering;

/// <summary>Every message as it is rendered: valid for Slack, and word for word what was reviewed.</summary>
public sealed class AnswerSnapshotTests
{
    private const string Empty = "";

    [Theory]
    [InlineData("status", "status")]
    [InlineData("status-staff", "status", Audience.Staff)]
    [InlineData("status-after-the-deadline", "status", Audience.Staff, "2024-07-10T13:00:00Z")]
    [InlineData("status-in-the-next-month", "status", Audience.Staff, "2024-07-25T13:00:00Z")]
    [InlineData("status-a-year-later", "status", Audience.Staff, "2025-06-28T13:00:00Z")]
    [InlineData("kr", "kr")]
    [InlineData("kr-one", "kr 2.2")]
    [InlineData("kr-objective", "kr o2")]
    [InlineData("kr-unknown", "kr 9.9")]
    [InlineData("kr-unknown-year", "kr 1999")]
    [InlineData("kr-nonsense", "kr maybe <!channel> later")]
    [InlineData("engagement", "engagement")]
    [InlineData("engagement-one", "engagement homebrew")]
    [InlineData("engagement-area", "engagement audits")]
    [InlineData("engagement-several", "engagement rust")]
    [InlineData("engagement-unknown", "engagement <!everyone>")]
    [InlineData("next", "next")]
    [InlineData("about", "about")]
    [InlineData("help", "help")]
    [InlineData("help-one", "help kr")]
    [InlineData("admin", "admin", Audience.Staff)]
    [InlineData("admin-for-others", "admin")]
    [InlineData("admin-unknown", "admin qestions", Audience.Staff)]
    [InlineData("help-unknown", "help krr")]
    [InlineData("unknown-word", "stauts now")]
    public async Task An_answer_reads_as_reviewed(string name, string words, Audience audience = Audience.Public, string instant = "2024-06-28T13:00:00Z")
    {
        await using var desk = await Desk.At(instant);
        Check(name, Sharing.WithButton(await desk.Ask(words, audience), words));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("kr")]
    [InlineData("engagement")]
    [InlineData("next")]
    [InlineData("about")]
    public async Task A_database_that_knows_nothing_says_so_and_what_to_do(string words)
    {
        await using var desk = await Desk.At(seed: Empty);
        Check($"{words}-empty", Sharing.WithButton(await desk.Ask(words), words));
    }

    [Fact]
    public async Task A_shared_answer_names_who_shared_it()
    {
        await using var desk = await Desk.At();
        Check("shared", Sharing.AsShared(await desk.Ask("next"), "Fay <!here> Fictional", "next"));
    }

    [Fact]
    public void The_welcome_teaches_three_words() => Check("welcome", WelcomeMessage.Body);

    [Fact]
    public async Task Home_shows_the_public_picture()
    {
        await using var desk = await Desk.At();
        var home = HomeTab.Render(await desk.Ask("status"), desk.Services.GetRequiredService<ProgramClock>().Today);
        Assert.Empty(BlockValidator.Check(home));
        var json = SlackJson.Serialize(home);
        Payloads.Write("home", "view", json);
        Snapshot.Match("home", json);
    }

    private static void Check(string name, MessageBody body)
    {
        Assert.Empty(BlockValidator.Check(body));
        var json = SlackJson.Serialize(body);
        Payloads.Write(name, "message", json);
        Snapshot.Match(name, json);
    }
}
