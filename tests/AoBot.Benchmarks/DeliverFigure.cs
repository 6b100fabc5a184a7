using System.Diagnostics;
using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Benchmarks;

/// <summary>
/// 10,000 notices to 1,000 people leave in real time, through the whole outbox, to a Slack that takes 300 messages a minute and a message a second
/// and channel, and tells one in 500 to wait. Ten more are due before all of them to a channel that never answers.
/// </summary>
internal static class DeliverFigure
{
    private const int Notices = 10_000;
    private const int People = 1_000;
    private const int ToDead = 10;
    private const double OfLimit = 1.1;
    private const string DeadChannel = "D0000000000";
    private const string EventId = "Ev0000000001";
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);

    public static async Task Measure(Published published, Scale scale)
    {
        await using var slack = await LimitedSlack.Start(DeadChannel);
        var file = Path.Combine(published.Folder, "deliver.db");
        File.Copy(published.Database, file, overwrite: true);
        await Fill(file);
        using var server = published.StartProduct(file, slackUrl: $"{slack.Url}api/");
        await server.FirstAnswer("status");

        // The minute's allowance may leave at once; the rest cannot be faster than the limit.
        var least = TimeSpan.FromMinutes((double)(Notices - LimitedSlack.PostsPerMinute) / LimitedSlack.PostsPerMinute);
        Console.WriteLine($"{Notices} messages to {People} people, which takes {least.TotalMinutes:0.0} min at the least");
        while (slack.Posts.IsEmpty)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        var start = Stopwatch.GetTimestamp();
        await Task.Delay(FirstLook, TimeProvider.System);
        var (inFirst, memory) = (slack.Posts.Count, server.Memory());
        List<double> memories = [];
        while (slack.Posts.Count < Notices && Stopwatch.GetElapsedTime(start) < 2 * least)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
            memories.Add((double)server.Memory() / memory);
        }

        var took = slack.Posts.Last().At - slack.Posts.First().At;
        Console.WriteLine($"  {slack.Posts.Count} messages in {took.TotalMinutes:0.0} min, {inFirst} in the first minute, {slack.Limited} times told to wait; {memory >> 20} MiB after a minute");
        scale.AtMost("time, of what the limits allow", OfLimit, [took / least]);
        scale.AtLeast("messages in the first minute, of what the limits allow, while ten wait for a dead channel", 1 / OfLimit, [(double)inFirst / LimitedSlack.PostsPerMinute]);
        scale.AtMost("messages that came twice or never", 0, [Notices - slack.Posts.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() + slack.Posts.CountBy(p => p.Id).Count(c => c.Value > 1)]);
        scale.AtMost("memory, of what it was after a minute, at the most", 1.25, [memories.Max()]);
    }

    /// <summary>Answers to one mention, as it is the kind that is as quick to render by day and by night.</summary>
    private static async Task Fill(string file)
    {
        await using var db = new AoBotDbContext(new DbContextOptionsBuilder<AoBotDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        const string Payload = """{"type":"event_callback","event_id":"Ev0000000001","team_id":"T0001","api_app_id":"A0123456789","event_time":1700000000,"event":{"type":"app_mention","user":"U0000000001","text":"<@U0000000BOT> status","ts":"1700000000.000100","channel":"C2147483705","event_ts":"1700000000.000100"},"authorizations":[{"user_id":"U0000000BOT","is_bot":true,"team_id":"T0001"}]}""";
        db.Add(new InboxEvent { EventId = EventId, Type = "app_mention", Payload = Payload, ReceivedAt = now, DoneAt = now });
        foreach (var number in Enumerable.Range(-ToDead, Notices + ToDead))
        {
            db.Add(new Notice
            {
                Key = $"mention/{number}",
                Kind = MentionKind.Name,
                Recipient = number < 0 ? DeadChannel : $"D{1 + (number % People):D10}",
                PlannedAt = now,
                NotBefore = now - (number < 0 ? Duration.FromMinutes(1) : Duration.Zero),
                State = NoticeState.Planned,
                Token = Guid.NewGuid().ToString("N"),
                Data = EventId,
            });
        }

        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
