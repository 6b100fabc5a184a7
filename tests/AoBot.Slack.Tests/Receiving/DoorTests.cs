using System.Text;
using AoBot.Slack.Receiving;
using Microsoft.Extensions.Options;

namespace AoBot.Slack.Tests.Receiving;

public sealed class DoorTests : IAsyncLifetime
{
    private ReceivingHost _host = null!;
    private int _handled;

    public async Task InitializeAsync()
    {
        _host = await ReceivingHost.Start(options =>
        {
            options.AppId = SlackRequest.AppId;
            options.TeamId = SlackRequest.TeamId;
        });
        _host.Handlers.OnCommand = (command, _) =>
        {
            Interlocked.Increment(ref _handled);
            return Task.FromResult(SlashCommandResponse.Ephemeral(new(command.Text)));
        };
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Slacks_own_example_has_the_signature_that_Slack_gives_for_it()
    {
        const string body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Assert.Equal(
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            SlackSignature.Sign("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public async Task A_signed_command_is_answered()
    {
        var (status, body) = await _host.Ask(SlackRequest.Command("/ao", "status"));
        Assert.Equal(200, status);
        Assert.Equal("""{"response_type":"ephemeral","text":"status"}""", body);
    }

    [Theory]
    [InlineData(-300, 200)]
    [InlineData(300, 200)]
    [InlineData(-301, 401)]
    [InlineData(301, 401)]
    [InlineData(-360, 401)]
    [InlineData(86400, 401)]
    public async Task A_request_may_be_300_seconds_off_in_both_directions_and_no_more(int seconds, int expected)
    {
        var (status, _) = await _host.Ask(SlackRequest.Command("/ao").Sign(ReceivingHost.Now.AddSeconds(seconds)));
        Assert.Equal(expected, status);
        Assert.Equal(expected == 200 ? 1 : 0, _handled);
    }

    [Fact]
    public async Task Half_a_second_above_300_is_too_much()
    {
        _host.Time.Advance(TimeSpan.FromMilliseconds(300_500));
        Assert.Equal(401, (await _host.Ask(SlackRequest.Command("/ao").Sign(ReceivingHost.Now))).Status);
    }

    [Fact]
    public async Task An_unsigned_request_is_refused() => await Refused(401, SlackRequest.Command("/ao").Unsigned());

    [Fact]
    public async Task A_request_signed_with_another_secret_is_refused() =>
        await Refused(401, SlackRequest.Command("/ao").Sign(ReceivingHost.Now, "another secret"));

    [Fact]
    public async Task A_request_signed_with_an_empty_secret_is_refused() =>
        await Refused(401, SlackRequest.Command("/ao").Sign(ReceivingHost.Now, ""));

    [Fact]
    public async Task A_tampered_body_is_refused()
    {
        var request = SlackRequest.Command("/ao", "status");
        var message = request.Sign(ReceivingHost.Now);
        request.Body[^1] ^= 1;
        message.Content = new ByteArrayContent(request.Body);
        message.Content.Headers.ContentType = new(SlackRequest.Form);
        await Refused(401, message);
    }

    [Theory]
    [InlineData("X-Slack-Signature", "v0=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("X-Slack-Request-Timestamp", "1719579600")]
    public async Task A_header_that_comes_twice_is_refused(string name, string value)
    {
        var message = SlackRequest.Command("/ao").Sign(ReceivingHost.Now);
        message.Headers.TryAddWithoutValidation(name, value);
        await Refused(401, message);
    }

    [Theory]
    [InlineData("upper")]
    [InlineData("no version")]
    [InlineData("v1")]
    [InlineData("short")]
    [InlineData("long")]
    [InlineData("empty")]
    [InlineData("letters of others")]
    public async Task Only_the_very_form_of_signature_that_Slack_sends_is_taken(string change)
    {
        var message = SlackRequest.Command("/ao").Sign(ReceivingHost.Now);
        var right = message.Headers.GetValues("X-Slack-Signature").Single();
        message.Headers.Remove("X-Slack-Signature");
        message.Headers.TryAddWithoutValidation("X-Slack-Signature", change switch
        {
            "upper" => "v0=" + right[3..].ToUpperInvariant(),
            "no version" => right[3..],
            "v1" => "v1=" + right[3..],
            "short" => right[..^2],
            "long" => right + "00",
            "empty" => "",
            _ => "v0=" + new string('ſ', 64),
        });
        await Refused(401, message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("-1719579600")]
    [InlineData("+1719579600")]
    [InlineData("1719579600.0")]
    [InlineData("17195796000000")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("١٧١٩٥٧٩٦٠٠")]
    public async Task A_timestamp_that_is_no_number_of_seconds_is_refused(string timestamp)
    {
        var request = SlackRequest.Command("/ao");
        var message = request.Unsigned();
        message.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        message.Headers.TryAddWithoutValidation("X-Slack-Signature", SlackSignature.Sign(SlackRequest.Secret, 1719579600, request.Body));
        await Refused(401, message);
    }

    [Fact]
    public async Task A_body_of_1_MiB_is_read_and_one_byte_more_is_not()
    {
        var start = Encoding.UTF8.GetBytes("command=/ao&user_id=U1&text=");
        Assert.Equal(200, (await _host.Ask(new SlackRequest("/slack/command", Padded(1 << 20), SlackRequest.Form))).Status);
        _handled = 0;
        await Refused(413, new SlackRequest("/slack/command", Padded((1 << 20) + 1), SlackRequest.Form).Sign(ReceivingHost.Now));

        byte[] Padded(int length) => [.. start, .. Enumerable.Repeat((byte)'x', length - start.Length)];
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_also_when_it_does_not_say_how_large_it_is()
    {
        var body = Enumerable.Repeat((byte)'x', 3 << 20).ToArray();
        var message = new SlackRequest("/slack/command", body, SlackRequest.Form).Sign(ReceivingHost.Now);
        message.Content = new ByteArrayContent(body);
        message.Headers.TransferEncodingChunked = true;
        await Refused(413, message);
    }

    [Theory]
    [InlineData("/slack/command", "text/plain")]
    [InlineData("/slack/command", "application/json")]
    [InlineData("/slack/command", "")]
    [InlineData("/slack/command", "application/x-www-form-urlencoded; charset=utf-16")]
    [InlineData("/slack/action", "multipart/form-data")]
    [InlineData("/slack/event", SlackRequest.Form)]
    public async Task A_content_type_that_Slack_does_not_send_is_refused(string path, string contentType) =>
        await Refused(415, new SlackRequest(path, SlackRequest.Command("/ao").Body, contentType).Sign(ReceivingHost.Now));

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded;charset=\"UTF-8\"")]
    [InlineData("Application/X-WWW-Form-URLencoded")]
    public async Task A_content_type_may_carry_a_charset(string contentType) =>
        Assert.Equal(200, (await _host.Ask(SlackRequest.Command("/ao") with { ContentType = contentType })).Status);

    [Theory]
    [InlineData("/slack/command", "")]
    [InlineData("/slack/command", "&&&==&")]
    [InlineData("/slack/command", "command=/ao")]
    [InlineData("/slack/command", "user_id=U1")]
    [InlineData("/slack/command", "command=/ao&user_id=U1&text=100%")]
    [InlineData("/slack/command", "command=/ao&user_id=U1&text=%4")]
    [InlineData("/slack/command", "command=/ao&user_id=U1&text=%zz")]
    [InlineData("/slack/command", "command=/ao&user_id=U1&text=%ff")]
    [InlineData("/slack/command", "command=/ao&user_id=U1&text=%c0%af")]
    [InlineData("/slack/command", "command=/ao&user_id=U1&user_id=U2")]
    [InlineData("/slack/command", "command=/ao&user_id=U1&unknown=%")]
    [InlineData("/slack/action", "")]
    [InlineData("/slack/action", "payload=")]
    [InlineData("/slack/action", "payload={}&payload={}")]
    [InlineData("/slack/action", "payload={")]
    [InlineData("/slack/action", "payload=[]")]
    [InlineData("/slack/action", "payload=null")]
    [InlineData("/slack/action", "payload={}")]
    [InlineData("/slack/action", "payload={}{}")]
    [InlineData("/slack/action", """payload={"type":"block_actions"}""")]
    [InlineData("/slack/action", """payload={"type":"block_actions","actions":{}}""")]
    [InlineData("/slack/action", """payload={"type":"view_submission"}""")]
    [InlineData("/slack/action", """payload={"type":"view_submission","view":{"callback_id":"\ud800"}}""")]
    [InlineData("/slack/action", """payload={"type":"view_submission","view":{"state":{"values":{"\ud800":{}}}}}""")]
    [InlineData("/slack/options", """payload={"type":7}""")]
    public async Task A_malformed_form_is_refused(string path, string body) =>
        await Refused(400, new SlackRequest(path, Encoding.UTF8.GetBytes(body), SlackRequest.Form).Sign(ReceivingHost.Now));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"url_verification\"")]
    [InlineData("{}")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1"}""")]
    [InlineData("""{"type":"event_callback","event":{}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":"x"}""")]
    [InlineData("""{"type":"url_verification"}""")]
    [InlineData("""{"type":"\ud800"}""")]
    public async Task A_malformed_event_is_refused(string body) => await Refused(400, SlackRequest.Event(body).Sign(ReceivingHost.Now));

    [Fact]
    public async Task JSON_that_is_nested_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"type\":", 100_000));
        await Refused(400, SlackRequest.Event(deep).Sign(ReceivingHost.Now));
        var closed = string.Concat(Enumerable.Repeat("[", 2000)) + string.Concat(Enumerable.Repeat("]", 2000));
        await Refused(400, SlackRequest.Event("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"a\":" + closed + "}}").Sign(ReceivingHost.Now));
        await Refused(400, SlackRequest.Interaction("{\"type\":\"shortcut\",\"a\":" + closed + "}").Sign(ReceivingHost.Now));
    }

