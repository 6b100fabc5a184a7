using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Administration;

/// <summary><c>/ao admin outbox</c>: what is sent next, what is uncertain, what failed.</summary>
public sealed class OutboxCommand(IDbContextFactory<AoBotDbContext> contexts, SenderStop stop, ProgramClock clock) : IWord
{
    public WordHelp Help { get; } = new("admin outbox", "What I send next, what is uncertain, what failed", new Usage("admin outbox", "with buttons to send again or to drop"))
    {
        Aliases = ["outbox"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.Audience != Audience.Staff)
        {
            return AdminMessage.StaffOnly;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return OutboxMessage.Render(await OutboxPicture.Read(db, stop, clock, cancellationToken)) with { IsKept = false };
    }
}
