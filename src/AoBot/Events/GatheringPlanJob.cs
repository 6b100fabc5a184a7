using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Quartz;

namespace AoBot.Events;

/// <summary>Now and then: series get their next rows, coming roundtables their invitees, and what is to be said of each is planned.</summary>
public sealed partial class GatheringPlanJob(IDbContextFactory<AoBotDbContext> contexts, WriteGate gate, GatheringPlanning planning, PeopleDirectory people, IStaffConsent consent, Roles roles, ProgramClock clock, OutboxSignal outbox, ILogger<GatheringPlanJob> logger) : IJob
{
    public static readonly JobKey Key = new("gatherings", Schedules.Housekeeping);

    // A roundtable of a series gets its invitees when they are about to be invited.
    private static readonly Duration Ahead = Duration.FromDays(35);
    private static readonly Duration Behind = Duration.FromDays(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Run(cancellationToken);
        }
#pragma warning disable CA1031 // The edge of a job: what is not planned now is planned next time.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    internal async Task Run(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        foreach (var id in await db.Gatherings.Where(g => g.Rule != null).Select(g => g.Id).ToListAsync(cancellationToken))
        {
            await gate.Write(
                async change =>
                {
                    var gathering = await change.Gatherings.Include(g => g.Occurrences).FirstAsync(g => g.Id == id, cancellationToken);
                    return GatheringTable.Extend(gathering, clock.Today, day => GatheringPolicy.AnswerDay(day, clock.WorkingDays), clock.Now).Count;
                },
                cancellationToken);
        }

        var (from, to) = (clock.Now - Behind, clock.Now + Ahead);
        foreach (var id in await db.Occurrences.Where(o => o.StartsAt > from && o.StartsAt < to && !o.IsCancelled).Select(o => o.Id).ToListAsync(cancellationToken))
        {
            var areKnownNow = await Ask(db, id, cancellationToken);
            await gate.Write(
                async change =>
                {
                    if (await GatheringTable.Find(change, id, cancellationToken) is not { } occurrence)
                    {
                        return false;
                    }

                    if (occurrence is { Gathering.Kind: GatheringKind.Roundtable, Invitees.Count: 0 } && occurrence.StartsAt > clock.Now)
                    {
                        await GatheringPlanning.Invite(change, occurrence, cancellationToken);
                        await change.SaveChangesAsync(cancellationToken);
                    }

                    await planning.Plan(change, occurrence, cancellationToken);
                    if (areKnownNow)
                    {
                        await planning.Refresh(change, GatheringPlanning.MessagesOf(change, occurrence, []), cancellationToken);
                    }

                    return true;
                },
                cancellationToken);
        }

        // Who made a gathering wants it spoken of; what a report announced is asked about only where staff want to be asked.
        if (await consent.IsGiven(db, cancellationToken))
        {
            await AskOfAnnounced(db, cancellationToken);
        }

        outbox.Wake();
    }

    /// <summary>Learns the names and the zones of invitees whom nobody has asked Slack about.</summary>
    /// <returns>Whether there is one whose name the host's list can show now.</returns>
    private async Task<bool> Ask(AoBotDbContext db, int occurrence, CancellationToken cancellationToken)
    {
        var unknown = await db.Set<Invitee>().Where(i => i.OccurrenceId == occurrence && i.SlackId != null && i.RemovedAt == null && !db.People.Any(p => p.SlackId == i.SlackId)).Select(i => i.SlackId!).ToListAsync(cancellationToken);
        var found = false;
        foreach (var id in unknown)
        {
            found |= await people.Find(id, cancellationToken) is not null;
        }

        return found;
    }

    private async Task AskOfAnnounced(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var announced = await UpcomingEvents.Read(db, clock.Today, cancellationToken);
        await gate.Write(change => planning.Add(change, AnnouncedDateNotice.Plan(announced, roles.Staff, GatheringPlanning.RulesOf(clock)), cancellationToken), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is to be said of gatherings could not be planned; it is tried again")]
    private partial void LogFailed(Exception problem);
}
