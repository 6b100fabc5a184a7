using System.Security.Cryptography;
using System.Text;

namespace AoBot.Updates.GitHub;

/// <summary>
/// GitHub's signature of a webhook: HMAC-SHA256 over the raw body with the webhook's secret, written as <c>sha256=</c> and 64 lower-case hexadecimal
/// digits. See https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries.
/// </summary>
public static class WebhookSignature
{
    public const string Header = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";

    /// <summary>Signs a body as GitHub would: for tests, and for stand-ins of GitHub.</summary>
    public static string Sign(string secret, ReadOnlySpan<byte> body) => Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Compares in constant time.</summary>
    internal static bool Matches(string secret, ReadOnlySpan<byte> body, string? signature) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(secret, body)), Encoding.UTF8.GetBytes(signature));
}
