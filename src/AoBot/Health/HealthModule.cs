using System.Reflection;
using System.Text.Json.Serialization;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Health;

/// <summary>
/// Three questions: does the process live, can it answer Slack, are its duties done. A platform may restart on the first two, never on the third.
/// </summary>
public static class HealthModule
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Duties>();
        services.AddSingleton<ReminderRates>();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, HealthJson.Default));
    }

    public static void MapHealth(this WebApplication app)
    {
        // It remembers since when AoBot serves.
        app.Services.GetRequiredService<Duties>();
        app.MapGet("/health/live", () => TypedResults.Json(new HealthAnswer("ok", Version, Commit), HealthJson.Default.HealthAnswer));
        app.MapGet("/health/ready", Ready);
        app.MapGet("/health/duties", Done);
    }

    private static readonly string[] Built =
        (typeof(HealthModule).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown").Split('+', 2);

    public static string Version => Built[0];

    /// <summary>What it was built from.</summary>
    public static string Commit => Built.Length > 1 ? Built[1] : "unknown";

    // The door and the handlers are there before the port opens; what can go away is the database.
    private static Task<IResult> Ready(SqliteDatabase database, IDbContextFactory<AoBotDbContext> contexts, CancellationToken cancellationToken) =>
        WithDatabase(database, contexts, async db =>
        {
            await db.TacReports.AnyAsync(cancellationToken);
            return TypedResults.Json(new HealthAnswer("ok", Version, Commit), HealthJson.Default.HealthAnswer);
        });

    private static Task<IResult> Done(SqliteDatabase database, IDbContextFactory<AoBotDbContext> contexts, Duties duties, CancellationToken cancellationToken) =>
        WithDatabase(database, contexts, async db =>
        {
            var facts = await duties.Read(db, cancellationToken);
            var troubles = DutyPolicy.Troubles(facts);
            return TypedResults.Json(
                new DutiesAnswer(troubles.Count == 0 ? "ok" : string.Join("; ", troubles.Select(t => t.Words)), [.. troubles.Select(t => t.Duty)], facts.EventsWaiting, (long)facts.OldestEventWaits.TotalSeconds, facts.EventsGivenUp, Version, Commit),
                HealthJson.Default.DutiesAnswer,
                statusCode: troubles.Count > 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        });

    private static async Task<IResult> WithDatabase(SqliteDatabase database, IDbContextFactory<AoBotDbContext> contexts, Func<AoBotDbContext, Task<IResult>> look)
    {
        // An open connection goes on with a file that was deleted, and what it writes is lost.
        if (!File.Exists(database.FilePath))
        {
            return Unready("the database is gone");
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            return await look(db);
        }
        catch (Microsoft.Data.Sqlite.SqliteException problem)
        {
            return Unready($"the database cannot be read (SQLite error {problem.SqliteErrorCode})");
        }
    }

    private static IResult Unready(string words) =>
        TypedResults.Json(new HealthAnswer(words, Version, Commit), HealthJson.Default.HealthAnswer, statusCode: StatusCodes.Status503ServiceUnavailable);
}

/// <param name="Status"><c>ok</c>, or what is wrong.</param>
/// <param name="Version">Of AoBot.</param>
/// <param name="Commit">What it was built from.</param>
public sealed record HealthAnswer(string Status, string Version, string Commit);

/// <param name="Status"><c>ok</c>, or what is wrong.</param>
/// <param name="Undone">The names of the duties that are not done.</param>
/// <param name="EventsWaiting">Stored and not yet dealt with.</param>
/// <param name="OldestWaitingSeconds">How long the oldest of them has waited.</param>
/// <param name="EventsGivenUp">Tried five times in vain, of the last four days; their rows say why.</param>
/// <param name="Version">Of AoBot.</param>
/// <param name="Commit">What it was built from.</param>
public sealed record DutiesAnswer(string Status, IReadOnlyList<string> Undone, int EventsWaiting, long OldestWaitingSeconds, int EventsGivenUp, string Version, string Commit);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(DutiesAnswer))]
public sealed partial class HealthJson : JsonSerializerContext;
