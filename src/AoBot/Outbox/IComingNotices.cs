using AoBot.Persistence;
using NodaTime;

namespace AoBot.Outbox;

/// <summary>A feature that can say ahead of time what it is going to say to whom.</summary>
public interface IComingNotices
{
    /// <summary>Reads only: what would be said if nothing changed until then.</summary>
    /// <param name="db">Where it is read.</param>
    /// <param name="since">Since when reminders are sent.</param>
    /// <param name="days">How far it looks, 1 to 31.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<ComingNotices> Read(AoBotDbContext db, Instant since, int days, CancellationToken cancellationToken);
}

/// <summary>What a feature is going to say.</summary>
/// <param name="Title">What all of it is about.</param>
/// <param name="Said">In order of time.</param>
/// <param name="NotSaid">What was planned and is not said, with the reason as its text.</param>
public sealed record ComingNotices(string Title, IReadOnlyList<ComingNotice> Said, IReadOnlyList<ComingNotice> NotSaid)
{
    /// <summary>How many later ones were not looked into.</summary>
    public int Unread { get; init; }
}

/// <param name="At">When.</param>
/// <param name="Zone">The reader's; where there are several, the program's.</param>
/// <param name="Recipients">People and channels, by id: all get the same at the same time.</param>
/// <param name="Text">What they read, without its buttons.</param>
public sealed record ComingNotice(Instant At, DateTimeZone Zone, IReadOnlyList<string> Recipients, string Text)
{
    /// <summary>Those with the same text at the same time as one, in order of time.</summary>
    /// <param name="notices">For one recipient each.</param>
    /// <param name="zone">The program's.</param>
    public static IReadOnlyList<ComingNotice> Together(IEnumerable<ComingNotice> notices, DateTimeZone zone) =>
        [.. notices.GroupBy(n => (n.At, n.Text)).Select(same => same.ToList()).Select(same => same is [var one] ? one : new ComingNotice(same[0].At, zone, [.. same.SelectMany(n => n.Recipients)], same[0].Text)).OrderBy(n => n.At)];
}
