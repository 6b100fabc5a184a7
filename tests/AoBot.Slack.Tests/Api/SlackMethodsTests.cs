using System.Text.Json;
using System.Text.Json.Nodes;
using AoBot.Slack.Api;
using Xunit.Abstractions;

namespace AoBot.Slack.Tests.Api;

public sealed class SlackMethodsTests(ITestOutputHelper output)
{
    [Fact]
    public void The_table_tells_every_methods_tier_scope_and_kind()
    {
        Assert.Equal(
            [
                "auth.test Tier4 - Reading",
                "chat.postEphemeral Tier4 chat:write Posting",
                "chat.postMessage PostMessage chat:write Posting",
                "chat.update Tier3 chat:write Posting",
                "conversations.history Tier3 channels:history Reading",
                "conversations.info Tier3 channels:read Reading",
                "conversations.open Tier3 im:write Reading",
                "conversations.replies Tier3 channels:history Reading",
                "usergroups.users.list Tier2 usergroups:read Reading",
                "users.info Tier4 users:read Reading",
                "views.open Tier4 - Posting",
                "views.publish Tier4 - Posting",
                "views.update Tier4 - Posting",
            ],
            SlackMethods.All.Select(method => $"{method.Name} {method.Tier} {method.Scope ?? "-"} {method.Kind}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_sample_of_an_answer_is_read_by_its_methods_type()
    {
        foreach (var method in SlackMethods.All)
        {
            if (!SharedData.TryPath($"data/slack/samples/api/{method.Name}.json", output, out var path))
            {
                return;
            }

            Assert.NotNull(JsonSerializer.Deserialize(File.ReadAllText(path), method.ResponseInfo));
        }
    }

    [Fact]
    public void Every_sample_has_the_envelope_that_all_answers_have()
    {
        if (!SharedData.TryPath("data/slack/samples/api", output, out var folder))
        {
            return;
        }

        var files = Directory.GetFiles(folder, "*.json");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.NotNull(JsonSerializer.Deserialize(File.ReadAllText(file), SlackApiJson.Default.SlackEnvelope));
        }
    }

    [Fact]
    public void A_null_in_place_of_any_field_but_an_id_is_read_as_nothing()
    {
        const string person = """{"id":"U1","team_id":"T1","name":"n","real_name":"r","tz":"z","tz_label":"l","tz_offset":1,"locale":"en","deleted":true,"is_bot":true,"is_admin":true,"updated":1,"profile":{"display_name":"d","email":"e"}}""";
        foreach (var field in JsonNode.Parse(person)!.AsObject().Select(field => field.Key).Where(name => name != "id").ToList())
        {
            var changed = JsonNode.Parse(person)!.AsObject();
            changed[field] = null;
            var answer = new JsonObject { ["ok"] = true, ["user"] = changed }.ToJsonString();

            Assert.Equal("U1", ((UserAnswer)JsonSerializer.Deserialize(answer, SlackMethods.UsersInfo.ResponseInfo)!).User.Id);
        }
    }
}
