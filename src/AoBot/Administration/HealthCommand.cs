using AoBot.Conversations;
using AoBot.Health;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Administration;

/// <summary><c>/ao admin health</c>: whether my duties are done, when I read and ran last, and what waits.</summary>
public sealed class HealthCommand(IDbContextFactory<AoBotDbContext> contexts, Duties duties, ReminderRates rates, ProgramClock clock) : IWord
{
    public WordHelp Help { get; } = new("admin health", "Whether I do what I should: reads, jobs, messages, and how much I ask", new Usage("admin health", "all of it"))
    {
        Aliases = ["health"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.Audience != Audience.Staff)
        {
            return AdminMessage.StaffOnly;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return DutiesMessage.Health(await duties.Read(db, cancellationToken), await rates.Read(db, cancellationToken), clock.Zone);
    }
}
