using System.Text.Json.Nodes;
using AoBot.Playground.Clock;
using AoBot.Playground.Repository;
using AoBot.Playground.Scripting;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Tests;

/// <summary>With <c>--data FILE</c> the Playground goes on where it stopped.</summary>
public sealed class KeepingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aobot-keeping-").FullName;

    private string[] Data => ["--data", Path.Combine(_folder, "playground.db")];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_there_is_there_again_and_the_clock_goes_on()
    {
        var first = new RealBot(Data);
        await first.InitializeAsync();
        var answer = await first.Message("command", new { user = "fay", channel = "#alpha_omega", text = "status" });
        await first.Script("say", new { user = "pat", channel = "#alpha_omega", text = "@aobot next" });
        await first.Script("event", new { type = "app_home_opened", user = "stella" });
        first.Workspace.Leave(Cast.AlphaOmega, Cast.Gus);
        first.Workspace.MarkRead(Cast.Sam, Cast.AlphaOmega);
        var deleted = first.Workspace.Post(new NewMessage(Cast.General, Cast.Sam, "gone"));
        first.Workspace.Delete(Cast.General, deleted.Ts, Cast.Sam);
        var modal = first.Workspace.Open(Cast.Pat, SlackJson.ReadView("""{"type":"modal","callback_id":"c","private_metadata":"p","title":{"type":"plain_text","text":"T"},"blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"L"},"element":{"type":"plain_text_input","action_id":"a"}}]}"""));
        first.Workspace.SetValues(modal.Id, JsonNode.Parse("""{"b":{"a":{"type":"plain_text_input","value":"half a sentence"}}}""")!.AsObject());
        first.Workspace.SetErrors(modal.Id, new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "Too short." });
        Assert.Equal(200, (await first.Script("repository", new { open = "placeholder-project" })).Status);
        Assert.Equal(200, (await first.Script("clock", new { advance = "P3D" })).Status);
        var pulls = Pulls(first);
        var before = Shown(first);
        await first.Stop();

        var second = new RealBot(Data);
        await second.InitializeAsync();
        try
        {
            Assert.Equal(before, Shown(second));
            Assert.Null(second.Workspace.FindMessage(deleted.Ts));
            Assert.Equal(pulls, Pulls(second));
            Assert.Contains(pulls, pull => pull.Contains("placeholder-project", StringComparison.Ordinal));
            Assert.InRange(second.Get<MovableTimeProvider>().GetUtcNow() - new DateTimeOffset(2024, 7, 1, 13, 0, 0, TimeSpan.Zero), TimeSpan.Zero, TimeSpan.FromMinutes(5));

            // Old buttons still work, new messages come after the old ones, and the file is not thrown away.
            var shared = await second.Message("action", new { user = "fay", message_ts = answer["ts"]!.ToString(), action_id = "share.in_channel" });
            Assert.Equal(shared["ts"]!.ToString(), second.Workspace.Messages(Cast.AlphaOmega, Cast.Fay).Messages[^1].Ts);
            Assert.Contains("July 1, 2024", (await second.Message("command", new { user = "fay", channel = "dm", text = "status" }))["text"]!.ToString(), StringComparison.Ordinal);
            Assert.Contains("--data", (await second.Script("reset", new { })).Error, StringComparison.Ordinal);
        }
        finally
        {
            await second.Stop();
        }

        // What was sent already cannot come again.
        var refused = Assert.Throws<ConfigurationException>(() => PlaygroundHost.Build([.. Data, "--Clock:Start=2024-06-28T13:00:00Z"], TimeProvider.System));
        Assert.Contains("leave Clock:Start out", refused.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_after_a_change_it_is_in_the_file_also_where_the_end_is_not_a_good_one()
    {
        var playground = new RealBot(Data);
        await playground.InitializeAsync();
        playground.Workspace.Post(new NewMessage(Cast.General, Cast.Sam, "kept in time"));
        var file = playground.Get<WorkspaceFile>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!file.Read()!.Messages.Any(message => message.Text == "kept in time"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }

        await playground.Stop();
    }

    /// <summary>All that people and scripts see.</summary>
    private static List<string> Pulls(RealBot playground) => [.. playground.Get<PlaygroundRepository>().Open.Select(pull => $"{pull.Number} {pull.Partner?.Key} {pull.Opened:O} {string.Join(' ', pull.Paths)}")];

    private static string Shown(RealBot playground) =>
        WorkspaceJson.Write(playground.Workspace).ToJsonString() + string.Join(',', Cast.Users.SelectMany(user => playground.Workspace.ChannelsOf(user.Id).Select(channel => playground.Workspace.LastRead(user.Id, channel.Id))));
}
