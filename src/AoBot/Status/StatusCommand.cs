using AoBot.Conversations;
using AoBot.Persistence;
using AoBot.Updates;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Status;

/// <summary><c>/ao status</c>: the one screen.</summary>
public sealed class StatusCommand(IDbContextFactory<AoBotDbContext> contexts, UpdatesLedger ledger, ProgramClock clock) : IWord
{
    public WordHelp Help { get; } = new(
        "status",
        "The program on one screen",
        new Usage("status", "key results, updates of the month, next dates, what needs someone"));

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return StatusMessage.Render(await StatusPicture.Read(db, clock, ledger, request.Audience, cancellationToken), request.Audience);
    }
}