    [Fact]
    public async Task JSON_that_is_not_UTF8_is_refused() =>
        await Refused(400, new SlackRequest("/slack/event", [.. "{\"type\":\""u8, 0xff, .. "\"}"u8], SlackRequest.Json).Sign(ReceivingHost.Now));

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task Only_POST_is_taken(string method)
    {
        var message = SlackRequest.Command("/ao").Sign(ReceivingHost.Now);
        message.Method = new(method);
        message.Content = method == "PUT" ? message.Content : null;
        using var response = await _host.Client.SendAsync(message);
        Assert.Equal(405, (int)response.StatusCode);
        Assert.Contains("POST", response.Content.Headers.Allow);
        Assert.Equal(0, _handled);
    }

    [Fact]
    public async Task Slacks_unsigned_check_of_the_certificate_is_answered_and_reaches_nothing()
    {
        var check = new SlackRequest("/slack/command", "ssl_check=1&token=xxx"u8.ToArray(), SlackRequest.Form);
        Assert.Equal((200, ""), await _host.Ask(check.Unsigned()));
        Assert.Equal((200, ""), await _host.Ask(check));
        Assert.Equal((200, ""), await _host.Ask(new HttpRequestMessage(HttpMethod.Get, "/slack/command?ssl_check=1&token=xxx")));
        await Refused(401, new SlackRequest("/slack/command", [.. "ssl_check=1&"u8, .. SlackRequest.Command("/ao").Body], SlackRequest.Form).Unsigned());
        await Refused(401, new SlackRequest("/slack/action", "ssl_check=1&payload={}"u8.ToArray(), SlackRequest.Form).Unsigned());
        await Refused(401, new SlackRequest("/slack/command", "ssl_check=0"u8.ToArray(), SlackRequest.Form).Unsigned());
    }

