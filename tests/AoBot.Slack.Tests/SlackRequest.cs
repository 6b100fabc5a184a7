using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using AoBot.Slack.Receiving;

namespace AoBot.Slack.Tests;

/// <summary>Builds requests as Slack sends them, really signed. Knows no test framework, so that other test projects can link this file.</summary>
public sealed record SlackRequest(string Path, byte[] Body, string ContentType)
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";

    /// <summary>A secret of the shape that Slack gives out, of no real app.</summary>
    public const string Secret = "0123456789abcdef0123456789abcdef";

    public const string AppId = "A0000TEST";
    public const string TeamId = "T0000HOME";
    public const string UserId = "U0000ANNA";
    public const string ChannelId = "C0000FUND";

    /// <summary>Headers beside the signature, for instance of a retry.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A slash command as Slack sends it; <paramref name="change"/> sets, replaces or (with null) removes fields.</summary>
    public static SlackRequest Command(string command, string text = "", params (string Field, string? Value)[] change)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("token", "legacy-fixed-value"),
            new("team_id", TeamId),
            new("team_domain", "home"),
            new("channel_id", ChannelId),
            new("channel_name", "fund"),
            new("user_id", UserId),
            new("user_name", "anna"),
            new("command", command),
            new("text", text),
            new("api_app_id", AppId),
            new("is_enterprise_install", "false"),
            new("response_url", "https://hooks.slack.com/commands/T0000HOME/1/abc"),
            new("trigger_id", NewTriggerId()),
        ];
        foreach (var (field, value) in change)
        {
            fields.RemoveAll(one => one.Key == field);
            if (value is not null)
            {
                fields.Add(new(field, value));
            }
        }

        return OfForm("/slack/command", fields);
    }

    /// <summary>An interaction: a payload of JSON in a form.</summary>
    public static SlackRequest Interaction(string payload, string path = "/slack/action") => OfForm(path, [new("payload", payload)]);

    /// <summary>An event: a body of JSON.</summary>
    public static SlackRequest Event(string json) => new("/slack/event", Encoding.UTF8.GetBytes(json), Json);

    public static SlackRequest OfForm(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        new(path, Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => Escape(field.Key) + "=" + Escape(field.Value)))), Form);

    /// <summary>Slack's ids of triggers are unique.</summary>
    public static string NewTriggerId() => "1." + Guid.NewGuid().ToString("N");

    /// <summary>Signs it for an instant. Each call gives a new message, as one can be sent only once.</summary>
    public HttpRequestMessage Sign(DateTimeOffset now, string secret = Secret) => Sign(now.ToUnixTimeSeconds(), secret);

    public HttpRequestMessage Sign(long timestamp, string secret = Secret)
    {
        var message = Unsigned();
        message.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        message.Headers.TryAddWithoutValidation("X-Slack-Signature", SlackSignature.Sign(secret, timestamp, Body));
        return message;
    }

    public HttpRequestMessage Unsigned()
    {
        var message = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(Body) };
        message.Content.Headers.ContentType = ContentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(ContentType);
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    // As Slack does: a blank is '+', everything beside letters, digits and -._ is escaped.
    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
