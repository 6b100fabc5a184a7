using System.Text;
using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Updates.GitHub;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Playground.Bot;

/// <summary>What an operator does on the first day: the roster is imported, and the repository is read.</summary>
internal static class FirstDay
{
    private const string Operator = "operator";

    /// <param name="services">The bot's, before it starts.</param>
    /// <param name="roster">As a CSV file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task Prepare(IServiceProvider services, string roster, CancellationToken cancellationToken)
    {
        if (await HasRoster(services, cancellationToken))
        {
            return;
        }

        if (await services.GetRequiredService<RosterImporter>().Import(Encoding.UTF8.GetBytes(roster), Operator, cancellationToken) is RosterImportResult.Refused refused)
        {
            throw new InvalidOperationException($"The Playground's roster is no roster: {string.Join(' ', refused.Problems.Select(problem => problem.Message))}");
        }

        await services.GetRequiredService<RepositoryReader>().ReadNow(cancellationToken);
    }

    private static async Task<bool> HasRoster(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        return await db.Roster.AnyAsync(cancellationToken);
    }
}
