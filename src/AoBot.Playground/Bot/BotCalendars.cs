using System.Net.Mime;

namespace AoBot.Playground.Bot;

/// <summary>The calendars that the bot gives, below the Playground's own address, as a web server before it would hand them on.</summary>
public sealed class BotCalendars(PlaygroundOptions options) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    public void Dispose() => _http.Dispose();

    public async Task<IResult> Read(HttpContext context, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(options.BotUrl, context.Request.Path.ToUriComponent()), cancellationToken);
        context.Response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString();
        return TypedResults.Text(await answer.Content.ReadAsByteArrayAsync(cancellationToken), answer.Content.Headers.ContentType?.ToString() ?? MediaTypeNames.Text.Plain, (int)answer.StatusCode);
    }
}
