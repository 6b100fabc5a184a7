using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests;

/// <summary>The real bot in the stand-in: what a newcomer tries first.</summary>
public sealed class EndToEndTests(RealBot playground) : IClassFixture<RealBot>
{
    [Fact]
    public async Task Status_names_all_eleven_key_results_to_the_asker_alone()
    {
        var message = await playground.Message("command", new { user = "fay", channel = "#alpha_omega", command = "/ao", text = "status" });

        Assert.Equal(Cast.Fay, message["ephemeral_to"]!.ToString());
        Assert.All((string[])["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.1", "4.1", "4.2", "4.3"], id => Assert.Contains("KR " + id, message["text"]!.ToString(), StringComparison.Ordinal));
        Assert.Equal("2024-06-28", message["at"]!.ToString()[..10]);
    }

    [Fact]
    public async Task Sharing_posts_for_all_also_where_the_bot_is_no_member()
    {
        var answer = await playground.Message("command", new { user = "sam", channel = "#general", text = "next" });
        var shared = await playground.Message("action", new { user = "sam", message_ts = answer["ts"]!.ToString(), action_id = "share.in_channel" });

        Assert.Null(shared["ephemeral_to"]);
        Assert.Contains("Sam Sample (staff)", shared["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("U0AOBOT", shared["user"]!.ToString());
    }

    [Fact]
    public async Task A_mention_is_answered_in_its_thread()
    {
        var answer = await playground.Message("event", new { type = "app_mention", user = "pat", channel = "#alpha_omega", text = "kr 2.1" });
        Assert.Contains("KR 2.1", answer["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, playground.Workspace.Thread(Cast.AlphaOmega, answer["thread_ts"]!.ToString(), Cast.Stella).Count);
    }

    [Fact]
    public async Task Opening_the_Home_publishes_it()
    {
        var answer = await playground.Script("event", new { type = "app_home_opened", user = "stella" });
        Assert.Equal("home", answer.Body["views"]!.AsArray().Single()!["type"]!.ToString());
        Assert.NotNull(playground.Workspace.Home(Cast.Stella));
    }

    [Fact]
    public async Task Whoever_joins_is_welcomed_for_their_eyes_only() =>
        Assert.Equal(Cast.Gus, (await playground.Message("event", new { type = "member_joined_channel", user = "gus", channel = "#alpha_omega" }))["ephemeral_to"]!.ToString());

    [Fact]
    public async Task Every_request_either_way_is_in_the_log_with_a_good_signature()
    {
        await playground.Script("event", new { type = "app_home_opened", user = "pat" });
        var requests = JsonNode.Parse(await playground.Http.GetStringAsync("playground/requests"))!["requests"]!.AsArray();
        Assert.Contains(requests, request => request!["path"]!.ToString() == "/slack/event" && request["signature_good"]!.GetValue<bool>());
        Assert.Contains(requests, request => request!["path"]!.ToString() == "/api/views.publish" && request["signature_good"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Nobody_is_let_in_by_a_form_of_another_site()
    {
        using var form = new FormUrlEncodedContent([new("user", "fay")]);
        var answer = await Answered.Read(await playground.Http.PostAsync("playground/command", form));
        Assert.Equal(400, answer.Status);
    }
}
