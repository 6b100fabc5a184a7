using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Persistence;

namespace AoBot.Updates;

/// <summary>The updates on the page of an engagement.</summary>
public sealed class EngagementUpdates(UpdatesLedger ledger, ProgramClock clock) : IEngagementPart
{
    public async Task<EngagementPart?> Of(AoBotDbContext db, EngagementEntry engagement, Audience audience, CancellationToken cancellationToken) =>
        EngagementUpdatesMessage.Render(await LedgerPicture.Read(ledger, db, clock, audience, cancellationToken), engagement);
}
