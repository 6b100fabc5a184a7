using System.Text;
using AoBot.Engagements;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Playground.Workspace;
using AoBot.Updates.GitHub;
using AoBot.Updates.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Playground.Bot;

/// <summary>What is done on the first day: the roster is imported, the repository is read, and reminders are turned on.</summary>
internal static class FirstDay
{
    private const string Operator = "operator";
    private static readonly (LocalDate From, LocalDate Until) Always = (new(1990, 1, 1), new(2199, 12, 31));

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

        // Real partners are not here: what they delivered is history, and nobody plays that they were asked.
        await services.GetRequiredService<WriteGate>().Write(
            db => Task.FromResult(db.Add(new Absence { Person = Cast.Holly, From = Always.From, Until = Always.Until, SaidAt = services.GetRequiredService<ProgramClock>().Now })),
            cancellationToken);

        // A real workspace begins with them off, until staff have seen the preview; here there is nobody to protect.
        await services.GetRequiredService<ReminderPlanning>().Choose(Operator, "first-day", ReminderMode.On, cancellationToken);
    }

    private static async Task<bool> HasRoster(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        return await db.Roster.AnyAsync(cancellationToken);
    }
}
