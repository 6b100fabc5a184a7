using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Engagements;

/// <summary><c>/ao engagement</c>: all engagements, those of an area, or one; for staff also the windows to change one. Forgiving about names.</summary>
public sealed class EngagementsCommand(IDbContextFactory<AoBotDbContext> contexts, ProgramClock clock, IEnumerable<IEngagementPart> parts) : IWord
{
    public WordHelp Help { get; } = new(
        "engagement",
        "Whom the fund works with, and what is new there",
        new Usage("engagement", "all of them, by area; engagement all leaves none out"),
        new Usage("engagement homebrew", "one, with its news and links; a near spelling will do"),
        new Usage("engagement audits", "one area: staffing, registries, audits or experiments"),
        new Usage("engagement new", "for staff: add one; edit, pause or end NAME changes one"))
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

        if (EngagementChange.Parse(request.Argument) is { } change && !(change.Kind != EngagementChangeKind.New && directory.Knows(request.Argument)))
        {
            return request.Audience == Audience.Staff
                ? await Change(db, change, directory, today, cancellationToken)
                : EngagementsMessage.StaffOnly;
        }

        if (FocusAreaWords.Parse(request.Argument) is { } area && !directory.Knows(request.Argument))
        {
            return EngagementsMessage.OfArea(area, directory, today);
        }

        var found = directory.Find(request.Argument);
        return found.Count switch
        {
            0 => EngagementsMessage.NotFound(request.Argument, directory, directory.Guess(request.Argument)),
            1 => EngagementsMessage.One(await EngagementDetail.Read(db, found[0], request.Argument, today, cancellationToken), await Parts(db, found[0], request.Audience, cancellationToken), today, request.Audience),
            _ => EngagementsMessage.Several(request.Argument, found),
        };
    }

    private async Task<IReadOnlyList<EngagementPart>> Parts(AoBotDbContext db, EngagementEntry engagement, Audience audience, CancellationToken cancellationToken)
    {
        var all = new List<EngagementPart>();
        foreach (var part in parts)
        {
            if (await part.Of(db, engagement, audience, cancellationToken) is { } said)
            {
                all.Add(said);
            }
        }

        return all;
    }

    /// <summary>The window to change one, or which one is meant.</summary>
    private static async Task<Answer> Change(AoBotDbContext db, EngagementChange change, EngagementDirectory directory, LocalDate today, CancellationToken cancellationToken)
    {
        if (change.Kind == EngagementChangeKind.New)
        {
            return EngagementsMessage.Window("add an engagement", EngagementEditView.New("", new HashSet<string>()));
        }

        if (change.Name.Length == 0)
        {
            return EngagementsMessage.ChangeWhich($"{change.Kind}".ToLowerInvariant());
        }

        var found = directory.Find(change.Name);
        if (found.Count != 1)
        {
            return found.Count == 0 ? EngagementsMessage.NotFound(change.Name, directory, directory.Guess(change.Name)) : EngagementsMessage.Several(change.Name, found, $"{change.Kind}".ToLowerInvariant());
        }

        if (found[0].SpanMeant(change.Name, today) is not { } row)
        {
            return change.Kind == EngagementChangeKind.Edit
                ? EngagementsMessage.Window($"add {found[0].Name} to the roster", EngagementEditView.New(found[0].Name, new HashSet<string>()))
                : EngagementsMessage.NotInRoster(found[0].Name);
        }

        return change.Kind switch
        {
            EngagementChangeKind.Pause => EngagementsMessage.Window($"pause {row.Name}", EngagementPauseView.Render(row, today)),
            EngagementChangeKind.End => EngagementsMessage.Window($"end {row.Name}", EngagementEndView.Render(row, today)),
            _ => EngagementsMessage.Window($"edit {row.Name}", EngagementEditView.Edit(row, await Known(db, row, cancellationToken))),
        };
    }

    private static async Task<HashSet<string>> Known(AoBotDbContext db, RosterRow row, CancellationToken cancellationToken)
    {
        var ids = row.Contacts.Append(row.StaffOwner ?? "").ToList();
        return [.. await db.People.Where(p => ids.Contains(p.SlackId) && !p.IsGone).Select(p => p.SlackId).ToListAsync(cancellationToken)];
    }
}
