using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace AoBot.Slack.Tests.Receiving;

/// <summary>Writes requests that we signed, for a third party to judge (.ci/third-party/check-signatures.mjs).</summary>
public sealed class SignedRequestsDump(ITestOutputHelper output)
{
    [Fact]
    public async Task Signed_requests_are_written_for_others_to_verify()
    {
        if (Environment.GetEnvironmentVariable("AOBOT_SIGNED_REQUESTS") is not { Length: > 0 } file)
        {
            output.WriteLine("Left out: AOBOT_SIGNED_REQUESTS names no file.");
            return;
        }

        List<SlackRequest> requests =
        [
            SlackRequest.Command("/ao", "status"),
            SlackRequest.Command("/ao", "ü & <@U1> 100% + 🐘"),
            SlackRequest.Command("/ao", ""),
            InteractionTests.Action("act"),
            SlackRequest.Interaction("""{"type":"view_submission","api_app_id":"A1","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"view":{"type":"modal","id":"V1","callback_id":"form","state":{"values":{}}}}"""),
            SlackRequest.Event("""{"type":"event_callback","event_id":"Ev1","team_id":"T1","api_app_id":"A1","event_time":1,"event":{"type":"app_mention","user":"U1","text":"ü","channel":"C1","ts":"1.2","event_ts":"1.2"}}"""),
            SlackRequest.Event("""{"type":"url_verification","challenge":"abc"}"""),
        ];
        var lines = new StringBuilder();
        foreach (var request in requests)
        {
            // Real time: who verifies looks at the real clock.
            using var message = request.Sign(TimeProvider.System.GetUtcNow());
            var headers = message.Headers.ToDictionary(header => header.Key, header => header.Value.Single(), StringComparer.Ordinal);
            headers["Content-Type"] = request.ContentType;
            lines.Append(JsonSerializer.Serialize(new { path = request.Path, headers, body = Encoding.UTF8.GetString(request.Body) })).Append('\n');
        }

        await File.WriteAllTextAsync(file, lines.ToString());
    }
}
