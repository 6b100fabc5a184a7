using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AoBot.Benchmarks;

/// <summary>
/// The least that can answer Slack: Kestrel, one route, the body, the freshness, the signature, and bytes that were read from a file.
/// What AoBot does beyond that is what the figures are about.
/// </summary>
internal static class BareEndpoint
{
    public static async Task Run(string url, string answerFile)
    {
        var answer = await File.ReadAllBytesAsync(answerFile);
        var secret = Encoding.UTF8.GetBytes(SignedRequests.Secret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.MapPost("/slack/command", (RequestDelegate)(context => Answer(context, secret, answer)));
        await app.RunAsync();
    }

    private static async Task Answer(HttpContext context, byte[] secret, byte[] answer)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }

        var isGood = IsGood(context.Request.Headers, secret, read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        if (!isGood)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private static bool IsGood(IHeaderDictionary headers, byte[] secret, System.Buffers.ReadOnlySequence<byte> body)
    {
        var timestamp = headers["X-Slack-Request-Timestamp"].ToString();
        var signature = headers["X-Slack-Signature"].ToString();
        if (body.Length > 4000
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - seconds) > 300)
        {
            return false;
        }

        Span<byte> signed = stackalloc byte[4096];
        var prefix = Encoding.ASCII.GetBytes($"v0:{timestamp}:", signed);
        foreach (var piece in body)
        {
            piece.Span.CopyTo(signed[prefix..]);
            prefix += piece.Length;
        }

        Span<byte> expected = stackalloc byte[67];
        "v0="u8.CopyTo(expected);
        return Convert.TryToHexStringLower(HMACSHA256.HashData(secret, signed[..prefix]), expected[3..], out _)
            && CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(signature));
    }
}
