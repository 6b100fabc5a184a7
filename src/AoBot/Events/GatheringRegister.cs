using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>The one way to add, change and cancel gatherings: with the audit, the calendars' numbers, and one notice to each person whom it concerns.</summary>
public sealed class GatheringRegister(WriteGate gate, IDbContextFactory<AoBotDbContext> contexts, GatheringPlanning planning, ProgramClock clock, OutboxSignal outbox)
{
    /// <summary>A date that a report announced and nobody has completed is taken for the same within so many days.</summary>
    private const int NearDays = 7;

    /// <summary>The announced date that waits to be completed nearest to a day; none where there is none.</summary>
    public async Task<UpcomingEvent?> AnnouncedNear(GatheringKind kind, LocalDate day, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await UpcomingEvents.Read(db, clock.Today, cancellationToken))
            .Where(e => e.IsToComplete && e.Kind == UpcomingEvents.KindOf(kind) && e.Date is { } date && Math.Abs(Period.DaysBetween(date, day)) <= NearDays)
            .MinBy(e => Math.Abs(Period.DaysBetween(e.Date!.Value, day)));
    }

    public async Task<bool> IsOfSeries(int occurrenceId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Occurrences.AnyAsync(o => o.Id == occurrenceId && o.Gathering.Rule != null, cancellationToken);
    }

    /// <param name="window">What was open.</param>
    /// <param name="draft">What was typed, seen in full.</param>
    /// <param name="announced">The announced date that is near.</param>
    /// <param name="actor">Who saves it.</param>
    /// <param name="triggerId">By which submission: the same one changes nothing again.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    public async Task<GatheringSaved> Save(GatheringWindow window, GatheringDraft draft, LocalDate? announced, string actor, string triggerId, CancellationToken cancellationToken)
    {
        var saved = await gate.Write(
            async db =>
            {
                if (await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken))
                {
                    return new GatheringSaved.Done(null);
                }

                return window.OccurrenceId is { } id
                    ? await Change(db, id, window.Sequence, draft, actor, triggerId, cancellationToken)
                    : await Add(db, window.Kind, draft, announced, actor, triggerId, cancellationToken);
            },
            cancellationToken);
        outbox.Wake();
        return saved;
    }

    /// <summary>On whose clocks a series keeps its time; none where there is no series.</summary>
    /// <param name="occurrenceId">One of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<string?> ZoneOf(int occurrenceId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Occurrences.Where(o => o.Id == occurrenceId && o.Gathering.Rule != null).Select(o => o.Gathering.Zone).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>One more time of a series, on a day that its rule does not give.</summary>
    public async Task<GatheringSaved> AddToSeries(int occurrenceId, (LocalDate Day, LocalTime Time, int Minutes) when, string? place, string? link, string actor, string triggerId, CancellationToken cancellationToken)
    {
        var saved = await gate.Write<GatheringSaved>(
            async db =>
            {
                if (await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken))
                {
                    return new GatheringSaved.Done(null);
                }

                if (await db.Gatherings.Include(g => g.Occurrences).FirstOrDefaultAsync(g => g.Rule != null && g.Occurrences.Any(o => o.Id == occurrenceId), cancellationToken) is not { } series)
                {
                    return new GatheringSaved.Gone("It is not there any more.");
                }

                var one = GatheringTable.New(series, when.Day, slot: null, GatheringPolicy.AnswerDay(when.Day, clock.WorkingDays), clock.Now, when.Time, when.Minutes);
                if (series.Occurrences.Exists(o => !o.IsCancelled && o.StartsAt == one.StartsAt))
                {
                    return new GatheringSaved.Refused([new FieldFault(GatheringForm.Day, "There is one at that time already. Choose another day or time.")]);
                }

                (one.Place, one.Link) = (place == series.Place ? null : place, link == series.Link ? null : link);
                series.Occurrences.Add(one);
                await db.SaveChangesAsync(cancellationToken);
                await planning.Plan(db, one, cancellationToken);
                db.Audit.Add(Entry(actor, "gathering.add_one", one, triggerId));
                return new GatheringSaved.Done(one);
            },
            cancellationToken);
        outbox.Wake();
        return saved;
    }

    /// <summary>Takes it off: calendars hear of it, and each person whom it concerns once.</summary>
    public async Task<GatheringSaved> Cancel(int occurrenceId, bool isForAllLater, string actor, string triggerId, CancellationToken cancellationToken)
    {
        var saved = await gate.Write<GatheringSaved>(
            async db =>
            {
                if (await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken))
                {
                    return new GatheringSaved.Done(null);
                }

                if (await GatheringTable.Find(db, occurrenceId, cancellationToken) is not { IsCancelled: false } occurrence || occurrence.StartsAt <= clock.Now)
                {
                    return new GatheringSaved.Gone("It has begun, or it was cancelled before.");
                }

                foreach (var one in isForAllLater ? await Later(db, occurrence, cancellationToken) : [occurrence])
                {
                    var was = GatheringWas.Of(one);
                    one.IsCancelled = true;
                    await Tell(db, one, was, cancellationToken);
                }

                db.Audit.Add(Entry(actor, isForAllLater ? "gathering.cancel_all" : "gathering.cancel", occurrence, triggerId));
                return new GatheringSaved.Done(occurrence);
            },
            cancellationToken);
        outbox.Wake();
        return saved;
    }

    private async Task<GatheringSaved> Add(AoBotDbContext db, GatheringKind kind, GatheringDraft draft, LocalDate? announced, string actor, string triggerId, CancellationToken cancellationToken)
    {
        var gathering = new Gathering
        {
            Kind = kind,
            Uid = $"{Guid.NewGuid():N}@aobot",
            Title = draft.Title,
            Zone = draft.Zone,
            FirstDay = draft.Day,
            Time = draft.Time,
            Minutes = draft.Minutes,
            Rule = draft.Rule,
            HostId = draft.HostId,
            CreatedAt = clock.Now,
        };
        Take(gathering, draft);
        db.Add(gathering);
        if (draft.Rule is null)
        {
            gathering.Occurrences.Add(GatheringTable.New(gathering, draft.Day, slot: null, AnswerDay(draft, draft.Day), clock.Now));
        }
        else
        {
            GatheringTable.Extend(gathering, clock.Today, day => AnswerDay(draft, day), clock.Now);
        }

        var first = gathering.Occurrences[0];
        first.AnnouncedDay = draft.IsTheAnnounced ? announced : null;
        if (kind == GatheringKind.Roundtable)
        {
            await GatheringPlanning.Invite(db, first, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var occurrence in gathering.Occurrences)
        {
            await planning.Plan(db, occurrence, cancellationToken);
        }

        db.Audit.Add(Entry(actor, "gathering.add", first, triggerId));
        return new GatheringSaved.Done(first);
    }

    private async Task<GatheringSaved> Change(AoBotDbContext db, int id, int sequence, GatheringDraft draft, string actor, string triggerId, CancellationToken cancellationToken)
    {
        if (await GatheringTable.Find(db, id, cancellationToken) is not { } occurrence)
        {
            return new GatheringSaved.Gone("It is not there any more.");
        }

        if (occurrence.IsCancelled || occurrence.Sequence != sequence)
        {
            return new GatheringSaved.Gone("Somebody changed it while the window was open. Close it and open it anew.");
        }

        var gathering = occurrence.Gathering;
        var before = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, gathering.Capacity);
        if (gathering.Kind == GatheringKind.Roundtable && RsvpPolicy.RefusesCapacity(draft.Capacity, before) is { } noRoom)
        {
            return new GatheringSaved.Refused([new FieldFault(GatheringForm.Capacity, noRoom)]);
        }

        if (draft.Zone != gathering.Zone && gathering.Rule is not null && !draft.IsForAllLater)
        {
            return new GatheringSaved.Refused([new FieldFault(GatheringForm.Zone, "A series keeps one time zone. Change this one and all later ones, or write its time in the zone of the series.")]);
        }

        if (draft.IsForAllLater && draft.Day != occurrence.Day)
        {
            return new GatheringSaved.Refused([new FieldFault(GatheringForm.Day, "All later ones cannot be moved to one day. Change only this one, or cancel the series and make a new one.")]);
        }

        var affected = draft.IsForAllLater ? await Later(db, occurrence, cancellationToken) : [occurrence];
        var were = affected.ToDictionary(o => o, GatheringWas.Of);
        var isOtherTime = draft.Time != occurrence.Time || draft.Minutes != occurrence.Minutes || draft.Zone != gathering.Zone;
        Take(gathering, draft, isWhole: gathering.Rule is null || draft.IsForAllLater);
        if (draft.IsForAllLater && isOtherTime)
        {
            // The series begins anew from here; what was before keeps its time.
            (gathering.FirstDay, gathering.Time, gathering.Minutes, gathering.Zone) = (occurrence.Slot ?? affected.Min(o => o.Slot) ?? gathering.FirstDay, draft.Time, draft.Minutes, draft.Zone);
        }
        else if (gathering.Rule is null)
        {
            (gathering.FirstDay, gathering.Time, gathering.Minutes, gathering.Zone) = (draft.Day, draft.Time, draft.Minutes, draft.Zone);
        }

        foreach (var one in affected)
        {
            Move(one, one == occurrence ? draft.Day : one.Day, draft, isAlone: gathering.Rule is not null && !draft.IsForAllLater);
            await Tell(db, one, were[one], cancellationToken);
        }

        await Promote(db, occurrence, before, cancellationToken);
        db.Audit.Add(Entry(actor, "gathering.change", occurrence, triggerId));
        return new GatheringSaved.Done(occurrence);
    }

    private void Move(Occurrence occurrence, LocalDate day, GatheringDraft draft, bool isAlone)
    {
        (occurrence.Day, occurrence.Time, occurrence.Minutes) = (day, draft.Time, draft.Minutes);
        var starts = Occurrence.InstantOf(day, draft.Time, occurrence.Gathering.Zone);
        if (starts != occurrence.StartsAt)
        {
            (occurrence.StartsAt, occurrence.DateVersion) = (starts, occurrence.DateVersion + 1);
        }

        occurrence.AnswerBy = GatheringTable.AnswersUntil(draft.AnswerBy is { } last && last <= day ? last : GatheringPolicy.AnswerDay(day, clock.WorkingDays), starts, occurrence.Gathering.Zone);
        (occurrence.Place, occurrence.Link) = isAlone
            ? (draft.Place == occurrence.Gathering.Place ? null : draft.Place, draft.Link == occurrence.Gathering.Link ? null : draft.Link)
            : (null, null);
    }

    /// <summary>Calendars get a higher number; people hear of a new time, place or link, or that it is off, and of nothing else.</summary>
    private async Task Tell(AoBotDbContext db, Occurrence occurrence, GatheringWas was, CancellationToken cancellationToken)
    {
        occurrence.ChangedAt = clock.Now;
        if (GatheringWas.Of(occurrence) != was)
        {
            occurrence.Sequence++;
            foreach (var recipient in await Concerned(db, occurrence, was, cancellationToken))
            {
                var key = $"{ChangeNotice.KindName}/{occurrence.Id}/";
                var unheard = await db.Notices.Where(n => n.Key.StartsWith(key) && n.Recipient == recipient && n.State == NoticeState.Planned && n.ClaimedAt == null).ToListAsync(cancellationToken);
                var known = unheard.Select(GatheringNoticeData.Of).FirstOrDefault(d => d?.Was is not null)?.Was ?? was;
                unheard.ForEach(n => (n.State, n.Reason) = (NoticeState.Skipped, "it changed again"));
                var data = new GatheringNoticeData(occurrence.Id, ChangeNotice.Changed, occurrence.DateVersion, occurrence.Sequence, known);
                await db.Plan(new NoticePlan($"{key}{occurrence.Sequence}/{recipient}", ChangeNotice.KindName, recipient, clock.Now) { Data = data.Write(), UselessAfter = occurrence.EndsAt }, clock.Now, cancellationToken);
                if (!occurrence.IsCancelled && was.Start != occurrence.StartsAt && occurrence.Invitees.Exists(i => i.SlackId == recipient))
                {
                    await db.Plan(GatheringPolicy.Of(occurrence, ChaseNotice.KindName, $"rsvp-chase/{occurrence.Id}/v{occurrence.DateVersion}/{ChaseNotice.Again}/{recipient}", recipient, clock.Now + Duration.FromDays(2), ChaseNotice.Again) with { UselessAfter = occurrence.AnswerBy }, clock.Now, cancellationToken);
                }
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await planning.Plan(db, occurrence, cancellationToken);
        await planning.Refresh(db, GatheringPlanning.MessagesOf(db, occurrence), cancellationToken);
    }

    /// <summary>Whom a change concerns: the channel, once it was told; invitees, once they were, but for those who cannot come anyway.</summary>
    private static async Task<List<string>> Concerned(AoBotDbContext db, Occurrence occurrence, GatheringWas was, CancellationToken cancellationToken)
    {
        var (announcement, invitation) = ($"{AnnouncementNotice.KindName}/{occurrence.GatheringId}/{occurrence.Id}/", $"{InvitationNotice.KindName}/{occurrence.Id}/");
        var told = await db.Notices
            .Where(n => n.EditsId == null && (n.State == NoticeState.Sent || n.State == NoticeState.Sending || n.State == NoticeState.Unknown) && (n.Key.StartsWith(announcement) || n.Key.StartsWith(invitation)))
            .Select(n => n.Recipient)
            .Distinct()
            .ToListAsync(cancellationToken);
        var isMoved = was.Start != occurrence.StartsAt || occurrence.IsCancelled;
        return [.. told.Where(r => occurrence.Invitees.Find(i => i.SlackId == r) is { } invitee
            ? invitee.RemovedAt is null && invitee.Rsvp?.Answer != RsvpAnswer.Cant
            : occurrence.Gathering.Kind == GatheringKind.Meeting || isMoved)];
    }

    /// <summary>Whoever waited and has a place now hears of it.</summary>
    private async Task Promote(AoBotDbContext db, Occurrence occurrence, Seating before, CancellationToken cancellationToken)
    {
        var after = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);
        foreach (var plan in RsvpRegister.Promotions(occurrence, before, after, clock.Now))
        {
            await db.Plan(plan, clock.Now, cancellationToken);
        }
    }

    private static async Task<List<Occurrence>> Later(AoBotDbContext db, Occurrence occurrence, CancellationToken cancellationToken) =>
        await db.Occurrences.Include(o => o.Gathering).Include(o => o.Invitees).ThenInclude(i => i.Rsvp).AsSplitQuery()
            .Where(o => o.GatheringId == occurrence.GatheringId && !o.IsCancelled && o.StartsAt >= occurrence.StartsAt)
            .OrderBy(o => o.StartsAt)
            .ToListAsync(cancellationToken);

    private static void Take(Gathering gathering, GatheringDraft draft, bool isWhole = true)
    {
        (gathering.Title, gathering.Description, gathering.Agenda, gathering.HostId) = (draft.Title, draft.Description, draft.Agenda, draft.HostId);
        (gathering.Capacity, gathering.IsLineInChannel) = (draft.Capacity, draft.IsLineInChannel);
        if (isWhole)
        {
            (gathering.Place, gathering.Link) = (draft.Place, draft.Link);
        }
    }

    private LocalDate AnswerDay(GatheringDraft draft, LocalDate day) =>
        draft.AnswerBy is { } last && draft.Rule is null ? last : GatheringPolicy.AnswerDay(day, clock.WorkingDays);

    private AuditEntry Entry(string actor, string action, Occurrence occurrence, string triggerId) =>
        new() { At = clock.Now, Actor = actor, Action = action, Subject = $"{occurrence.Gathering.Kind}".ToLowerInvariant(), Detail = $"{occurrence.Day:uuuu-MM-dd}", TriggerId = triggerId };
}
