using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Slack.Receiving;
using Xunit.Abstractions;

namespace AoBot.Slack.Tests.Receiving;

/// <summary>Every payload that Slack's own libraries give as an example is read, whole and with any part of it replaced.</summary>
public sealed class SampleTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Samples = "data/slack/samples";

    private ReceivingHost _host = null!;

    public async Task InitializeAsync() => _host = await ReceivingHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_sample_of_an_event_is_read()
    {
        var files = Files("events");
        foreach (var file in files)
        {
            var json = await File.ReadAllBytesAsync(file);
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.TryGetProperty("event", out var inner))
            {
                var parsed = EventDispatcher.Parse(json);
                Assert.Equal(inner.GetProperty("type").GetString(), parsed.Event.Type);
                Assert.Equal(inner.GetProperty("type").GetString() is "message", parsed.Event is MessageEvent);
            }

            var (status, words) = await _host.Ask(new SlackRequest("/slack/event", json, SlackRequest.Json));
            Assert.True(status is 200 or 400, $"{Path.GetFileName(file)}: {status} {words}");
            var complete = JsonNode.Parse(json)!.AsObject();
            if (complete.ContainsKey("event"))
            {
                // The samples' values are blanked; an envelope is told by its type and needs an id.
                complete["type"] = "event_callback";
                complete["event_id"] = "Ev1";
                Assert.Equal((200, ""), await _host.Ask(SlackRequest.Event(complete.ToJsonString())));
            }
        }
    }

    [Fact]
    public async Task Every_sample_of_an_interaction_is_read()
    {
        foreach (var file in Files("interactions"))
        {
            var (status, words) = await _host.Ask(SlackRequest.Interaction(await File.ReadAllTextAsync(file)));
            Assert.True(status == 200, $"{Path.GetFileName(file)}: {status} {words}");
        }
    }

    [Fact]
    public async Task Every_sample_of_a_command_is_read()
    {
        foreach (var file in Files("commands"))
        {
            var text = await File.ReadAllTextAsync(file);
            var request = file.EndsWith(".json", StringComparison.Ordinal)
                ? SlackRequest.OfForm("/slack/command", JsonNode.Parse(text)!.AsObject().Select(field => new KeyValuePair<string, string>(field.Key, field.Value!.ToString())))
                : new SlackRequest("/slack/command", Encoding.UTF8.GetBytes(text), SlackRequest.Form);
            var (status, words) = await _host.Ask(request);
            Assert.True(status == 200, $"{Path.GetFileName(file)}: {status} {words}");
        }
    }

    [Fact]
    public async Task A_sample_with_any_part_replaced_by_something_else_is_never_our_failure()
    {
        var files = Files("interactions").Concat(Files("events")).ToList();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 600 && files.Count > 0; i++)
        {
            var file = files[random.Next(files.Count)];
            var node = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            if (file.Contains("events", StringComparison.Ordinal) && random.Next(4) > 0)
            {
                node["type"] = "event_callback";
                node["event_id"] = "Ev1";
            }

            Mutate(node, random);
            var json = node.ToJsonString();
            var (status, words) = await _host.Ask(file.Contains("events", StringComparison.Ordinal) ? SlackRequest.Event(json) : SlackRequest.Interaction(json));
            Assert.True(status is 200 or 400, $"seed {seed}, {Path.GetFileName(file)}: {status} {words}");
        }

        await _host.Stop();
        Assert.DoesNotContain(_host.Log.Lines, line => line.Exception is not null);
    }

    private static void Mutate(JsonNode root, Random random)
    {
        var node = root;
        while (true)
        {
            switch (node)
            {
                case JsonObject { Count: > 0 } parent:
                    var name = parent.ElementAt(random.Next(parent.Count)).Key;
                    if (parent[name] is (JsonObject or JsonArray) and { } child && random.Next(3) > 0)
                    {
                        node = child;
                        continue;
                    }

                    parent[name] = Anything(random);
                    return;
                case JsonArray { Count: > 0 } list:
                    var index = random.Next(list.Count);
                    if (list[index] is (JsonObject or JsonArray) and { } item && random.Next(3) > 0)
                    {
                        node = item;
                        continue;
                    }

                    list[index] = Anything(random);
                    return;
                default:
                    return;
            }
        }
    }

    private static JsonNode? Anything(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => 1e300,
        2 => true,
        3 => new JsonArray(1, null, "x"),
        4 => new JsonObject { ["id"] = 7, ["values"] = "x", ["type"] = null },
        5 => new string('x', 10_000),
        6 => "",
        _ => "\u0000\u202e<!channel>",
    };

    private IEnumerable<string> Files(string kind)
    {
        if (!SharedData.TryPath($"{Samples}/{kind}", output, out var folder))
        {
            return [];
        }

        var files = Directory.GetFiles(folder);
        Assert.NotEmpty(files);
        return files;
    }
}
