using AoBot.Conversations;
using AoBot.Home;
using AoBot.Slack.Blocks;
using AoBot.Tests.Updates;
using AoBot.Updates.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Rendering;

/// <summary>What is said of updates, mine and questions: valid for Slack, and word for word what was reviewed.</summary>
public sealed class UpdatesSnapshotTests
{
    [Theory]
    [InlineData("update", "update", Audience.Public)]
    [InlineData("update-staff", "update", Audience.Staff)]
    [InlineData("update-staff-after-the-due-day", "update", Audience.Staff, "2024-07-10T13:00:00Z")]
    [InlineData("update-partner", "update birch", Audience.Public)]
    [InlineData("update-partner-staff", "update damson", Audience.Staff)]
    [InlineData("update-unknown", "update juen", Audience.Public)]
    [InlineData("mine-contact", "mine", Audience.Public)]
    [InlineData("mine-nobody", "mine", Audience.Public, "2024-06-28T13:00:00Z", "U0000ELSE")]
    [InlineData("mine-staff", "mine", Audience.Staff, "2024-06-28T13:00:00Z", "U0000STAF")]
    [InlineData("questions", "admin questions", Audience.Staff)]
    [InlineData("questions-for-others", "admin questions", Audience.Public)]
    [InlineData("status-with-updates", "status", Audience.Public)]
    [InlineData("status-with-updates-staff", "status", Audience.Staff)]
    [InlineData("engagement-with-updates", "engagement birch", Audience.Public)]
    public async Task An_answer_reads_as_reviewed(string name, string words, Audience audience, string instant = "2024-06-28T13:00:00Z", string user = Partners.Contact)
    {
        await using var desk = await Asked(instant);
        var body = Sharing.WithButton(await desk.Services.GetRequiredService<Words>().Answer(words, audience, user, CancellationToken.None), words);

        Assert.Empty(BlockValidator.Check(body));
        Check(name, "message", SlackJson.Serialize(body));
    }

    [Fact]
    public async Task A_proposed_roster_reads_as_reviewed()
    {
        await using var desk = await Desk.At();
        await desk.Services.GetRequiredService<AoBot.Updates.Store.RepositoryStore>().Save(Partners.Past.History, Partners.Facts, CancellationToken.None);
        var body = (await desk.Ask("admin questions", Audience.Staff)).ToMessage();

        Assert.Empty(BlockValidator.Check(body));
        Check("questions-propose-a-roster", "message", SlackJson.Serialize(body));
    }

    [Fact]
    public async Task The_window_and_Home_read_as_reviewed()
    {
        await using var desk = await Asked("2024-06-28T13:00:00Z");
        var picture = await desk.Services.GetRequiredService<QuestionDesk>().Read(CancellationToken.None);
        var window = ItIsView.Render(picture.Questions.First(q => !q.IsFolder), picture);
        var mine = await desk.Services.GetRequiredService<Words>().Answer("mine", Audience.Public, Partners.Contact, CancellationToken.None);
        var home = HomeTab.Render(await desk.Ask("status"), picture.Today, mine);
        foreach (var (name, view) in new (string, View)[] { ("question-window", window), ("home-of-a-contact", home) })
        {
            Assert.Empty(BlockValidator.Check(view));
            Check(name, "view", SlackJson.Serialize(view));
        }
    }

    private static async Task<Desk> Asked(string instant)
    {
        var desk = await Desk.At(instant);
        await Partners.Fill(desk.Services, Partners.Past.Lands("2024-06-05", "2024/cedar/2024-06-05.md").Lands("2024-06-06", "2024/birches/update-2024-04.md").Lands("2024-06-07", "2024/Zebra <!here>/update-2024-04.md"));
        return desk;
    }

    private static void Check(string name, string kind, string json)
    {
        Assert.DoesNotContain(Partners.Address, json, StringComparison.Ordinal);
        Payloads.Write(name, kind, json);
        Snapshot.Match(name, json);
    }
}
