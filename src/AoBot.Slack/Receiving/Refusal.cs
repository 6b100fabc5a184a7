using Microsoft.AspNetCore.Http;

namespace AoBot.Slack.Receiving;

/// <summary>Why a request is not answered: words for an operator who tries it by hand, and nothing that helps to guess.</summary>
internal sealed record Refusal(int Status, string Words)
{
    public static readonly Refusal TooLarge = new(StatusCodes.Status413PayloadTooLarge, "The body is larger than 1 MiB, more than Slack ever sends.");

    public static readonly Refusal Unsigned = new(
        StatusCodes.Status401Unauthorized,
        "The request is not signed: it needs exactly one X-Slack-Signature and one X-Slack-Request-Timestamp. Only Slack can call this address.");

    public static readonly Refusal Stale = new(
        StatusCodes.Status401Unauthorized,
        "X-Slack-Request-Timestamp is more than 300 seconds from this server's clock. If the request is Slack's, set the clock right.");

    public static readonly Refusal BadSignature = new(
        StatusCodes.Status401Unauthorized,
        "X-Slack-Signature does not match the body. If the request is Slack's, the signing secret set here is not this app's, or something on the way changed the body.");

    public static readonly Refusal NotAForm = new(
        StatusCodes.Status415UnsupportedMediaType,
        "This address takes application/x-www-form-urlencoded in UTF-8, as Slack sends it.");

    public static readonly Refusal NotJson = new(
        StatusCodes.Status415UnsupportedMediaType,
        "This address takes application/json in UTF-8, as Slack sends it.");

    public static readonly Refusal MalformedForm = new(
        StatusCodes.Status400BadRequest,
        "The body is no well-formed form: a field is missing, given twice, not UTF-8, or has a broken percent escape.");

    public static readonly Refusal MalformedJson = new(
        StatusCodes.Status400BadRequest,
        "The JSON cannot be read: it is broken, not UTF-8, nested too deeply, or lacks what its type needs.");

    public static readonly Refusal OtherApp = new(StatusCodes.Status403Forbidden, "The request is meant for another Slack app: check the app id set here.");

    public static readonly Refusal OtherTeam = new(StatusCodes.Status403Forbidden, "The request comes from another Slack workspace: check the team id set here.");

    public static readonly Refusal Busy = new(StatusCodes.Status503ServiceUnavailable, "Too much is waiting to be done. Try again in a minute.");

    public static readonly Refusal NotKept = new(StatusCodes.Status500InternalServerError, "The event could not be kept. Send it again; the log says why.");

    public static readonly Refusal OnlyPost = new(StatusCodes.Status405MethodNotAllowed, "This address takes POST, from Slack.");
}