    [Theory]
    [InlineData("api_app_id", "A0000OTHER")]
    [InlineData("team_id", "T0000OTHER")]
    public async Task A_request_for_another_app_or_workspace_is_refused(string field, string value) =>
        await Refused(403, SlackRequest.Command("/ao", "", (field, value)).Sign(ReceivingHost.Now));

    [Fact]
    public async Task A_person_of_a_connected_workspace_is_welcome()
    {
        const string payload = """{"type":"view_submission","api_app_id":"A0000TEST","team":{"id":"T0000GUEST"},"user":{"id":"U1","team_id":"T0000GUEST"},"view":{"callback_id":"form","app_installed_team_id":"T0000HOME"}}""";
        Assert.Equal((200, ""), await _host.Ask(SlackRequest.Interaction(payload)));
        var elsewhere = payload.Replace("T0000HOME", "T0000OTHER", StringComparison.Ordinal);
        Assert.Equal(403, (await _host.Ask(SlackRequest.Interaction(elsewhere))).Status);
    }

    [Fact]
    public async Task A_replay_reaches_the_handler_again_with_the_same_trigger_id()
    {
        List<string> triggers = [];
        _host.Handlers.OnCommand = (command, _) =>
        {
            triggers.Add(command.TriggerId);
            return Task.FromResult(SlashCommandResponse.Empty);
        };
        var request = SlackRequest.Command("/ao");
        Assert.Equal((200, ""), await _host.Ask(request));
        Assert.Equal((200, ""), await _host.Ask(request));
        Assert.Equal(2, triggers.Count);
        Assert.Equal(triggers[0], triggers[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_secret_does_not_start(string secret)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => ReceivingHost.Start(options => options.SigningSecret = secret));
        Assert.Contains("SigningSecret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_say_what_is_wrong_and_repeat_nothing_of_the_request()
    {
        var message = SlackRequest.Command("/ao", "a secret plan").Sign(ReceivingHost.Now, "another secret");
        var signature = message.Headers.GetValues("X-Slack-Signature").Single();
        var (_, words) = await _host.Ask(message);
        Assert.Contains("signing secret", words, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Log.Lines, line =>
            line.Message.Contains(signature[3..], StringComparison.Ordinal)
            || line.Message.Contains("secret plan", StringComparison.Ordinal)
            || line.Message.Contains(SlackRequest.Secret, StringComparison.Ordinal));
        Assert.Contains(_host.Log.Lines, line => line.Message.Contains("/slack/command", StringComparison.Ordinal) && line.Message.Contains("401", StringComparison.Ordinal));
    }

    private async Task Refused(int expected, HttpRequestMessage message)
    {
        var (status, words) = await _host.Ask(message);
        Assert.Equal(expected, status);
        Assert.NotEqual("", words);
        Assert.Equal(0, _handled);
    }
}
