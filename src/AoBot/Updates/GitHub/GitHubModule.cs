using AoBot.Scheduling;
using Quartz;

namespace AoBot.Updates.GitHub;

/// <summary>The repository at GitHub: the reader, and the door at which GitHub says that something happened.</summary>
public static partial class GitHubModule
{
    public const string WebhookRoute = "/github/webhook";

    /// <summary>How large a delivery may be; GitHub's own limit is 25 MB, but of the events that are asked for none comes near this.</summary>
    internal const int LargestDelivery = 5 * 1024 * 1024;

    private static readonly string[] Meaning = ["push", "pull_request"];

    public static void AddGitHub(this IServiceCollection services)
    {
        services.AddHttpClient(GitHubClient.ClientName)
            // Each try has a timeout of its own.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = System.Net.DecompressionMethods.GZip,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        services.AddSingleton(new GitHubPatience());
        services.AddSingleton<GitHubClient>();
        services.AddSingleton<GitHubReader>();
        services.AddSingleton<RepositoryReader>();
    }

    /// <summary>Every ten minutes; nothing where no repository is set.</summary>
    public static Schedules ReadRepository(this Schedules schedules, Settings settings) =>
        settings.GitHubRepository is null ? schedules : schedules.AtStartAndEvery<RepositoryReadJob>(RepositoryReadJob.Key, minutes: 10);

    public static void MapGitHub(this WebApplication app) => app.MapPost(WebhookRoute, Webhook);

    private static async Task<IResult> Webhook(HttpContext context, Settings settings, RepositoryReader reader, ISchedulerFactory schedulers, ILogger<RepositoryReader> logger, CancellationToken cancellationToken)
    {
        if (settings.GitHubWebhookSecret is not { } secret || !reader.IsSet)
        {
            return TypedResults.Text("There is no webhook here: Updates:GitHub:WebhookSecret is not set.", statusCode: StatusCodes.Status404NotFound);
        }

        if (await Body(context.Request, cancellationToken) is not { } body)
        {
            return TypedResults.Text("The delivery is too large.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        if (!WebhookSignature.Matches(secret, body, context.Request.Headers[WebhookSignature.Header] is [{ } only] ? only : null))
        {
            LogUnsigned(logger);
            return TypedResults.Text("The signature is not by this webhook's secret.", statusCode: StatusCodes.Status401Unauthorized);
        }

        // What happened is not taken from the delivery but read: so a delivery that is repeated, late or out of order does no harm.
        var happened = context.Request.Headers["X-GitHub-Event"].ToString();
        if (Meaning.Contains(happened, StringComparer.Ordinal) && reader.Await())
        {
            await (await schedulers.GetScheduler(cancellationToken)).TriggerJob(RepositoryReadJob.Key, cancellationToken);
        }

        return TypedResults.Text(happened == "ping" ? "AoBot hears you." : "", statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>The raw body; none where it is too large.</summary>
    private static async Task<byte[]?> Body(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestDelivery)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > LargestDelivery)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a delivery to the webhook of the repository: it is not signed by its secret")]
    private static partial void LogUnsigned(ILogger logger);
}
