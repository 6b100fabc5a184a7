using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using Polly;
using Polly.Retry;

namespace AoBot.Updates.GitHub;

/// <summary>
/// Asks GitHub, one request after the other: with the token where there is one, conditionally where an ETag is known, as often and as fast as GitHub
/// allows. A passing failure is tried again a few times, later each time; a limit that is reached ends the reading until GitHub says.
/// </summary>
public sealed class GitHubClient(IHttpClientFactory clients, Settings settings, GitHubPatience patience, [FromKeyedServices(ProgramClock.Real)] TimeProvider time)
{
    /// <summary>The name of the HTTP client, for a host that wants to add handlers to it.</summary>
    public const string ClientName = "github";

    /// <summary>No answer may be larger: GitHub's largest, a recursive tree, ends at 7 MB.</summary>
    internal const int Largest = 16 * 1024 * 1024;

    private const int MostRedirects = 3;

    private readonly ResiliencePipeline _again = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<GitHubException>(e => patience.Attempts > 1 && e is { Problem: GitHubProblem.Unreachable or GitHubProblem.Unreadable, RetryAt: null }),
            MaxRetryAttempts = Math.Max(1, patience.Attempts - 1),
            Delay = patience.FirstDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    private GitHubLimit? _limit;

    /// <summary>How often GitHub was asked, tries included.</summary>
    public int Requests { get; private set; }

    /// <summary>What GitHub last said of how much may be asked.</summary>
    public GitHubLimit? Limit => _limit;

    /// <param name="address">Relative to <c>Updates:GitHub:ApiUrl</c>, or whole and below it.</param>
    /// <param name="type">What the answer is read as.</param>
    /// <param name="eTag">What was given the last time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="most">Bytes that are read at most; a larger answer is <see cref="GitHubAnswer{T}.TooLarge"/>.</param>
    /// <exception cref="GitHubException">There is no answer to go by.</exception>
    internal async Task<GitHubAnswer<T>> Get<T>(string address, JsonTypeInfo<T> type, string? eTag, CancellationToken cancellationToken, int most = Largest) =>
        await _again.ExecuteAsync(async ct => await Try(address, type, eTag, most, ct), cancellationToken);

    private async Task<GitHubAnswer<T>> Try<T>(string address, JsonTypeInfo<T> type, string? eTag, int most, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (_limit is { Remaining: 0 } limit && limit.Reset > now)
        {
            throw Limited(limit.Reset);
        }

        using var timeout = new CancellationTokenSource(patience.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await Follow(new Uri(settings.GitHubApiUrl, address), eTag, either.Token);
            _limit = GitHubLimit.Read(response.Headers) ?? _limit;
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return await Body(response, most, either.Token) is { } body
                    ? new GitHubAnswer<T>.Read(Parse(body, type), response.Headers.ETag?.ToString(), Links.Next(response.Headers), Links.LastPage(response.Headers))
                    : new GitHubAnswer<T>.TooLarge();
            }

            return response.StatusCode switch
            {
                HttpStatusCode.NotModified => new GitHubAnswer<T>.Unchanged(),
                HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity => new GitHubAnswer<T>.Missing(),
                _ => throw await Refused(response, now, either.Token),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GitHubException(GitHubProblem.Unreachable, $"{Host} did not answer within {patience.Timeout.TotalSeconds:0} seconds");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new GitHubException(GitHubProblem.Unreachable, $"{Host} could not be reached, or hung up ({(problem as HttpRequestException)?.HttpRequestError ?? HttpRequestError.ResponseEnded})");
        }
    }

    private string Host => settings.GitHubApiUrl.Host;

    /// <summary>A repository that was renamed answers with where it is now. The token goes nowhere else than to the host that it is for.</summary>
    private async Task<HttpResponseMessage> Follow(Uri address, string? eTag, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (!settings.GitHubApiUrl.IsBaseOf(address))
            {
                throw new GitHubException(GitHubProblem.Unreadable, $"{Host} sends the reader elsewhere, to {address.Host}");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("AoBot", "1"));
            request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
            request.Headers.Authorization = settings.GitHubToken is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
            if (eTag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", eTag);
            }

            Requests++;
            var response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                || response.Headers.Location is not { } location || redirects == MostRedirects)
            {
                return response;
            }

            response.Dispose();
            address = new Uri(address, location);
        }
    }

    /// <summary>None where it is larger than asked for.</summary>
    private static async Task<byte[]?> Body(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > most)
        {
            return null;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > most)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private T Parse<T>(byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new GitHubException(GitHubProblem.Unreadable, $"{Host} gave an answer that is not whole or not as GitHub documents it");
        }
    }

    private async Task<GitHubException> Refused(HttpResponseMessage response, Instant now, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (status == 401)
        {
            return new GitHubException(GitHubProblem.TokenRefused, "GitHub refuses the token", "put a token that is valid into Updates:GitHub:Token, or leave it empty for a public repository");
        }

        if (status is not (403 or 429))
        {
            return new GitHubException(GitHubProblem.Unreachable, $"{Host} answered with {status}");
        }

        // https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api: retry-after, else the reset, else at least a minute.
        var said = await Said(response, cancellationToken);
        if (RetryAfter(response.Headers) is { } wait)
        {
            return Limited(now + wait);
        }

        if (_limit is { Remaining: 0 } limit)
        {
            return Limited(limit.Reset);
        }

        return status == 429 || said.Contains("rate limit", StringComparison.OrdinalIgnoreCase)
            ? Limited(now + Duration.FromMinutes(1))
            : new GitHubException(GitHubProblem.Forbidden, "GitHub does not let this token read the repository", "give it the right to read contents and pull requests");
    }

    private static async Task<string> Said(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await Body(response, 64 * 1024, cancellationToken) is { } body ? JsonSerializer.Deserialize(body, GitHubJson.Default.ErrorFacts)?.Message ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private Duration? RetryAfter(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } delta } => Duration.FromTimeSpan(delta),
        { Date: { } date } => Duration.FromTimeSpan(date - (headers.Date ?? time.GetUtcNow())),
        _ => null,
    };

    private GitHubException Limited(Instant until) => new(
        GitHubProblem.RateLimited,
        settings.GitHubToken is null
            ? $"GitHub allows {_limit?.Limit ?? GitHubLimit.WithoutToken} requests an hour without a token, and they are used up"
            : "GitHub asks to wait: its limit of requests is reached",
        settings.GitHubToken is null ? "set Updates:GitHub:Token, or wait" : null,
        until);
}
