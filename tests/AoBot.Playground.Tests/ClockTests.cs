using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests;

/// <summary>The clock of the whole Playground; a fixture of its own, as it never goes back.</summary>
public sealed class ClockTests(RealBot playground) : IClassFixture<RealBot>
{
    [Fact]
    public async Task The_clock_goes_on_and_the_bot_lives_by_it_and_not_back()
    {
        var now = JsonNode.Parse(await playground.Http.GetStringAsync("playground/clock"))!;
        Assert.Equal("2024-06-28T09:0", now["local"]!.ToString()[..15]);

        var moved = await playground.Script("clock", new { advance = "P30D" });
        Assert.Equal((200, "2024-07-28T09:0"), (moved.Status, moved.Body["local"]!.ToString()[..15]));
        Assert.Empty(moved.Body["sent"]!.AsArray());

        // What was due on the way has been done: the next is after now.
        Assert.True(moved.Body["next"]!.GetValue<DateTime>() > moved.Body["now"]!.GetValue<DateTime>());
        var status = await playground.Message("command", new { user = "fay", channel = "#alpha_omega", text = "status" });
        Assert.Contains("July 28, 2024", status["text"]!.ToString(), StringComparison.Ordinal);

        Assert.Equal(400, (await playground.Script("clock", new { advance = "-P1D" })).Status);
        Assert.Equal(400, (await playground.Script("clock", new { to = "2024-06-28" })).Status);
        Assert.Equal(400, (await playground.Script("clock", new { advance = "P3Y" })).Status);
        Assert.Equal(400, (await playground.Script("clock", new { })).Status);

        // A new beginning: the clock, the messages and the bot's data.
        Assert.Equal(200, (await playground.Script("reset", new { })).Status);
        Assert.Empty(playground.Workspace.Messages(Cast.AlphaOmega, Cast.Fay).Messages);
        Assert.Contains("June 28, 2024", (await playground.Message("command", new { user = "fay", channel = "#alpha_omega", text = "status" }))["text"]!.ToString(), StringComparison.Ordinal);
    }
}
