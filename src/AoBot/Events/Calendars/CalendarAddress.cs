using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AoBot.Events.Calendars;

/// <summary>
/// Addresses of calendars that only those know who were told. The one of an invitation is sealed with a key that comes from the signing secret;
/// the one of a person's feed is a token of which only the checksum is kept. See docs/adr/0011-calendars-by-address.md.
/// </summary>
public static class CalendarAddress
{
    public const string PublicRoute = "/calendar.ics";
    public const string FeedRoute = "/calendar/{token}.ics";
    public const string InvitationRoute = "/calendar/invitation/{address}.ics";

    private const int TokenBytes = 24;
    private const int SealBytes = 16;

    /// <summary>Of everybody's calendar; none where AoBot does not know how it is reached.</summary>
    public static Uri? OfPublic(Settings settings) => Below(settings, PublicRoute);

    /// <summary>Of the file of one invitation.</summary>
    /// <param name="settings">Where AoBot is reached, and the secret.</param>
    /// <param name="invitee">The number of the invitation.</param>
    public static Uri? OfInvitation(Settings settings, int invitee) =>
        settings.SigningSecret is { } secret ? Below(settings, InvitationRoute.Replace("{address}", $"{Number(invitee)}-{Seal(secret, invitee)}", StringComparison.Ordinal)) : null;

    public static Uri? OfFeed(Settings settings, string token) => Below(settings, FeedRoute.Replace("{token}", token, StringComparison.Ordinal));

    /// <summary>The number of the invitation that an address names; none where nobody sealed it.</summary>
    public static int? InvitationIn(Settings settings, string address)
    {
        var parts = address.Split('-', 2);
        return settings.SigningSecret is { } secret
            && parts is [var number, var seal]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var invitee)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Seal(secret, invitee)))
            ? invitee
            : null;
    }

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>What is kept of a token. It is random and long, so that nobody finds it by trying.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string Seal(string secret, int invitee)
    {
        // A key of its own: what is sealed here can never be taken for a request of Slack's.
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), HMACSHA256.HashSizeInBytes, info: "aobot calendar files"u8.ToArray());
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Number(invitee))).AsSpan(0, SealBytes));
    }

    private static Uri? Below(Settings settings, string route) => settings.PublicUrl is { } url ? new Uri(url, route.TrimStart('/')) : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
