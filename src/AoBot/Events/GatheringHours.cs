using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Reminders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>What does not go by the hour of a gathering is said within the hours of who gets it, as all reminders are; in a channel within those of the program.</summary>
internal static class GatheringHours
{
    public const string Why = "it is outside the hours of who gets it";

    /// <summary>When the recipient may be written to next; none where they may be then.</summary>
    public static async Task<Instant?> Next(Notice notice, Instant now, AoBotDbContext db, Settings settings, DateTimeZone program, CancellationToken cancellationToken)
    {
        var zone = await db.People.Where(p => p.SlackId == notice.Recipient).Select(p => p.ZoneId).FirstOrDefaultAsync(cancellationToken);
        var hour = await db.ReminderPreferences.Where(p => p.SlackId == notice.Recipient).Select(p => p.Hour).FirstOrDefaultAsync(cancellationToken);
        var hours = new ReminderHours(hour ?? settings.ReminderRules.From, settings.ReminderRules.QuietFrom, (zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? program);
        return hours.OnOrAfter(now) is var next && next > now ? next : null;
    }
}
