using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates;

/// <summary><c>/ao mine</c>: what the asker owes as a partner's contact, or looks after as one of staff. Never said in a channel.</summary>
public sealed class MineCommand(IDbContextFactory<AoBotDbContext> contexts, UpdatesLedger ledger, ProgramClock clock) : IWord
{
    public WordHelp Help { get; } = new(
        "mine",
        "What you owe, and what is in; for your eyes only",
        new Usage("mine", "the updates of your engagements, month by month"))
    {
        Aliases = ["my", "me", "owe", "todo"],
        IsPersonal = true,
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.UserId is not { } user)
        {
            return MineMessage.NotHere;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return MineMessage.Render(MinePicture.Of(await LedgerPicture.Read(ledger, db, clock, request.Audience, cancellationToken), user));
    }
}
