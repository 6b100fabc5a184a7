using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.About;

/// <summary><c>/ao about</c>: what the fund is, who runs it, what it published, and what AoBot is.</summary>
public sealed class AboutCommand(IDbContextFactory<AoBotDbContext> contexts, ProgramClock clock) : IWord
{
    public WordHelp Help { get; } = new(
        "about",
        "The fund: purpose, key areas, team, money, published reports",
        new Usage("about", "what the fund is, and where I have it from"))
    {
        Aliases = ["team", "fund", "funding", "purpose", "info", "version"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return AboutMessage.Render(await FundPicture.Read(db, cancellationToken), clock.Today);
    }
}
