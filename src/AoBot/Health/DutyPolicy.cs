using NodaTime;

namespace AoBot.Health;

/// <summary>Which duties are not done. Each is told in words for staff, with what to look at.</summary>
public static class DutyPolicy
{
    /// <summary>An event that has waited for longer is reported.</summary>
    public static readonly Duration LatestEvent = Duration.FromMinutes(5);

    /// <summary>A message that should have left longer ago, or a job that should have run, is reported.</summary>
    public static readonly Duration LatestDuty = Duration.FromHours(1);

    /// <summary>A read that is older is reported.</summary>
    public static readonly Duration OldestRead = Duration.FromDays(1);

    public static IReadOnlyList<Trouble> Troubles(DutyFacts facts) => [.. Find(facts)];

    private static IEnumerable<Trouble> Find(DutyFacts facts)
    {
        if (facts.OldestEventWaits > LatestEvent)
        {
            yield return new Trouble("events", "events wait too long", null);
        }

        if (facts.EventsGivenUp > 0)
        {
            yield return new Trouble("events-given-up", "events were given up", null);
        }

        if (facts.SendingStopped is { } stopped)
        {
            yield return new Trouble("sending", $"nothing is sent: {stopped}", null);
        }

        if (facts.OldestNotice is { } oldest && facts.Now - oldest > LatestDuty)
        {
            yield return new Trouble("outbox", "a message has waited for more than an hour, or it is uncertain whether it arrived: /ao admin outbox", oldest);
        }

        if (facts.ReadAt is { } read && facts.Now - read > OldestRead)
        {
            yield return new Trouble("read", $"the partners' repository was not read for more than a day{(facts.ReadFailure is { } failure ? $": {failure}" : "")}", read);
        }

        if (facts.NeverRead is { } never && never.For > LatestDuty)
        {
            yield return new Trouble("read", $"the partners' repository was never read, so nobody is asked for anything. {facts.ReadFailure ?? never.Progress ?? "No try has ended so far. Look at Updates:GitHub:Repository, and at the log."}".TrimEnd('.'), never.Since);
        }

        foreach (var job in facts.Jobs.Where(j => j.Next is { } next && facts.Now - next > LatestDuty))
        {
            yield return new Trouble($"job-{job.Name}", $"the job {job.Name} has not run when it should have", job.Next);
        }
    }
}

/// <summary>A duty that is not done.</summary>
/// <param name="Duty">Its name.</param>
/// <param name="Words">What is wrong, in words for staff.</param>
/// <param name="Since">What tells this time from the next; none where the day does.</param>
public sealed record Trouble(string Duty, string Words, Instant? Since);
