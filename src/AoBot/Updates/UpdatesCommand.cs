using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates;

/// <summary><c>/ao update</c>: who has delivered the month, with links; a partner's months one by one. Forgiving about both.</summary>
public sealed class UpdatesCommand(IDbContextFactory<AoBotDbContext> contexts, UpdatesLedger ledger, ProgramClock clock) : IWord
{
    public WordHelp Help { get; } = new(
        "update",
        "The partners' monthly updates: what is in, and where to read it",
        new Usage("update", "the month that people speak of now"),
        new Usage("update june", "another month: june, last month, 2024-06"),
        new Usage("update homebrew", "one partner, month by month; a near spelling will do"))
    {
        Aliases = ["ledger", "coverage"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var picture = await LedgerPicture.Read(ledger, db, clock, request.Audience, cancellationToken);
        if (picture.Reading is null)
        {
            return UpdatesMessage.Nothing(picture);
        }

        var names = picture.Names;
        var directory = new EngagementDirectory([.. names.Select((n, i) => new EngagementEntry(i, n.Name, [], null, null, n.Known))]);
        // Somebody may be called as a month is.
        var asked = directory.Knows(request.Argument) ? new UpdatesAsked(null, null, request.Argument) : UpdatesAsked.Parse(request.Argument, picture.Today);
        if (asked.Partner.Length == 0)
        {
            return asked.Year is { } year ? UpdatesMessage.WhichMonth(year)
                : asked.Month > picture.Today.ToYearMonth() ? UpdatesMessage.NotBegun(asked.Month.Value, picture)
                : UpdatesMessage.OfMonth(picture with { Month = asked.Month ?? picture.Month });
        }

        var found = directory.Find(asked.Partner);
        return found.Count switch
        {
            1 => PartnerUpdatesMessage.Render(names[found[0].Id], asked, picture),
            > 1 => UpdatesMessage.Several(asked.Partner, [.. found.Select(e => e.Name)]),
            _ when UpdatesAsked.NearMonth(asked.Partner) is { } month => UpdatesMessage.Unknown(asked.Partner, [month]),
            _ => UpdatesMessage.Unknown(asked.Partner, [.. directory.Guess(asked.Partner).Select(e => e.Name)]),
        };
    }
}
