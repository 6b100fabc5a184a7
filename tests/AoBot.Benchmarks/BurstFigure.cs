using System.Diagnostics;
using System.Globalization;
using System.Text;
using AoBot.Events;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Benchmarks;

/// <summary>
/// 500 invitees press 20 times each at random, an open loop of 1,000 presses a second: a press is due when it is due, whether the one before was
/// acknowledged or not, and what it waited counts. Meanwhile the places are looked at; afterwards each answer must be the last press.
/// </summary>
internal static class BurstFigure
{
    private const int People = 500;
    private const int Each = 20;
    private const int PerSecond = 1_000;
    private const int Places = 100;
    private const int Connections = 64;
    private const double SlowestAck = 1_000;
    private static readonly Duration Between = Duration.FromSeconds(3);
    private static readonly RsvpAnswer?[] Answers = [RsvpAnswer.Going, RsvpAnswer.Maybe, RsvpAnswer.Cant, null];

    public static async Task Measure(Published published, Scale scale)
    {
        await using var slack = await LimitedSlack.Start();
        var file = Path.Combine(published.Folder, "burst.db");
        File.Copy(published.Database, file, overwrite: true);
        var occurrence = await Fill(file);
        using var server = published.StartProduct(file, slackUrl: $"{slack.Url}api/");
        await server.FirstAnswer("status");
        Console.WriteLine($"{People} people press {Each} times each, {PerSecond} presses a second, {Places} places");

        var presses = Presses(occurrence, server.Port, slack.Url);
        List<double> acks = [];
        using var over = new CancellationTokenSource();
        var watch = Watch(file, occurrence, over.Token);
        var start = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(Press)));
        var took = Stopwatch.GetElapsedTime(start);

        var settled = Stopwatch.GetTimestamp();
        var (wrong, seats) = await Settle(file, occurrence, presses);
        await over.CancelAsync();
        var most = await watch;
        acks.Sort();
        Console.WriteLine($"  {acks.Count} presses in {took.TotalSeconds:0.0} s; all answers stood {Stopwatch.GetElapsedTime(settled).TotalSeconds:0.0} s later; {server.Memory() >> 20} MiB; {slack.Replies} confirmations by then");
        Console.WriteLine($"  {seats.Coming.Count} come, {seats.Waiting.Count} wait");
        scale.AtMost("acknowledged, p99 in ms", SlowestAck, [Scale.Quantile(acks, 0.99)]);
        scale.AtMost("answers that are not the last press", 0, [wrong]);
        scale.AtMost("people with a place, at any look", Places, [most]);
        scale.AtMost("people who wait before somebody who came later", 0, [seats.Coming.Concat(seats.Waiting).Zip(seats.Coming.Concat(seats.Waiting).Skip(1)).Count(p => p.First.Rsvp!.Arrival >= p.Second.Rsvp!.Arrival)]);

        var stale = await Edited(file, slack, occurrence);
        var gaps = slack.Edits.Values.SelectMany(e => e.Zip(e.Skip(1)).Select(p => (p.Second.At - p.First.At).TotalSeconds)).ToList();
        Console.WriteLine($"  all messages were edited {Stopwatch.GetElapsedTime(settled).TotalSeconds:0} s later: {slack.Edits.Values.Sum(e => e.Count)} edits of {slack.Edits.Count} messages, {slack.Limited} times told to wait");
        scale.AtMost("messages that end otherwise than the answers", 0, [stale]);
        scale.AtLeast($"seconds between two edits of one message, the least of {gaps.Count}", Between.TotalSeconds, [gaps.Min()]);

        async Task Press()
        {
            using var connection = new SlackConnection(server.Port);
            await connection.Connect();
            while (Interlocked.Increment(ref next) is var index && index < presses.Count)
            {
                var due = start + (index * Stopwatch.Frequency / PerSecond);
                if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } early)
                {
                    await Task.Delay(early, TimeProvider.System);
                }

                await connection.Ask(presses[index].Request);
                lock (acks)
                {
                    acks.Add(Stopwatch.GetElapsedTime(due).TotalMilliseconds);
                }
            }
        }
    }

    /// <summary>Each signed and stamped as Slack does, in the order of its stamps.</summary>
    private static List<(string Person, RsvpAnswer? Answer, ReadOnlyMemory<byte> Request)> Presses(int occurrence, int port, string slack)
    {
        var random = new Random(1);
        var people = Enumerable.Range(0, People * Each).Select(i => i % People).ToArray();
        random.Shuffle(people);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return [.. people.Select((person, i) =>
        {
            var answer = Answers[random.Next(Answers.Length)];
            return (Person(person), answer, (ReadOnlyMemory<byte>)Request(Person(person), answer, occurrence, $"{now}.{i:D6}", now, port, slack, i));
        })];
    }

    private static byte[] Request(string person, RsvpAnswer? answer, int occurrence, string stamp, long timestamp, int port, string slack, int number)
    {
        var action = answer switch { RsvpAnswer.Going => RsvpAction.Going, RsvpAnswer.Maybe => RsvpAction.Maybe, RsvpAnswer.Cant => RsvpAction.Cant, _ => RsvpAction.More };
        var chosen = answer is null
            ? $$"""{"type":"overflow","action_id":"{{action}}","block_id":"b","selected_option":{"text":{"type":"plain_text","text":"Take my answer back"},"value":"withdraw:{{occurrence}}"},"action_ts":"{{stamp}}"}"""
            : $$"""{"type":"button","action_id":"{{action}}","block_id":"b","value":"{{occurrence}}","action_ts":"{{stamp}}"}""";
        var payload = $$$"""{"type":"block_actions","team":{"id":"T0001","domain":"example"},"user":{"id":"{{{person}}}","username":"p","name":"p","team_id":"T0001"},"api_app_id":"A0123456789","trigger_id":"{{{number}}}.1.a","container":{"type":"message","message_ts":"1700000000.000100","channel_id":"D{{{person}}}","is_ephemeral":false},"channel":{"id":"D{{{person}}}","name":"directmessage"},"actions":[{{{chosen}}}],"response_url":"{{{slack}}}reply"}""";
        var body = Encoding.ASCII.GetBytes($"payload={Uri.EscapeDataString(payload)}");
        var head = $"POST /slack/action HTTP/1.1\r\nHost: 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"{SlackSignature.TimestampHeader}: {timestamp.ToString(CultureInfo.InvariantCulture)}\r\n{SlackSignature.SignatureHeader}: {SlackSignature.Sign(SignedRequests.Secret, timestamp, body)}\r\n"
            + $"Content-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>Looks at who has a place while it goes on; the most that there ever were.</summary>
    private static async Task<double> Watch(string file, int occurrence, CancellationToken over)
    {
        var most = 0;
        while (!over.IsCancellationRequested)
        {
            await using var db = Open(file);
            most = Math.Max(most, Seats((await GatheringTable.Find(db, occurrence, CancellationToken.None))!).Coming.Count);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        return most;
    }

    /// <summary>Waits until every answer is the last press of its person, for at most a minute; how many are not.</summary>
    private static async Task<(int Wrong, Seating Seats)> Settle(string file, int occurrence, IReadOnlyList<(string Person, RsvpAnswer? Answer, ReadOnlyMemory<byte> Request)> presses)
    {
        var last = presses.GroupBy(p => p.Person).ToDictionary(p => p.Key, p => p.Last().Answer, StringComparer.Ordinal);
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            await using var db = Open(file);
            var now = (await GatheringTable.Find(db, occurrence, CancellationToken.None))!;
            var wrong = now.Invitees.Count(i => i.Rsvp?.Answer != last[i.SlackId!]);
            if (wrong == 0 || Stopwatch.GetElapsedTime(start) > TimeSpan.FromMinutes(1))
            {
                return (wrong, Seats(now));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>Slack takes 50 edits a minute, so that 500 messages take more than ten. How many do not end as the answers are.</summary>
    private static async Task<int> Edited(string file, LimitedSlack slack, int occurrence)
    {
        await using var db = Open(file);
        while (await db.Notices.AnyAsync(n => n.EditsId != null && (n.State == NoticeState.Planned || n.State == NoticeState.Sending)))
        {
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
        }

        var now = (await GatheringTable.Find(db, occurrence, CancellationToken.None))!;
        var seats = Seats(now);
        return now.Invitees.Count(i => !Last(i.SlackId!).Contains(Shown(seats, i), StringComparison.Ordinal))
            + (Last(now.Gathering.HostId).Contains($"Coming: {seats.Coming.Count} (", StringComparison.Ordinal) ? 0 : 1);

        string Last(string person) => slack.Edits.GetValueOrDefault($"D{person[1..]}")?.LastOrDefault().Text ?? "";
    }

    private static string Shown(Seating seats, Invitee invitee) =>
        seats.Coming.Contains(invitee) ? "You are coming."
        : seats.Waiting.Contains(invitee) ? $"you are number {seats.Waiting.ToList().IndexOf(invitee) + 1} of those who wait"
        : seats.Maybe.Contains(invitee) ? "You may come."
        : seats.Cant.Contains(invitee) ? "You cannot come."
        : "You have not answered yet.";

    private static Seating Seats(Occurrence occurrence) => RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);

    /// <summary>A roundtable in two weeks, whose invitations are in people's hands.</summary>
    private static async Task<int> Fill(string file)
    {
        await using var db = Open(file);
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var day = now.InUtc().Date.PlusDays(14);
        var gathering = new Gathering { Kind = GatheringKind.Roundtable, Uid = "burst@aobot", Title = "Roundtable", Zone = "UTC", FirstDay = day, Time = new LocalTime(14, 0), Minutes = 60, Link = "https://example.org/join", HostId = "U0000000HOST", CreatedAt = now, Capacity = Places };
        var occurrence = GatheringTable.New(gathering, day, slot: null, day.PlusDays(-2), now);
        occurrence.Invitees.AddRange(Enumerable.Range(0, People).Select(p => new Invitee { SlackId = Person(p) }));
        gathering.Occurrences.Add(occurrence);
        db.Add(gathering);
        await db.SaveChangesAsync();
        foreach (var (key, kind, recipient, step) in Enumerable.Range(0, People).Select(p => ($"{InvitationNotice.KindName}/{occurrence.Id}/{Person(p)}", InvitationNotice.KindName, Person(p), InvitationNotice.First)).Append(($"gathering-board/{occurrence.Id}", HostNotice.KindName, gathering.HostId, HostNotice.Board)))
        {
            db.Add(new Notice
            {
                Key = key,
                Kind = kind,
                Recipient = recipient,
                PlannedAt = now,
                NotBefore = now,
                State = NoticeState.Sent,
                Token = Guid.NewGuid().ToString("N"),
                ChannelId = $"D{recipient[1..]}",
                Ts = $"1700000000.{db.ChangeTracker.Entries().Count():D6}",
                SentAt = now,
                Data = new GatheringNoticeData(occurrence.Id, step, 0).Write(),
            });
        }

        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return occurrence.Id;
    }

    private static string Person(int number) => $"U{number:D10}";

    private static AoBotDbContext Open(string file) => new(new DbContextOptionsBuilder<AoBotDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
}
