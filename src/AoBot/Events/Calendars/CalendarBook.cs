using System.Globalization;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events.Calendars;

/// <summary>What stands in each calendar, read from the rows. In none of them is a name.</summary>
public sealed class CalendarBook(IDbContextFactory<AoBotDbContext> contexts, ProgramClock clock)
{
    // What is longer ago is in people's calendars already, or in nobody's.
    private static readonly Duration Past = Duration.FromDays(366);

    /// <summary>The public meetings that can be attended.</summary>
    public async Task<string> Public(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = clock.Now - Past;
        var meetings = await db.Gatherings.AsNoTracking().Include(g => g.Occurrences)
            .Where(g => g.Kind == GatheringKind.Meeting && g.Occurrences.Any(o => o.StartsAt > since))
            .OrderBy(g => g.Id)
            .ToListAsync(cancellationToken);
        return CalendarFile.Write([.. meetings.SelectMany(CalendarEntries.OfPublic)], CalendarFile.Publish, "Alpha-Omega public meetings");
    }

    /// <summary>Somebody's roundtables: those that they were told of and have not said no to.</summary>
    /// <param name="tokenHash">Of the address.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>None where the address is nobody's, or was ended.</returns>
    public async Task<string?> Feed(string tokenHash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var feed = await db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.TokenHash == tokenHash && f.RevokedAt == null, cancellationToken);

        // Several may have been forgotten: what is theirs is nobody's.
        if (feed is null or { SlackId: Person.Former })
        {
            return null;
        }

        var since = clock.Now - Past;
        var invited = await db.Occurrences.AsNoTracking().Include(o => o.Gathering).Include(o => o.Invitees).ThenInclude(i => i.Rsvp).AsSplitQuery()
            .Where(o => o.StartsAt > since && o.Gathering.Kind == GatheringKind.Roundtable && o.Invitees.Any(i => i.SlackId == feed.SlackId && i.RemovedAt == null))
            .OrderBy(o => o.StartsAt).ThenBy(o => o.Id)
            .ToListAsync(cancellationToken);
        var keys = invited.ConvertAll(o => $"{InvitationNotice.KindName}/{o.Id.ToString(CultureInfo.InvariantCulture)}/{feed.SlackId}");
        var told = await db.Notices.Where(n => keys.Contains(n.Key) && n.SentAt != null).Select(n => n.Key).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var entries = invited
            .Where((_, i) => told.Contains(keys[i]))
            .Select(o => CalendarEntries.OfInvitation(o, o.Invitees.Single(i => i.SlackId == feed.SlackId)))
            .OfType<CalendarEntry>();
        return CalendarFile.Write([.. entries], CalendarFile.Publish, "Alpha-Omega roundtables");
    }

    /// <summary>One invitation, as it is now; none where there is none any more.</summary>
    public async Task<string?> Invitation(int id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var occurrence = await db.Invitees.Where(i => i.Id == id && i.RemovedAt == null).Select(i => i.OccurrenceId).FirstOrDefaultAsync(cancellationToken) is > 0 and var of
            ? await GatheringTable.Find(db, of, cancellationToken)
            : null;
        return occurrence is null || CalendarEntries.OfInvitation(occurrence, occurrence.Invitees.Single(i => i.Id == id), isWanted: true) is not { } entry
            ? null
            : CalendarFile.Write([entry], entry.IsCancelled ? CalendarFile.Cancel : CalendarFile.Publish);
    }
}
