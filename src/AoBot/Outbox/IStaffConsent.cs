using AoBot.Persistence;

namespace AoBot.Outbox;

/// <summary>Whether staff want to hear of AoBot what nobody asked for. On a new database they have not said so, and nothing is said.</summary>
public interface IStaffConsent
{
    Task<bool> IsGiven(AoBotDbContext db, CancellationToken cancellationToken);
}
