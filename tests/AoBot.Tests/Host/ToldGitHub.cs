using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AoBot.Tests.Host;

/// <summary>A GitHub with one repository of one commit. How a whole one is read has its own tests, beside the stand-in.</summary>
public sealed class ToldGitHub : IAsyncDisposable
{
    public const string Token = "ghp_0000testtoken";

    private const string Commit = """{"sha":"1111111111111111111111111111111111111111","commit":{"author":{"date":"2024-05-01T10:00:00Z"},"committer":{"date":"2024-05-02T10:00:00Z"}},"parents":[]}""";

    private WebApplication? _app;
    private int _asked;

    public Uri Url => new(_app!.Urls.First());

    /// <summary>How often it was asked.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Whether the token is no longer one.</summary>
    public bool RefusesToken { get; set; }

    /// <summary>What the folder holds.</summary>
    public bool HasUpdates { get; set; } = true;

    /// <summary>Nothing is answered before this is done.</summary>
    public Task MayAnswer { get; set; } = Task.CompletedTask;

    public async Task Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapFallback((Delegate)Answer);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);

    private async Task<IResult> Answer(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        await MayAnswer;
        if (RefusesToken)
        {
            return Results.Text("""{"message":"Bad credentials"}""", "application/json", statusCode: StatusCodes.Status401Unauthorized);
        }

        var path = context.Request.Path.Value!;
        var body = path switch
        {
            "/repos/fund/updates" => """{"default_branch":"main"}""",
            "/repos/fund/updates/branches/main" => $$"""{"commit":{{Commit}}}""",
            "/repos/fund/updates/commits" => context.Request.Query.ContainsKey("path") && !HasUpdates ? "[]" : $"[{Commit}]",
            "/repos/fund/updates/pulls" => "[]",
            _ when path.StartsWith("/repos/fund/updates/commits/", StringComparison.Ordinal) => $$"""{{Commit[..^1]}},"files":[{"filename":"alpha/engagements/2024/acme/update-2024-04.md","status":"added","sha":"2222222222222222222222222222222222222222"}]}""",
            _ when path.StartsWith("/repos/fund/updates/git/trees/", StringComparison.Ordinal) => """{"tree":[{"path":"alpha/engagements/2024/acme/update-2024-04.md","mode":"100644","type":"blob","sha":"2222222222222222222222222222222222222222","size":500}]}""",
            _ when path.StartsWith("/repos/fund/updates/git/blobs/", StringComparison.Ordinal) => $$"""{"content":"{{Convert.ToBase64String(new byte[500])}}","encoding":"base64","size":500}""",
            _ => null,
        };
        return body is null ? Results.Text("""{"message":"Not Found"}""", "application/json", statusCode: StatusCodes.Status404NotFound) : Results.Text(body, "application/json");
    }
}
