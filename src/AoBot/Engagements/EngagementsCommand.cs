using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Engagements;

/// <summary><c>/ao engagement</c>: all engagements, those of an area, or one. Forgiving about names.</summary>
public sealed class EngagementsCommand(IDbContextFactory<AoBotDbContext> contexts, ProgramClock clock) : IWord
{
    public WordHelp Help { get; } = new(
        "engagement",
        "Whom the fund works with, and what is new there",
        new Usage("engagement", "all of them, by area; engagement all leaves none out"),
        new Usage("engagement homebrew", "one, with its news and links; a near spelling will do"),
        new Usage("engagement audits", "one area: staffing, registries, audits or experiments"))
    {
        Aliases = ["partner", "project", "grant", "grantee"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var directory = await EngagementDirectory.Read(db, cancellationToken);
        var today = clock.Today;
        if (request.Argument.Length == 0 || request.Argument.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            return EngagementsMessage.All(directory, today, whole: request.Argument.Length > 0);
        }

        var found = directory.Find(request.Argument);
        if (FocusAreaWords.Parse(request.Argument) is { } area && !found.Any(e => e.Keys.Contains(EngagementDirectory.KeyOf(request.Argument), StringComparer.Ordinal)))
        {
            return EngagementsMessage.OfArea(area, directory, today);
        }

        return found.Count switch
        {
            0 => EngagementsMessage.NotFound(request.Argument, directory, directory.Guess(request.Argument)),
            1 => EngagementsMessage.One(await EngagementDetail.Read(db, found[0], cancellationToken), today),
            _ => EngagementsMessage.Several(request.Argument, found),
        };
    }
}
