using AoBot.Conversations;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Events.Calendars;

/// <summary>"Make an address" of a calendar of one's own, and "End all of mine". The address is told to the presser once, and kept as a checksum only.</summary>
public sealed class CalendarFeedAction(WriteGate gate, Settings settings, ProgramClock clock, PersonalReply reply) : IBlockActionHandler
{
    public const string NewId = "calendar.new";
    public const string EndId = "calendar.end";

    /// <summary>Somebody's calendars on all their devices; a new one ends the oldest.</summary>
    private const int Most = 5;

    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.Action.ActionId == EndId)
        {
            await reply.Send(request, CalendarMessage.Ended(await End(request, cancellationToken)), cancellationToken);
            return;
        }

        var token = CalendarAddress.NewToken();
        if (CalendarAddress.OfFeed(settings, token) is not { } address)
        {
            await reply.Send(request, CalendarMessage.Render(GatheringKind.Roundtable, everybody: null).ToMessage(), cancellationToken);
            return;
        }

        await reply.Send(request, await Add(request, token, cancellationToken) ? CalendarMessage.Made(address) : CalendarMessage.MadeBefore(), cancellationToken);
    }

    private Task<bool> Add(BlockActionRequest request, string token, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            if (await db.Audit.AnyAsync(a => a.TriggerId == request.TriggerId, cancellationToken))
            {
                return false;
            }

            var mine = await Alive(db, request).OrderByDescending(f => f.CreatedAt).ThenByDescending(f => f.Id).ToListAsync(cancellationToken);
            mine.Skip(Most - 1).ToList().ForEach(f => f.RevokedAt = clock.Now);
            db.Add(new CalendarFeed { SlackId = request.User.Id, TokenHash = CalendarAddress.HashOf(token), CreatedAt = clock.Now });
            db.Audit.Add(Entry(request, "calendar.new"));
            return true;
        },
        cancellationToken);

    private Task<int> End(BlockActionRequest request, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            var mine = await Alive(db, request).ToListAsync(cancellationToken);
            mine.ForEach(f => f.RevokedAt = clock.Now);
            if (mine.Count > 0)
            {
                db.Audit.Add(Entry(request, "calendar.end"));
            }

            return mine.Count;
        },
        cancellationToken);

    private static IQueryable<CalendarFeed> Alive(AoBotDbContext db, BlockActionRequest request) => db.CalendarFeeds.Where(f => f.SlackId == request.User.Id && f.RevokedAt == null);

    private AuditEntry Entry(BlockActionRequest request, string action) =>
        new() { At = clock.Now, Actor = request.User.Id, Action = action, Subject = "calendar", TriggerId = request.TriggerId };
}
