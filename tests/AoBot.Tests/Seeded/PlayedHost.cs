using System.Globalization;
using System.Net;
using AoBot.Events;
using AoBot.Persistence;
using AoBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Seeded;

/// <summary>
/// The host of a roundtable of few places and of a monthly public meeting: in three seeds of five makes them in their windows, invites, and in some of them
/// moves one by a day, changes the places, or cancels it. What must hold then is counted here as well.
/// </summary>
internal sealed class PlayedHost
{
    public const string Link = "https://example.org/join";
    private const string Saved = "\"Saved\"";

    /// <summary>Who is invited, and contact of nobody.</summary>
    public static readonly IReadOnlyList<string> Guests = ["U0000GST1", "U0000GST2"];

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    private readonly Random _random;
    private readonly PlayedSlack _slack;
    private readonly Happenings _seen;
    private readonly List<(Instant At, Func<AoBotHost, Instant, Task> Do)> _deeds = [];

    public PlayedHost(int seed, Random random, PlayedSlack slack, PlayedFund fund, Happenings seen, Instant start)
    {
        (_random, _slack, _seen) = (random, slack, seen);
        Invited = [.. fund.Contacts.SelectMany(c => c.People).Where(p => p[0] == 'U'), .. Guests];
        var today = start.InZone(Zone).Date;
        var planned = new PlayedRoundtable(Weekday(today.PlusDays(random.Next(22, 38))), new LocalTime(random.Next(10, 16), 0), random.Next(2, 4));
        MeetingDay = Weekday(today.PlusDays(random.Next(11, 17)));

        // They take much of a seed's time; what is promised of reminders is promised without them too.
        if (seed % 5 > 2)
        {
            return;
        }

        Plan(start + Duration.FromHours(random.Next(8, 40)), (bot, _) => MakeRoundtable(bot, planned));
        Plan(start + Duration.FromHours(random.Next(8, 40)), (bot, _) => MakeMeeting(bot));
        PlanIf(seed % 3 == 0, planned.StartsAt - Duration.FromHours(random.Next(30, 14 * 24)), (bot, now) => Move(bot, now));
        PlanIf(seed % 2 == 0, planned.StartsAt - Duration.FromHours(random.Next(80, 12 * 24)), (bot, now) => Resize(bot, now));
        PlanIf(seed % 4 == 1, planned.StartsAt - Duration.FromHours(random.Next(6, 10 * 24)), (bot, now) => Cancel(bot, now));
        PlanIf(seed % 5 == 2, At(MeetingDay, MeetingTime) - Duration.FromHours(random.Next(30, 9 * 24)), (bot, now) => MoveMeeting(bot, now));
    }

    public static LocalTime MeetingTime { get; } = new(11, 0);

    public HashSet<string> Invited { get; }

    /// <summary>The first day of the public meetings; moved where the host moved it.</summary>
    public LocalDate MeetingDay { get; private set; }

    public bool IsMeetingMoved { get; private set; }

    /// <summary>When the public meetings were made.</summary>
    public Instant? MeetingMade { get; private set; }

    /// <summary>As it must be by now; none before it is made.</summary>
    public PlayedRoundtable? Roundtable { get; private set; }

    /// <summary>Who waited and got a place, and with which press or change.</summary>
    public List<(string Person, Instant At)> Promoted { get; } = [];

    /// <summary>Each move and cancellation: its number, whom it concerns without any doubt, and whether it was the last word.</summary>
    public List<(int Number, Instant At, IReadOnlySet<string> Concerned)> Changes { get; } = [];

    public List<string> Problems { get; } = [];

    public Instant? NextDeed => _deeds.Select(d => (Instant?)d.At).Min();

    /// <summary>What the host is to do by now is done.</summary>
    public async Task Act(AoBotHost bot, Instant now)
    {
        var due = _deeds.Where(d => d.At <= now).OrderBy(d => d.At).ToList();
        foreach (var deed in due)
        {
            _deeds.Remove(deed);
            await deed.Do(bot, now);
        }
    }

