using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Administration;

/// <summary><c>/ao admin audit [partner]</c>: who did what and when, and what AoBot sent.</summary>
public sealed class AuditCommand(IDbContextFactory<AoBotDbContext> contexts, ProgramClock clock) : IWord
{
    private const int Shown = 20;

    public WordHelp Help { get; } = new(
        "admin audit",
        "Who changed what, and what I sent",
        new Usage("admin audit", $"the last {Shown}"),
        new Usage("admin audit homebrew", "what is about one partner, person or message"))
    {
        Aliases = ["audit"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.Audience != Audience.Staff)
        {
            return AdminMessage.StaffOnly;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.Audit.AsNoTracking();
        if (request.Argument.Length > 0)
        {
            // A partner may be named by its key or by its name; rows are kept by the key.
            var asked = request.Argument.ToLowerInvariant();
            var key = (await db.Roster.AsNoTracking().Select(r => new { r.Key, r.Name }).ToListAsync(cancellationToken))
                .Where(r => r.Name.Equals(request.Argument, StringComparison.OrdinalIgnoreCase))
                .Select(r => r.Key)
                .FirstOrDefault() ?? asked;
            entries = entries.Where(a => a.Subject.ToLower().Contains(asked) || a.Subject.ToLower().Contains(key) || a.Detail!.ToLower().Contains(asked) || a.Detail!.ToLower().Contains(key) || a.Actor.ToLower() == asked);
        }

        var count = await entries.CountAsync(cancellationToken);
        var newest = await entries.OrderByDescending(a => a.Id).Take(Shown).ToListAsync(cancellationToken);
        var names = await db.People.AsNoTracking().ToDictionaryAsync(p => p.SlackId, p => p.Name, cancellationToken);
        return AuditMessage.Render(newest, count, request.Argument, names, clock.Today, clock.Zone);
    }
}
