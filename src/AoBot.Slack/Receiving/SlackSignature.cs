using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AoBot.Slack.Receiving;

/// <summary>
/// Slack's request signature: HMAC-SHA256 over <c>v0:{timestamp}:{raw body}</c> with the signing secret as UTF-8, written as <c>v0=</c> and 64
/// lower-case hexadecimal digits. See https://docs.slack.dev/authentication/verifying-requests-from-slack.
/// </summary>
public static class SlackSignature
{
    /// <summary>The header that carries the signature.</summary>
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>The header that carries the time of signing, in seconds since 1970 (UTC).</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>How far a timestamp may be from now, in both directions, in seconds.</summary>
    public const int MaxAgeSeconds = 300;

    internal const int Length = 3 + (2 * SHA256.HashSizeInBytes);

    /// <summary>Signs a body as Slack would: for tests, and for stand-ins of Slack.</summary>
    /// <param name="signingSecret">The app's signing secret.</param>
    /// <param name="timestamp">Seconds since 1970 (UTC).</param>
    /// <param name="body">The raw body.</param>
    /// <returns>The value of <see cref="SignatureHeader"/>.</returns>
    public static string Sign(string signingSecret, long timestamp, ReadOnlySpan<byte> body)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"v0:{timestamp}:");
        var signed = new byte[prefix.Length + body.Length];
        Encoding.ASCII.GetBytes(prefix, signed);
        body.CopyTo(signed.AsSpan(prefix.Length));
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(signingSecret), signed));
    }

    /// <summary>Compares in constant time. Only the very form that Slack sends is accepted: no capitals, no blanks.</summary>
    internal static bool Matches(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> signed, ReadOnlySpan<char> signature)
    {
        if (signature.Length != Length)
        {
            return false;
        }

        Span<byte> given = stackalloc byte[Length];
        if (!Ascii.IsValid(signature) || Encoding.ASCII.GetBytes(signature, given) != Length)
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, signed, hash);
        Span<byte> expected = stackalloc byte[Length];
        "v0="u8.CopyTo(expected);
        return Convert.TryToHexStringLower(hash, expected[3..], out _) && CryptographicOperations.FixedTimeEquals(given, expected);
    }
}
