using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AoBot.Playground.Bot;
using AoBot.Playground.Workspace;
using AoBot.Updates.GitHub;

namespace AoBot.Playground.Repository;

/// <summary>Tells the bot, signed, that something happened in the repository. https://docs.github.com/webhooks/webhook-events-and-payloads</summary>
public sealed class RepositoryWebhook(PlaygroundOptions options, BotHost bot, RequestLog log, TimeProvider programTime) : IDisposable
{
    private const string Event = "pull_request";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Patience };

    public void Dispose() => _http.Dispose();

    /// <summary>Of a bot that runs elsewhere the secret is not known, and it is not told.</summary>
    public async Task Tell(CancellationToken cancellationToken)
    {
        if (!bot.IsOurs)
        {
            return;
        }

        var payload = new JsonObject { ["repository"] = new JsonObject { ["full_name"] = PlaygroundRepository.FullName } };
        var body = Encoding.UTF8.GetBytes(Json.Write(payload));
        var path = GitHubModule.WebhookRoute.TrimStart('/');
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.BotUrl, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "GitHub-Hookshot/playground");
        request.Headers.Add("X-GitHub-Event", Event);
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Sign(options.WebhookSecret, body));
        var (at, started) = (programTime.GetUtcNow(), Stopwatch.GetTimestamp());
        var status = await Send(request, cancellationToken);
        log.Add(new LoggedRequest
        {
            Direction = RequestDirection.ToBot,
            At = at,
            Method = "POST",
            Path = GitHubModule.WebhookRoute,
            Subject = Event,
            Request = Json.Pretty(payload),
            Status = status,
            Duration = Stopwatch.GetElapsedTime(started),
            IsSignatureGood = status is null ? null : status is not 401,
        });
    }

    private async Task<int?> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The bot finds out by itself when it reads next.
            return null;
        }
    }
}
