using System.Net.Http.Json;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Traffic;

/// <summary>https://docs.slack.dev/interactivity/implementing-slash-commands</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private readonly StandIn _slack = new();

    private IReadOnlyList<WorkspaceMessage> Seen(string user) => _slack.Workspace.Messages(Cast.AlphaOmega, user).Messages;

    public Task InitializeAsync() => _slack.InitializeAsync();

    public Task DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    [SlackRule("interactivity/implementing-slash-commands")]
    public async Task A_command_is_a_signed_form_and_its_answer_is_for_the_person_alone()
    {
        _slack.Bot.Answer("""{"response_type":"ephemeral","text":"for you"}""");
        await Command("status & <@U0FAY>");

        var got = await _slack.Bot.Next();
        Assert.True(got.IsSigned(_slack.Options.SigningSecret));
        Assert.Equal(("/slack/command", "/ao", "status & <@U0FAY>", Cast.Fay, Cast.AlphaOmega), (got.Path, got.Form["command"], got.Form["text"], got.Form["user_id"], got.Form["channel_id"]));
        Assert.Equal("for you", Seen(Cast.Fay).Single().Text);
        Assert.Empty(Seen(Cast.Pat));
    }

    [Fact]
    [SlackRule("interactivity/implementing-slash-commands#escaping")]
    public async Task Names_that_are_typed_arrive_as_mentions()
    {
        await Command("who is @pat in #alpha_omega");
        Assert.Equal("who is <@U0PAT|pat> in <#C0ALPHAOMEGA|alpha_omega>", (await _slack.Bot.Next()).Form["text"]);
    }

    [Theory]
    [SlackRule("interactivity/implementing-slash-commands")]
    [InlineData("""{"response_type":"in_channel","text":"for all"}""", "for all", true)]
    [InlineData("""{"text":"no type"}""", "no type", false)]
    [InlineData("plain words", "plain words", false)]
    public async Task Who_sees_an_answer_is_what_the_answer_says(string body, string text, bool isForAll)
    {
        _slack.Bot.Answer(body);
        await Command("x");
        Assert.Equal(text, Seen(Cast.Fay).Single().Text);
        Assert.Equal(isForAll ? 1 : 0, Seen(Cast.Pat).Count);
    }

    [Theory]
    [SlackRule("interactivity/implementing-slash-commands")]
    [InlineData("oops", 500, "dispatch_failed")]
    [InlineData("""{"text":"x","blocks":[{"type":"nonsense"}]}""", 200, "invalid_command_response")]
    public async Task What_the_bot_got_wrong_Slackbot_tells_the_person(string body, int status, string word)
    {
        _slack.Bot.Answer(body, status);
        await Command("x");
        var told = Seen(Cast.Fay).Single();
        Assert.Equal(Cast.Slackbot, told.User);
        Assert.Contains(word, told.Text, StringComparison.Ordinal);
    }

    [Fact]
    [SlackRule("interactivity/implementing-slash-commands")]
    public async Task A_bot_that_says_nothing_for_three_seconds_has_failed()
    {
        _slack.Bot.KeepSilent();
        var command = Command("x");
        await _slack.Bot.Next();
        _slack.Time.Advance(BotClient.Patience);
        await command;
        Assert.Contains("operation_timeout", Seen(Cast.Fay).Single().Text, StringComparison.Ordinal);
        Assert.Contains(_slack.Log.All, request => request is { Note: "http_timeout", Status: null });
    }

    [Fact]
    [SlackRule("interactivity/handling-user-interaction#message_responses")]
    public async Task A_response_url_works_five_times()
    {
        var url = await ResponseUrl();
        for (var use = 1; use <= ResponseUrls.Uses; use++)
        {
            (await Respond(url, new { text = "later" })).Ok();
        }

        var refused = await Respond(url, new { text = "too often" });
        Assert.Equal((404, "used_url"), (refused.Status, refused.Error));
        Assert.Equal(ResponseUrls.Uses, Seen(Cast.Fay).Count);
    }

    [Fact]
    [SlackRule("interactivity/handling-user-interaction#message_responses")]
    public async Task A_response_url_lives_thirty_minutes()
    {
        var url = await ResponseUrl();
        _slack.Time.Advance(ResponseUrls.Life);
        (await Respond(url, new { response_type = "in_channel", text = "for all" })).Ok();
        Assert.Single(Seen(Cast.Pat));

        _slack.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("expired_url", (await Respond(url, new { text = "too late" })).Error);
    }

    [Fact]
    [SlackRule("interactivity/implementing-slash-commands")]
    public async Task A_command_that_the_bot_does_not_have_is_never_sent()
    {
        await _slack.Script("command", new { user = "fay", channel = "#alpha_omega", command = "/nonsense" });
        Assert.Empty(_slack.Log.All);
        Assert.Contains("not a valid command", Seen(Cast.Fay).Single().Text, StringComparison.Ordinal);
    }

    private Task<Answered> Command(string text) => _slack.Script("command", new { user = "fay", channel = "#alpha_omega", command = "/ao", text });

    private async Task<string> ResponseUrl()
    {
        await Command("x");
        return (await _slack.Bot.Next()).Form["response_url"];
    }

    private async Task<Answered> Respond(string url, object body) => await Answered.Read(await _slack.Http.PostAsJsonAsync(url, body));
}
