using System.Net;
using System.Net.Http.Headers;

namespace AoBot.Slack.Api;

/// <summary>What one attempt brought back.</summary>
internal abstract record Attempt
{
    /// <summary>Slack cannot have seen the call.</summary>
    public sealed record NotSent(string Reason) : Attempt;

    /// <summary>Slack may have seen the call; there is no answer to go by.</summary>
    public sealed record Lost(string Reason) : Attempt;

    /// <summary>An answer was read to its end.</summary>
    public sealed record Answered(HttpStatusCode Status, HttpResponseHeaders Headers, byte[] Body) : Attempt;
}

/// <summary>Sends one request once, and says precisely how that went.</summary>
internal sealed class SlackTransport(IHttpClientFactory clients, SlackApiOptions options)
{
    /// <summary>Throws <see cref="OperationCanceledException"/> only when the caller gave up before anything was sent.</summary>
    public async Task<Attempt> Send(Uri url, SlackContent content, AuthenticationHeaderValue? authorization, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.Authorization = authorization;
        using var timeout = new CancellationTokenSource(options.Timeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            using var response = await clients.CreateClient(SlackApiServices.HttpClientName).SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return new Attempt.Answered(response.StatusCode, response.Headers, body);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return content.Begun ? new Attempt.Lost("cancelled") : throw new OperationCanceledException(ct);
        }
        catch (OperationCanceledException)
        {
            return Failed(content, "timeout");
        }
        catch (HttpRequestException e)
        {
            return Failed(content, Reason(e.HttpRequestError));
        }
        catch (IOException)
        {
            return Failed(content, "connection_lost");
        }
    }

    /// <summary>How long Slack asks to be left alone; one second when it does not say.</summary>
    public TimeSpan RetryAfter(HttpResponseHeaders headers)
    {
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (headers.Date ?? options.Time.GetUtcNow()),
            _ => TimeSpan.FromSeconds(1),
        };
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static Attempt Failed(SlackContent content, string reason) =>
        content.Begun ? new Attempt.Lost(reason) : new Attempt.NotSent(reason);

    private static string Reason(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "name_resolution_error",
        HttpRequestError.ConnectionError => "connection_error",
        HttpRequestError.SecureConnectionError => "secure_connection_error",
        HttpRequestError.ProxyTunnelError => "proxy_tunnel_error",
        HttpRequestError.InvalidResponse => "unreadable_answer",
        HttpRequestError.ConfigurationLimitExceeded => "answer_too_large",
        _ => "connection_lost",
    };
}
