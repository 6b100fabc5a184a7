using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AoBot.Persistence;

/// <summary>The database among the services.</summary>
public static class PersistenceModule
{
    public static void AddAoBotDatabase(this IServiceCollection services, Settings settings, string contentRoot)
    {
        services.AddSingleton(provider => new SqliteDatabase(settings.ConnectionString, contentRoot, provider.GetRequiredService<ILogger<SqliteDatabase>>()));
        services.AddPooledDbContextFactory<AoBotDbContext>((provider, options) => options
            // A list is one parameter: with one for each of its items the SQL would be written anew each time, at every round of the outbox.
            .UseSqlite(provider.GetRequiredService<SqliteDatabase>().ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            // Some tables have one row: which of it is the first is no question, and no worry for who reads the log.
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.FirstWithoutOrderByAndFilterWarning))
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<DataVersion>();
    }
}
