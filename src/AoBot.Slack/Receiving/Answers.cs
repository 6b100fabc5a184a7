using System.Text;
using Microsoft.AspNetCore.Http;

namespace AoBot.Slack.Receiving;

/// <summary>Writes small answers with a length, in one piece.</summary>
internal static class Answers
{
    public static Task Empty(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    public static Task Json(HttpContext context, ReadOnlyMemory<byte> utf8) => Write(context, StatusCodes.Status200OK, "application/json; charset=utf-8", utf8);

    public static Task Words(HttpContext context, int status, string words) =>
        Write(context, status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(words));

    private static Task Write(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> utf8)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = utf8.Length;
        return context.Response.Body.WriteAsync(utf8, context.RequestAborted).AsTask();
    }
}
