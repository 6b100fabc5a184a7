using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AoBot.Slack.Api;

/// <summary>What an answer of the Web API means.</summary>
internal abstract record SlackAnswer<T>
{
    public sealed record Yes(T Response) : SlackAnswer<T>;

    public sealed record No(SlackError Error) : SlackAnswer<T>;

    public sealed record SlowDown : SlackAnswer<T>;

    public sealed record Unclear(string Reason) : SlackAnswer<T>;
}

/// <summary>The part every answer has. See https://docs.slack.dev/apis/web-api/#responses.</summary>
internal sealed record SlackEnvelope
{
    public required bool Ok { get; init; }

    public string? Error { get; init; }

    public string? Needed { get; init; }

    public string? Provided { get; init; }

    public ResponseMetadata? ResponseMetadata { get; init; }
}

internal sealed record ResponseMetadata
{
    public IReadOnlyList<string>? Messages { get; init; }
}

/// <summary>Reads an answer: the status first, then Slack's own word, then the response itself.</summary>
internal static class SlackAnswers
{
    public static SlackAnswer<T> Read<T>(Attempt.Answered answer, JsonTypeInfo<T> type)
    {
        var status = (int)answer.Status;
        if (answer.Status == HttpStatusCode.TooManyRequests)
        {
            return new SlackAnswer<T>.SlowDown();
        }

        // Whatever a broken server says in its body, it may have done half of the work.
        if (status >= 500 || answer.Status == HttpStatusCode.RequestTimeout)
        {
            return new SlackAnswer<T>.Unclear($"http_{status}");
        }

        var envelope = Parse(answer.Body, SlackApiJson.Default.SlackEnvelope);
        return envelope switch
        {
            { Ok: false, Error.Length: > 0 } => Refusal<T>(envelope),
            // A redirect is not followed and a 4xx was not accepted: the method did not run.
            _ when status is >= 300 and < 500 => new SlackAnswer<T>.No(new OtherError($"http_{status}")),
            { Ok: true } when Parse(answer.Body, type) is { } response => new SlackAnswer<T>.Yes(response),
            _ => new SlackAnswer<T>.Unclear("unreadable_answer"),
        };
    }

    private static SlackAnswer<T> Refusal<T>(SlackEnvelope envelope)
    {
        var code = envelope.Error!;
        return code switch
        {
            _ when SlackErrorCodes.IsUncertain(code) => new SlackAnswer<T>.Unclear(code),
            _ when SlackErrorCodes.IsRateLimit(code) => new SlackAnswer<T>.SlowDown(),
            _ => new SlackAnswer<T>.No(SlackErrorCodes.Read(code, envelope.Needed, envelope.Provided, envelope.ResponseMetadata?.Messages ?? [])),
        };
    }

    /// <summary>Null when it is not that.</summary>
    public static T? Parse<T>(byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            // Not Slack's JSON: the caller of this file says what that means for its method.
            return default;
        }
    }
}
