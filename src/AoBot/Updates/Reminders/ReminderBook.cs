using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Reminders;
using AoBot.Updates.GitHub;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Reads from the rows everything that decides about reminders, and sees to it that nothing is decided on an old reading.</summary>
public sealed class ReminderBook(UpdatesLedger ledger, RepositoryReader reader, Roles roles, Settings settings, ProgramClock clock)
{
    /// <summary>Nothing leaves on a reading that is older.</summary>
    public static readonly Duration Oldest = Duration.FromMinutes(30);

    // One reading serves a batch, not just a message.
    private static readonly Duration Fresh = Duration.FromMinutes(10);
    private static readonly Duration LookedBack = Duration.FromDays(110);
    private static readonly Duration TriedAgain = Duration.FromMinutes(5);

    /// <summary>The private channel of staff, or each of staff.</summary>
    public IReadOnlyList<string> Staff => roles.Addresses;

    /// <summary>Whether reminders are sent, to whom, and since when; off where nobody has chosen.</summary>
    public static async Task<ReminderSwitch> Switch(AoBotDbContext db, CancellationToken cancellationToken) =>
        await db.ReminderSwitches.AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? new ReminderSwitch { Mode = ReminderMode.Off, Since = Instant.MaxValue, ChosenBy = "" };

    /// <summary>The facts as they are known; none where nobody is known to owe anything, or nothing was ever read.</summary>
    /// <param name="db">Where they stand.</param>
    /// <param name="since">Since when reminders are sent.</param>
    /// <param name="without">A notice that is not to count, as it is the one that is decided about; nor the same letter to another of staff.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<KnownReminders?> Read(AoBotDbContext db, Instant since, CancellationToken cancellationToken, Notice? without = null)
    {
        var known = await ledger.Read(db, cancellationToken);
        if (known is not { Reading: { } reading, HasRoster: true })
        {
            return null;
        }

        var (oldest, id) = (clock.Now - LookedBack, without?.Id ?? 0);
        var letter = without is null ? null : RecordedNotice.Of(without).Letter;
        var recorded = await db.Notices.AsNoTracking().Where(n => EF.Constant(UpdateNotices.All).Contains(n.Kind) && n.NotBefore >= oldest && n.Id != id).OrderBy(n => n.Id).ToListAsync(cancellationToken);
        var wishes = await db.ReminderPreferences.AsNoTracking().ToDictionaryAsync(p => p.SlackId, StringComparer.Ordinal, cancellationToken);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.SlackId, StringComparer.Ordinal, cancellationToken);
        return new KnownReminders(
            new ReminderFacts
            {
                Reading = reading,
                Roster = known.Roster,
                Rules = settings.ReminderRules,
                WorkingDays = new WorkingDays(settings.Holidays.Contains),
                Zone = clock.Zone,
                Staff = Staff,
                StaffMembers = roles.Staff,
                Since = since,
                People = people.Keys.Union(wishes.Keys, StringComparer.Ordinal).ToDictionary(id => id, id => Of(people.GetValueOrDefault(id), wishes.GetValueOrDefault(id)), StringComparer.Ordinal),
                Snoozes = await db.UpdateSnoozes.AsNoTracking().ToListAsync(cancellationToken),
                Claims = await db.UpdateClaims.AsNoTracking().ToListAsync(cancellationToken),
                Denials = await db.ContactDenials.AsNoTracking().OrderBy(d => d.Id).ToListAsync(cancellationToken),
                Absences = await db.Absences.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellationToken),
                Recorded = [.. recorded.Select(RecordedNotice.Of).Where(n => letter is null || n.Letter != letter)],
            },
            known.State);
    }

    /// <summary>Reads the repository where the last reading is not new; says what hinders, where it is too old all the same.</summary>
    public async Task<NoticeDecision.Hindered?> Refresh(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var state = (await ledger.Read(db, cancellationToken)).State;
        if (state.ReadAt is null || state.ReadAt < clock.Now - Fresh)
        {
            await reader.ReadNow(cancellationToken);
            state = (await ledger.Read(db, cancellationToken)).State;
        }

        return state.ReadAt is { } at && at >= clock.Now - Oldest
            ? null
            : new NoticeDecision.Hindered(TriedAgain, $"nobody is asked on a reading of the repository that is older than 30 minutes{(state.Failure is { } failure ? $"; the last try failed: {failure}" : "")}");
    }

    private static Addressee Of(Person? person, ReminderPreference? wish) =>
        new(person?.ZoneId, person?.IsGone == true) { Name = person?.Name, Hour = wish?.Hour, WantsHeadsUp = wish?.HeadsUp != false };
}

/// <summary>What is known when something is to be decided about reminders.</summary>
/// <param name="Facts">What decides.</param>
/// <param name="Repository">How well the repository is known.</param>
public sealed record KnownReminders(ReminderFacts Facts, RepositoryState Repository);