    /// <summary>It is another from now on: who waited before and has a place now is to hear of it.</summary>
    public void Becomes(PlayedRoundtable roundtable, Instant now)
    {
        var before = Roundtable;
        Roundtable = roundtable;
        if (before is null || roundtable.Moves != before.Moves)
        {
            return;
        }

        foreach (var person in roundtable.Arrived.Where(p => before.Waits(p) && roundtable.HasPlace(p)))
        {
            Promoted.Add((person, now));
            _seen.Add(Happening.Promoted);
        }

        _seen.Add(Happening.Full, roundtable.Arrived.Count > roundtable.Capacity && before.Arrived.Count <= before.Capacity ? 1 : 0);
    }

    private static LocalDate Weekday(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? day.Next(IsoDayOfWeek.Monday) : day;

    private static Instant At(LocalDate day, LocalTime time) => (day + time).InZoneLeniently(Zone).ToInstant();

    private void Plan(Instant at, Func<AoBotHost, Instant, Task> deed) => _deeds.Add((at, deed));

    private void PlanIf(bool isSo, Instant at, Func<AoBotHost, Instant, Task> deed)
    {
        if (isSo)
        {
            Plan(at, deed);
        }
    }

    private async Task MakeRoundtable(AoBotHost bot, PlayedRoundtable planned)
    {
        var window = (await Open(bot, "/ao roundtable new"))
            .Type(GatheringForm.Title, "Roundtable")
            .Type(GatheringForm.Day, LocalDatePattern.Iso.Format(planned.Day))
            .Type(GatheringForm.Time, planned.Time.ToString("HH:mm", CultureInfo.InvariantCulture))
            .Type(GatheringForm.Link, Link)
            .Type(GatheringForm.Capacity, planned.Capacity.ToString(CultureInfo.InvariantCulture));
        Must(Saved, await Save(bot, window), "the roundtable is made");
        Roundtable = planned;
        var invite = await Open(bot, $"/ao roundtable invite {Id(bot, GatheringKind.Roundtable)}");
        Must(Saved, await Submit(bot, invite.Pick("people", [.. Guests])), "guests are invited");
    }

    private async Task MakeMeeting(AoBotHost bot)
    {
        var window = (await Open(bot, "/ao meeting new"))
            .Type(GatheringForm.Title, "Public meeting")
            .Type(GatheringForm.Day, LocalDatePattern.Iso.Format(MeetingDay))
            .Type(GatheringForm.Time, MeetingTime.ToString("HH:mm", CultureInfo.InvariantCulture))
            .Type(GatheringForm.Repeats, "monthly")
            .Type(GatheringForm.Link, Link);
        Must(Saved, await Save(bot, window), "the public meetings are made");
        await using var db = Database(bot);
        MeetingMade = await db.Gatherings.Where(g => g.Kind == GatheringKind.Meeting).Select(g => g.CreatedAt).SingleAsync();
    }

    private async Task Move(AoBotHost bot, Instant now)
    {
        if (Roundtable is not { IsCancelled: false } before || before.StartsAt - now < Duration.FromHours(26))
        {
            return;
        }

        var isEarlier = before.StartsAt - now > Duration.FromDays(6) && _random.Next(2) == 0 && before.Day.DayOfWeek != IsoDayOfWeek.Monday;
        var day = isEarlier ? before.Day.PlusDays(-1) : Weekday(before.Day.PlusDays(1));
        var window = (await Open(bot, $"/ao roundtable edit {Id(bot, GatheringKind.Roundtable)}")).Type(GatheringForm.Day, LocalDatePattern.Iso.Format(day)).Type(GatheringForm.AnswerBy, "");
        Must(Saved, await Save(bot, window), "the roundtable is moved");
        Changed(before.MovedTo(day), now);
        _seen.Add(Happening.Moved);
    }

    private async Task Resize(AoBotHost bot, Instant now)
    {
        if (Roundtable is not { IsCancelled: false } before || before.StartsAt <= now)
        {
            return;
        }

        var capacity = _random.Next(4) == 0 ? 1 : before.Capacity + _random.Next(1, 3);
        var window = (await Open(bot, $"/ao roundtable edit {Id(bot, GatheringKind.Roundtable)}")).Type(GatheringForm.Capacity, capacity.ToString(CultureInfo.InvariantCulture));
        var answer = await Save(bot, window);
        if (before.Arrived.Count > capacity && capacity < before.Capacity)
        {
            Must("have a place already", answer, "nobody is sent away");
            return;
        }

        Must(Saved, answer, "there are more places");
        Becomes(before with { Capacity = capacity }, now);
        _seen.Add(Happening.Resized);
    }

    private async Task Cancel(AoBotHost bot, Instant now)
    {
        if (Roundtable is not { IsCancelled: false } before || before.StartsAt <= now)
        {
            return;
        }

        Must("\"Cancelled\"", await Submit(bot, await Open(bot, $"/ao roundtable cancel {Id(bot, GatheringKind.Roundtable)}")), "the roundtable is cancelled");
        Changed(before.Cancelled(), now);
        _seen.Add(Happening.Cancelled);
    }

    private async Task MoveMeeting(AoBotHost bot, Instant now)
    {
        if (MeetingMade is null || At(MeetingDay, MeetingTime) - now < Duration.FromHours(26))
        {
            return;
        }

        var day = Weekday(MeetingDay.PlusDays(1));
        var window = (await Open(bot, $"/ao meeting edit {Id(bot, GatheringKind.Meeting)}")).Type(GatheringForm.Day, LocalDatePattern.Iso.Format(day));
        Must(Saved, await Save(bot, window), "a public meeting is moved");
        (MeetingDay, IsMeetingMoved) = (day, true);
    }

    private void Changed(PlayedRoundtable roundtable, Instant now)
    {
        var invited = _slack.Messages.Where(m => Invited.Contains(m.Recipient) && PlayedGuests.IsInvitation(m.First)).Select(m => m.Recipient);
        Changes.Add((roundtable.Changes, now, invited.Where(p => !(Roundtable!.Answers.TryGetValue(p, out var said) && said.Answer == RsvpAnswer.Cant)).ToHashSet(StringComparer.Ordinal)));
        Becomes(roundtable, now);
    }

    private async Task<WindowSubmission> Open(AoBotHost bot, string words)
    {
        var before = _slack.LastWindow;
        await bot.Opens(words);
        await Patience.Until(() => Task.FromResult(!ReferenceEquals(_slack.LastWindow, before)), "the window is opened");
        return WindowSubmission.Of(_slack.LastWindow!);
    }

    /// <summary>Submitted, seen in full, and saved; gives what it was answered with at last.</summary>
    private static async Task<string> Save(AoBotHost bot, WindowSubmission window)
    {
        var answer = await Submit(bot, window);
        if (!answer.Contains("\"update\"", StringComparison.Ordinal))
        {
            return answer;
        }

        var shown = WindowSubmission.Updated(answer);
        return await Submit(bot, shown.Fields.Contains(GatheringForm.Same) ? shown.Choose(GatheringForm.Same, "no") : shown);
    }

    private static async Task<string> Submit(AoBotHost bot, WindowSubmission window)
    {
        var (status, body) = await bot.Send(window.Request());
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    private static int Id(AoBotHost bot, GatheringKind kind)
    {
        using var db = Database(bot);
        return db.Occurrences.Where(o => o.Gathering.Kind == kind).OrderBy(o => o.Day).Select(o => o.Id).First();
    }

    private static AoBotDbContext Database(AoBotHost bot) => bot.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContext();

    private void Must(string words, string answer, string what)
    {
        if (!answer.Contains(words, StringComparison.Ordinal))
        {
            Problems.Add($"{what}, and the answer is: {answer}");
        }
    }
}
