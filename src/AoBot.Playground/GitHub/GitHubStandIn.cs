using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AoBot.Playground.GitHub;

/// <summary>
/// A stand-in for GitHub's REST API (https://docs.github.com/rest), as strict as the real one about what a client must send and heed: User-Agent, Accept,
/// the API's version, the token, pages of at most 100, ETags, limits. It shows repositories as of a clock, and reads only.
/// </summary>
/// <param name="programTime">As of when repositories are shown.</param>
/// <param name="realTime">By which limits go.</param>
public sealed class GitHubStandIn(TimeProvider programTime, TimeProvider realTime)
{
    private static readonly string[] Versions = ["2022-11-28", "2026-03-10"];

    private const int MostRequests = 10_000;

    private readonly Dictionary<string, HostedRepository> _repositories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (long Hour, int Used)> _used = new(StringComparer.Ordinal);
    private readonly Queue<GitHubRequest> _requests = new();
    private readonly Lock _lock = new();

    public GitHubFaults Faults { get; } = new();

    /// <summary>Whoever shows this one may ask more, and sees what is private.</summary>
    public string Token { get; set; } = "ghp_of_the_stand_in";

    public int LimitWithoutToken { get; set; } = 60;

    public int LimitWithToken { get; set; } = 5000;

    /// <summary>How many entries a recursive tree holds before it is cut.</summary>
    public int LargestTree { get; set; } = 100_000;

    /// <summary>What was asked last, the newest at the end.</summary>
    public IReadOnlyList<GitHubRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public void Add(HostedRepository repository) => _repositories[repository.FullName] = repository;

    /// <param name="app">Where it is hosted.</param>
    /// <param name="prefix">Below which path, without a slash at its end; empty for the root.</param>
    public void Map(IEndpointRouteBuilder app, string prefix = "") => app.MapFallback(prefix + "/{**path}", context => Answer(context, prefix));

    private async Task Answer(HttpContext context, string prefix)
    {
        var address = context.Request.Path.Value![prefix.Length..].TrimStart('/') + context.Request.QueryString;
        var reply = Reply(context, address, out var fault);
        lock (_lock)
        {
            if (_requests.Count == MostRequests)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(new GitHubRequest(address, reply.Status, context.Request.Headers.IfNoneMatch.ToString()));
        }

        if (fault == GitHubFaultKind.Slow)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, realTime, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Status == StatusCodes.Status304NotModified)
        {
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(fault == GitHubFaultKind.HalfPage ? reply.Body.AsMemory(0, reply.Body.Length / 2) : reply.Body, context.RequestAborted);
        if (fault == GitHubFaultKind.HalfPage)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }

    private GitHubReply Reply(HttpContext context, string address, out GitHubFaultKind? fault)
    {
        fault = null;
        var headers = context.Request.Headers;
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            return GitHubReply.Error(404, "Not Found");
        }

        if (headers.UserAgent.Count == 0)
        {
            return GitHubReply.Error(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.");
        }

        if (!headers.Accept.ToString().Split(',').Any(a => a.Trim() is "application/vnd.github+json" or "application/vnd.github.v3+json" or "application/json" or "*/*"))
        {
            return GitHubReply.Error(415, "Unsupported 'Accept' header. Must accept 'application/json'.");
        }

        if (headers["X-GitHub-Api-Version"] is { Count: > 0 } version && !Versions.Contains(version.ToString(), StringComparer.Ordinal))
        {
            return GitHubReply.Error(400, "Unsupported API version.");
        }

        var shown = headers.Authorization.ToString();
        var isKnown = shown == "Bearer " + Token || shown == "token " + Token;
        if (shown.Length > 0 && !isKnown)
        {
            return GitHubReply.Error(401, "Bad credentials");
        }

        var met = fault = Faults.Meet(address);
        return WithLimit(isKnown, headers.IfNoneMatch.ToString(), met, () => met switch
        {
            GitHubFaultKind.NotFound => GitHubReply.Error(404, "Not Found"),
            GitHubFaultKind.BadGateway => GitHubReply.Error(502, "Bad Gateway"),
            GitHubFaultKind.SecondaryLimit => GitHubReply.Error(403, "You have exceeded a secondary rate limit.").With("Retry-After", "90"),
            GitHubFaultKind.Garbage => new GitHubReply(200, "<html>Unicorn!</html>"u8.ToArray()),
            _ => Ask(context, address, isKnown, met),
        });
    }

    private GitHubReply Ask(HttpContext context, string address, bool isKnown, GitHubFaultKind? fault)
    {
        var path = address.Split('?')[0].Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (path is not ["repos", var owner, var name, ..] || !_repositories.TryGetValue($"{owner}/{name}", out var repository) || (repository.IsPrivate && !isKnown))
        {
            return GitHubReply.Error(404, "Not Found");
        }

        var root = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}";
        return new HostedAnswers(repository, programTime.GetUtcNow(), fault == GitHubFaultKind.TruncatedTree ? 1 : LargestTree, root, context.Request.Query).Answer(path[3..]);
    }

    /// <summary>Every request counts, but for one that is answered with 304 to somebody who is known.</summary>
    private GitHubReply WithLimit(bool isKnown, string eTag, GitHubFaultKind? fault, Func<GitHubReply> answer)
    {
        var now = realTime.GetUtcNow();
        var hour = now.ToUnixTimeSeconds() / 3600;
        var (who, limit) = isKnown ? ("token", LimitWithToken) : ("address", LimitWithoutToken);
        lock (_lock)
        {
            var used = _used.TryGetValue(who, out var last) && last.Hour == hour ? last.Used : 0;
            GitHubReply reply;
            if (used >= limit || fault == GitHubFaultKind.RateLimited)
            {
                used = limit;
                reply = GitHubReply.Error(403, "API rate limit exceeded.");
            }
            else
            {
                reply = answer();
                if (reply.Status == 200 && fault != GitHubFaultKind.Garbage)
                {
                    var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(who), .. reply.Body]))}\"";
                    reply = (eTag == tag ? new GitHubReply(304, []) { Headers = reply.Headers } : reply).With("ETag", tag);
                }

                used += reply.Status == 304 && isKnown ? 0 : 1;
            }

            _used[who] = (hour, used);
            return reply
                .With("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture))
                .With("X-RateLimit-Remaining", (limit - used).ToString(CultureInfo.InvariantCulture))
                .With("X-RateLimit-Used", used.ToString(CultureInfo.InvariantCulture))
                .With("X-RateLimit-Reset", ((hour + 1) * 3600).ToString(CultureInfo.InvariantCulture));
        }
    }
}

/// <param name="Address">Path and query.</param>
/// <param name="Status">What was answered.</param>
/// <param name="IfNoneMatch">Empty where it was not asked conditionally.</param>
public sealed record GitHubRequest(string Address, int Status, string IfNoneMatch);

/// <param name="Status">Of HTTP.</param>
/// <param name="Body">Of a 304, nothing.</param>
internal sealed record GitHubReply(int Status, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static GitHubReply Ok(JsonNode body) => new(200, Encoding.UTF8.GetBytes(Json.Write(body)));

    public static GitHubReply Error(int status, string message) =>
        new(status, Encoding.UTF8.GetBytes(Json.Write(new JsonObject { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest", ["status"] = status.ToString(CultureInfo.InvariantCulture) })));

    public GitHubReply With(string name, string value) => this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [name] = value } };
}
