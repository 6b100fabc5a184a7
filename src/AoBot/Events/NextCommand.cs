using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Events;

/// <summary><c>/ao next</c>: the dates that come.</summary>
public sealed class NextCommand(IDbContextFactory<AoBotDbContext> contexts, ProgramClock clock) : IWord
{
    public WordHelp Help { get; } = new(
        "next",
        "The dates that come: reports, roundtables, public meetings",
        new Usage("next", "the announced dates, the nearest first"),
        new Usage("next all", "also those far away"))
    {
        Aliases = ["date", "event", "calendar", "when"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return NextMessage.Render(await UpcomingEvents.Read(db, clock.Today, cancellationToken), clock.Today, all: request.Argument.Equals("all", StringComparison.OrdinalIgnoreCase));
    }
}
