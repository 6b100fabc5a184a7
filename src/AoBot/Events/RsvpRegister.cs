using System.Collections.Concurrent;
using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>
/// The one way to answer: last press counts, places in the order of arrival, everybody who gets one is told. What waits while another change
/// is written is written together with the next, in one transaction.
/// </summary>
public sealed class RsvpRegister(WriteGate gate, GatheringPlanning planning, ProgramClock clock, OutboxSignal outbox) : IDisposable
{
    private const int MostAtOnce = 500;

    private readonly ConcurrentQueue<Waiting> _waiting = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <param name="occurrenceId">To what.</param>
    /// <param name="who">Finds the one whose answer it is.</param>
    /// <param name="change">Makes the change, and says whether it was one.</param>
    /// <param name="isHost">Whether it is made for somebody else.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    public async Task<RsvpOutcome> Change(int occurrenceId, Func<Occurrence, Invitee?> who, Func<Occurrence, Invitee, bool> change, bool isHost, CancellationToken cancellationToken)
    {
        var own = new Waiting(occurrenceId, who, change, isHost, new TaskCompletionSource<RsvpOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting.Enqueue(own);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (!own.Outcome.Task.IsCompleted)
            {
                await WriteSome();
            }
        }
        finally
        {
            _turn.Release();
        }

        return await own.Outcome.Task;
    }

    public Task<RsvpOutcome> Answer(int occurrenceId, string person, RsvpAnswer? answer, string order, CancellationToken cancellationToken) =>
        Change(occurrenceId, o => o.Invitees.Find(i => i.SlackId == person), (o, i) => RsvpPolicy.Answer(o, i, answer, new RsvpPress(order, clock.Now, person)), isHost: false, cancellationToken);

    /// <summary>Who waited and has a place now.</summary>
    public static IEnumerable<NoticePlan> Promotions(Occurrence occurrence, Seating before, Seating after, Instant now) =>
        after.PromotedSince(before)
            .Where(i => i.SlackId is not null)
            .Select(i => GatheringPolicy.Of(occurrence, PromotionNotice.KindName, $"{PromotionNotice.KindName}/{occurrence.Id}/{i.Rsvp!.Arrival}/{i.SlackId}", i.SlackId!, now, "place") with { UselessAfter = occurrence.StartsAt });

    public void Dispose() => _turn.Dispose();

    private Task WriteSome()
    {
        var taken = new List<Waiting>();
        while (taken.Count < MostAtOnce && _waiting.TryDequeue(out var next))
        {
            taken.Add(next);
        }

        return Write(taken);
    }

    /// <summary>What was taken belongs to many, so that nobody's impatience ends it; where it fails, each hears of it.</summary>
    private async Task Write(IReadOnlyList<Waiting> all)
    {
        try
        {
            var outcomes = await gate.Write(db => Write(db, all, CancellationToken.None), CancellationToken.None);
            outbox.Wake();
            outcomes.ForEach(o => o.Waiting.Outcome.SetResult(o.Outcome));
        }
        catch (Exception problem) when (problem is DbUpdateException or SqliteException or InvalidOperationException)
        {
            if (all is [var alone])
            {
                alone.Outcome.SetException(problem);
                return;
            }

            // One of them is the reason; the others do not suffer for it.
            foreach (var one in all)
            {
                await Write([one]);
            }
        }
    }

    private async Task<List<(Waiting Waiting, RsvpOutcome Outcome)>> Write(AoBotDbContext db, IReadOnlyList<Waiting> all, CancellationToken cancellationToken)
    {
        var outcomes = new List<(Waiting, RsvpOutcome)>();
        foreach (var some in all.GroupBy(w => w.OccurrenceId))
        {
            if (await GatheringTable.Find(db, some.Key, cancellationToken) is not { } occurrence)
            {
                outcomes.AddRange(some.Select(w => (w, new RsvpOutcome(RsvpRefusal.NotInvited))));
                continue;
            }

            var before = SeatsOf(occurrence);
            var changed = new HashSet<Invitee>();
            var answers = new List<(Waiting Waiting, RsvpRefusal? Refusal, Invitee? Invitee)>();
            foreach (var waiting in some)
            {
                var invitee = waiting.Who(occurrence);
                var refusal = RsvpPolicy.Refuses(occurrence, invitee, waiting.IsHost, clock.Now);
                if (refusal is null && waiting.Change(occurrence, invitee!))
                {
                    changed.Add(invitee!);
                }

                answers.Add((waiting, refusal, invitee));
            }

            var after = SeatsOf(occurrence);
            outcomes.AddRange(answers.Select(a => (a.Waiting, new RsvpOutcome(a.Refusal, occurrence, a.Invitee, after))));
            if (changed.Count > 0)
            {
                await Follow(db, occurrence, changed, before, after, cancellationToken);
            }
        }

        return outcomes;
    }

    private static Seating SeatsOf(Occurrence occurrence) => RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);

    /// <summary>What a change leads to: notices, and messages that show it. Who waits may have another number now.</summary>
    private async Task Follow(AoBotDbContext db, Occurrence occurrence, HashSet<Invitee> changed, Seating before, Seating after, CancellationToken cancellationToken)
    {
        foreach (var plan in Promotions(occurrence, before, after, clock.Now))
        {
            await db.Plan(plan, clock.Now, cancellationToken);
        }

        // Who was just invited in somebody's place gets their number.
        await db.SaveChangesAsync(cancellationToken);
        var added = occurrence.Invitees.Where(i => changed.Any(c => c.Id == i.InPlaceOfId));
        await planning.Plan(db, occurrence, [.. changed.Union(added)], cancellationToken);
        var moved = after.Waiting.Where((i, place) => place >= before.Waiting.Count || before.Waiting[place].Id != i.Id);
        await planning.Refresh(db, GatheringPlanning.MessagesOf(db, occurrence, changed.Union(moved).Union(after.PromotedSince(before))), cancellationToken);
    }

    private sealed record Waiting(int OccurrenceId, Func<Occurrence, Invitee?> Who, Func<Occurrence, Invitee, bool> Change, bool IsHost, TaskCompletionSource<RsvpOutcome> Outcome);
}
