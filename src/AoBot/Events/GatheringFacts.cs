using AoBot.Events.Calendars;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>Everything that a notice about a gathering may need to know at the moment of sending.</summary>
/// <param name="Notice">The row.</param>
/// <param name="Data">What it remembers.</param>
/// <param name="Occurrence">As it is now.</param>
/// <param name="Seats">Who comes, waits, has not answered.</param>
/// <param name="Names">Of its people, by Slack id.</param>
/// <param name="Now">By the program's clock; somebody may look ahead.</param>
/// <param name="Today">On the program's clocks.</param>
/// <param name="CalendarLink">The public calendar.</param>
/// <param name="File">The address of the recipient's calendar file; none where there is none.</param>
public sealed record GatheringFacts(Notice Notice, GatheringNoticeData Data, Occurrence Occurrence, Seating Seats, IReadOnlyDictionary<string, string> Names, Instant Now, LocalDate Today, Uri? CalendarLink, Uri? File)
{
    /// <summary>Whether somebody looks at a time that has not come.</summary>
    public bool IsAhead { get; private init; }

    public Invitee? Recipient => Occurrence.Invitees.Find(i => i.SlackId == Notice.Recipient);

    /// <summary>None where the occurrence is not there any more.</summary>
    public static async Task<GatheringFacts?> Read(Notice notice, AoBotDbContext db, ProgramClock clock, Instant at, Settings settings, CancellationToken cancellationToken)
    {
        if (GatheringNoticeData.Of(notice) is not { } data || await GatheringTable.Find(db, data.Occurrence, cancellationToken) is not { } occurrence)
        {
            return null;
        }

        var seats = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);
        var file = occurrence.Invitees.Find(i => i.SlackId == notice.Recipient) is { RemovedAt: null } invitee ? CalendarAddress.OfInvitation(settings, invitee.Id) : null;
        return new GatheringFacts(notice, data, occurrence, seats, await NamesOf(db, occurrence, cancellationToken), at, at.InZone(clock.Zone).Date, settings.CalendarLink, file) { IsAhead = at > clock.Now };
    }

    /// <summary>As far as they are known; who is not is called by their guest name, or not at all.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesOf(AoBotDbContext db, Occurrence occurrence, CancellationToken cancellationToken)
    {
        var ids = occurrence.Invitees.Select(i => i.SlackId).OfType<string>().Append(occurrence.Gathering.HostId).ToList();
        return await db.People.Where(p => ids.Contains(p.SlackId) && p.Name != Person.Unknown).ToDictionaryAsync(p => p.SlackId, p => p.Name, cancellationToken);
    }
}
