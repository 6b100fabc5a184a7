using System.Text;
using AoBot.Slack.Receiving;
using Microsoft.AspNetCore.WebUtilities;
using Xunit.Abstractions;

namespace AoBot.Slack.Tests.Receiving;

/// <summary>What holds for any request. Each test prints the seed that repeats it.</summary>
public sealed class RandomRequestTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Awkward = "%&=+; <>\"'?#/\r\n\0";
    private const string Letters = "äßłñ€漢字";

    private static readonly string[] Paths = ["/slack/command", "/slack/action", "/slack/options", "/slack/event"];

    private ReceivingHost _host = null!;

    public async Task InitializeAsync() => _host = await ReceivingHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Random_bytes_are_never_our_failure()
    {
        var (random, seed) = NewRandom();
        for (var i = 0; i < 400; i++)
        {
            var body = new byte[random.Next(200)];
            random.NextBytes(body);
            byte[] whole = random.Next(4) switch
            {
                0 => body,
                1 => [.. "command=/ao&user_id=U1&text="u8, .. body],
                2 => [.. "payload="u8, .. body],
                _ => [.. "{\"type\":\"event_callback\",\"event_id\":\"1\",\"event\":{\"type\":\""u8, .. body, .. "\"}}"u8],
            };
            var request = new SlackRequest(Paths[random.Next(Paths.Length)], whole, random.Next(2) == 0 ? SlackRequest.Form : SlackRequest.Json);
            var (status, _) = await _host.Ask(request);
            Assert.True(status is 200 or 400 or 415, $"seed {seed}, {i}: {status}");
        }

        Assert.DoesNotContain(_host.Log.Lines, line => line.Exception is not null);
    }

    [Fact]
    public async Task What_is_signed_is_verified_and_one_changed_bit_is_not()
    {
        var (random, seed) = NewRandom();
        for (var i = 0; i < 100; i++)
        {
            var request = SlackRequest.Command("/ao", RandomText(random));
            Assert.Equal(200, (await _host.Ask(request)).Status);

            var message = request.Sign(_host.Time.GetUtcNow());
            request.Body[random.Next(request.Body.Length)] ^= (byte)(1 << random.Next(8));
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.ContentType = new(SlackRequest.Form);
            var (status, _) = await _host.Ask(message);
            Assert.True(status == 401, $"seed {seed}, {i}: {status}");
        }
    }

    [Fact]
    public async Task A_form_is_read_as_the_framework_reads_it()
    {
        var (random, seed) = NewRandom();
        SlashCommand? seen = null;
        _host.Handlers.OnCommand = (command, _) =>
        {
            seen = command;
            return Task.FromResult(SlashCommandResponse.Empty);
        };
        for (var i = 0; i < 300; i++)
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["command"] = "/ao",
                ["text"] = RandomText(random),
                ["user_id"] = RandomText(random),
                ["channel_id"] = RandomText(random),
                ["trigger_id"] = RandomText(random),
                ["x" + RandomText(random)] = RandomText(random),
            };
            var body = string.Join('&', fields.OrderBy(_ => random.Next()).Select(field => Escape(field.Key, random) + "=" + Escape(field.Value, random)));
            var oracle = QueryHelpers.ParseQuery(body);
            Assert.Equal((200, ""), await _host.Ask(new SlackRequest("/slack/command", Encoding.UTF8.GetBytes(body), SlackRequest.Form)));
            Assert.True(
                (seen!.Text, seen.UserId, seen.ChannelId, seen.TriggerId) == (oracle["text"], oracle["user_id"], oracle["channel_id"], oracle["trigger_id"]),
                $"seed {seed}: {body}");
            Assert.Equal(fields["text"], seen.Text);
        }
    }

    private (Random Random, int Seed) NewRandom()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        return (new Random(seed), seed);
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(12); length > 0; length--)
        {
            text.Append(random.Next(6) switch
            {
                0 => ((char)random.Next(1, 128)).ToString(),
                1 => Awkward[random.Next(Awkward.Length)].ToString(),
                2 => Letters[random.Next(Letters.Length)].ToString(),
                3 => "🐘",
                _ => ((char)random.Next('a', 'z' + 1)).ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>Escapes what must be, in both cases of digits, and at random what need not be.</summary>
    private static string Escape(string text, Random random)
    {
        var escaped = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            if (one == ' ' && random.Next(2) == 0)
            {
                escaped.Append('+');
            }
            else if (one is > 32 and < 127 and not ((byte)'%' or (byte)'&' or (byte)'=' or (byte)'+') && random.Next(3) > 0)
            {
                escaped.Append((char)one);
            }
            else
            {
                escaped.Append('%').Append(one.ToString(random.Next(2) == 0 ? "x2" : "X2"));
            }
        }

        return escaped.ToString();
    }
}
