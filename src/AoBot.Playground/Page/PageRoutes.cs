using System.Globalization;
using AoBot.Conversations;
using AoBot.Playground.Bot;
using AoBot.Playground.Repository;
using AoBot.Playground.Scripting;
using AoBot.Playground.Workspace;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AoBot.Playground.Page;

/// <summary>The page at <c>/</c> and what its script fetches; what people do goes through the routes for scripts.</summary>
public static class PageRoutes
{
    private const int MostRequests = 100;

    /// <summary>Nothing from elsewhere runs here, whatever a message says.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddPage(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Nothing is protected by keys here, so none is kept on disk, and nobody needs to be told.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<PageFragments>();
        services.AddSingleton<PageClock>();
        services.AddSingleton<PageChanges>();
    }

    public static void MapPage(this WebApplication app)
    {
        app.MapStaticAssets();
        var page = app.MapGroup("").AddEndpointFilter(Guard);
        page.MapGet("/", Whole);
        page.MapGet("/page/changes", Changes);
        page.MapGet("/page/older", Older);
        page.MapGet("/page/requests/{id:long}", Request);
        page.MapPost("/page/read", Read);
        page.MapRepository();
    }

    /// <summary>None where the system's own is followed.</summary>
    internal static string? ThemeOf(HttpRequest http) => http.Cookies["theme"] is "dark" or "light" ? http.Cookies["theme"] : null;

    private static ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }

    private static async Task<IResult> Whole(HttpRequest http, PlaygroundWorkspace workspace, RequestLog log, PlaygroundRepository repository, BotHost bot, Beginning beginning, PageClock clock, TimeProvider time, CancellationToken cancellationToken)
    {
        var version = workspace.Feed.Version;
        var sight = SightOf(http, workspace, time);
        var (now, next) = await clock.Look(cancellationToken);
        var words = (await bot.Services(cancellationToken))?.GetRequiredService<Words>();
        return new RazorComponentResult<Document>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Sight"] = sight,
            ["Words"] = words is null ? new List<Usage>() : Completions(words),
            ["Repository"] = repository,
            ["Requests"] = log.All.Reverse().Take(MostRequests).ToList(),
            ["Clock"] = now,
            ["Next"] = next,
            ["Version"] = version,
            ["Theme"] = ThemeOf(http),
            ["ShowsWelcome"] = http.Cookies["welcome"] is null,
            ["ShowsScenes"] = http.Cookies["scenes"] == "open",
            ["CanReset"] = beginning.IsPossible,
        });
    }

    private static ServerSentEventsResult<string> Changes(HttpRequest http, PageChanges changes, CancellationToken cancellationToken)
    {
        // A browser that comes back by itself says what it saw last.
        var last = http.Headers["Last-Event-ID"].FirstOrDefault() ?? http.Query["since"];
        var seen = long.TryParse(last, CultureInfo.InvariantCulture, out var version) ? version : -1;
        return TypedResults.ServerSentEvents(changes.For(http.Query["as"], http.Query["at"], http.Query["thread"], seen, cancellationToken));
    }

    private static async Task<IResult> Older(HttpContext http, PlaygroundWorkspace workspace, PageFragments fragments, TimeProvider time)
    {
        var sight = SightOf(http.Request, workspace, time);
        if (sight.Channel is null || http.Request.Query["before"].FirstOrDefault() is not { } before)
        {
            return TypedResults.BadRequest();
        }

        var page = workspace.Messages(sight.Channel.Id, sight.Person.Id, MessageList.Most, before);
        http.Response.Headers["X-Older"] = page.HasOlder ? "yes" : "no";
        return TypedResults.Text(await fragments.Render<MessageRows>(("Messages", page.Messages), ("Reader", sight.Reader)), "text/html; charset=utf-8");
    }

    private static async Task<IResult> Request(long id, RequestLog log, PageFragments fragments) =>
        log.Find(id) is { } request
            ? TypedResults.Text(await fragments.Render<RequestDetail>(("Request", request)), "text/html; charset=utf-8")
            : TypedResults.NotFound();

    private static IResult Read(ReadMark mark, PlaygroundWorkspace workspace)
    {
        if (workspace.FindUser(mark.User) is null || workspace.FindChannel(mark.Channel)?.Members.Contains(mark.User) != true)
        {
            return TypedResults.BadRequest();
        }

        workspace.MarkRead(mark.User, mark.Channel);
        return TypedResults.NoContent();
    }

    private static Sight SightOf(HttpRequest http, PlaygroundWorkspace workspace, TimeProvider time) =>
        Sight.Of(workspace, time, http.Query["as"], http.Query["at"], http.Query["thread"]);

    /// <summary>Every form that the bot's own help names.</summary>
    private static List<Usage> Completions(Words words) =>
    [
        .. words.All
            .SelectMany(word => word.Help.Usages)
            .DistinctBy(usage => usage.Form, StringComparer.Ordinal)
            .Select(usage => usage with { Form = $"/ao {usage.Form}" }),
        .. words.All.Where(word => !AdminCommand.IsAdmins(word)).Select(word => new Usage($"@AoBot {word.Help.Name}", $"{word.Help.Summary}, for everybody to see")),
    ];

    private sealed record ReadMark(string User, string Channel);
}
