using AoBot.Outbox;
using AoBot.Persistence;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What asks a partner for an update. The repository is read before; what has come meanwhile is not asked for, and nobody is written to at night.</summary>
public sealed class UpdateReminderKind(string kind, ReminderBook book, Settings settings, ProgramClock clock) : INoticeKind
{
    public string Kind => kind;

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var chosen = await ReminderBook.Switch(db, cancellationToken);
        if (chosen.Mode != ReminderMode.On)
        {
            return new NoticeDecision.Skip($"reminders are {(chosen.Mode == ReminderMode.Off ? "off" : "in preview")}");
        }

        if (await book.Refresh(db, cancellationToken) is { } wait)
        {
            return wait;
        }

        if (await book.Read(db, chosen.Since, cancellationToken, without: notice) is not { } known)
        {
            return new NoticeDecision.Skip("nobody is known to owe anything");
        }

        var (now, hours) = (clock.Now, ReminderReaders.HoursOf(known.Facts, notice));
        if (!hours.IsOpen(now))
        {
            return new NoticeDecision.Wait(hours.OnOrAfter(now), "it is not their hour");
        }

        var looked = notice.Subjects.Select(s => (Subject: s, Obstacle: UpdateReminderPolicy.WhyNot(known.Facts, s, notice.Recipient, now))).ToList();
        var holding = looked.Where(l => l.Obstacle is null).Select(l => l.Subject).ToList();
        return holding.Count == 0
            ? new NoticeDecision.Skip(string.Join("; ", looked.Select(l => l.Obstacle!.Reason).Distinct(StringComparer.Ordinal)))
            : new NoticeDecision.Send(UpdateReminderMessage.Render(
                ReminderReaders.WithPages(ReminderItemPolicy.Of(known.Facts, kind, notice.Recipient, holding, now), known.Repository),
                now.InZone(hours.Zone).Date,
                ReminderReaders.Where(known.Repository, settings)))
            {
                About = holding,
            };
    }
}

/// <summary>What was asked for has come, or somebody answered: the message is written anew, and buttons that have nothing left to do are gone.</summary>
public sealed class ReminderEditKind(string kind, ReminderBook book, Settings settings, ProgramClock clock) : INoticeKind
{
    public string Kind => kind;

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var edited = await db.Notices.FindAsync([notice.EditsId ?? 0], cancellationToken);
        if (edited is null || await book.Read(db, Instant.MinValue, cancellationToken) is not { } known)
        {
            return new NoticeDecision.Skip("the message that it would change is not known any more");
        }

        var now = clock.Now;
        return new NoticeDecision.Send(UpdateReminderMessage.Render(
            ReminderReaders.WithPages(ReminderItemPolicy.Of(known.Facts, edited.Kind, edited.Recipient, edited.Subjects, now, edited.Id), known.Repository),
            now.InZone(ReminderReaders.HoursOf(known.Facts, edited).Zone).Date,
            ReminderReaders.Where(known.Repository, settings)));
    }
}
