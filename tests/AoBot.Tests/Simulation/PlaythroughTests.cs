using AoBot.Engagements;
using AoBot.Reminders;
using AoBot.Simulation;
using AoBot.Tests.Updates;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit.Abstractions;

namespace AoBot.Tests.Simulation;

/// <summary>Periods of a history, played: on the real one, on the same in disguise, and on histories that were made up, whatever partners do.</summary>
public sealed class PlaythroughTests(ITestOutputHelper output)
{
    private static readonly ReminderRules Rules = new();

    [Fact]
    public async Task On_the_real_history_reminders_are_right_and_few()
    {
        if (await History.Real(output) is not { } real)
        {
            return;
        }

        var roster = History.Roster();
        var played = await Play(real, roster, "2022-01-01T00:00:00Z", "2025-03-01T00:00:00Z");
        output.WriteLine($"{played.Updates} updates, {played.Nags.Count} reminders, {played.NagsPerUpdate:0.000} each; {played.HeadsUpsUseful} of {played.HeadsUps.Count} heads-ups useful");

        HoldsWhatMustHold(played, roster);
        Assert.InRange(played.Updates, 195, 210);
        Assert.InRange(played.NagsPerUpdate, 0.1, 0.65);
        Assert.True(played.HeadsUpsUseful >= 0.55 * played.HeadsUps.Count, $"{played.HeadsUpsUseful} of {played.HeadsUps.Count}");
    }

    [Fact]
    public async Task The_same_history_of_other_partners_in_other_years_is_right_too()
    {
        if (await History.Real(output) is not { } real)
        {
            return;
        }

        var disguise = new Disguise(years: 3, seed: 5);
        var roster = disguise.On(History.Roster());
        HoldsWhatMustHold(await Play(disguise.On(real), roster, "2025-01-01T00:00:00Z", "2028-03-01T00:00:00Z"), roster);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_partners_do_nobody_is_asked_wrongly_too_often_or_at_night(int seed)
    {
        var (history, roster) = MadeUp(seed);
        var played = await Play(history, roster, "2030-01-01T00:00:00Z", "2031-03-20T00:00:00Z");

        Assert.NotEmpty(played.Nags);
        HoldsWhatMustHold(played, roster);
    }

    [Fact]
    public async Task The_reminders_for_the_report_are_on_the_days_of_the_seed()
    {
        var played = await Play(RepositoryHistory.Empty("main"), Past.Roster("acme,Acme,Acme,monthly,2024-06-01,,,U0000ACME,,"), "2024-06-01T12:00:00Z", "2024-07-10T12:00:00Z");

        Assert.Equal(
            ["2024-06-27T13:30:00Z early", "2024-07-02T13:30:00Z soon", "2024-07-05T13:30:00Z due", "2024-07-09T13:30:00Z after-2024-07-09"],
            played.Sent.Where(n => n.Kind == "report-reminder" && n.Month == new YearMonth(2024, 6)).Select(n => $"{n.At} {n.Step}"));
    }

    [Fact]
    public async Task Who_forgets_once_hears_three_times_and_staff_the_working_day_after()
    {
        var played = await Play(RepositoryHistory.Empty("main"), Past.Roster("acme,Acme,Acme,monthly,2024-06-01,2024-06-30,,U0000ACME;U0000BERT,,"), "2024-06-28T13:00:00Z", "2024-08-30T12:00:00Z");

        Assert.Equal(
            [
                "2024-07-01T13:30:00Z update-heads-up U0000ACME",
                "2024-07-05T13:30:00Z update-due U0000ACME",
                "2024-07-12T13:30:00Z update-final U0000BERT",
                "2024-07-15T13:30:00Z escalation CSTAFF",
            ],
            played.Sent.Where(n => n.Partner == "acme").Select(n => $"{n.At} {n.Kind} {n.Recipient}"));
    }

    [Fact]
    public async Task The_second_silent_month_is_asked_about_and_the_third_is_not_asked_for()
    {
        var played = await Play(RepositoryHistory.Empty("main"), Past.Roster("acme,Acme,Acme,monthly,2024-01-01,2024-03-31,,U0000ACME,,"), "2024-01-01T12:00:00Z", "2024-05-30T12:00:00Z");

        Assert.Equal(
            ["2024-01 update-heads-up", "2024-01 update-due", "2024-01 update-final", "2024-01 escalation", "2024-02 update-heads-up", "2024-02 update-due", "2024-02 update-final", "2024-02 still-running", "2024-03 still-running"],
            played.Sent.Where(n => n.Partner == "acme").Select(n => $"{n.Month:uuuu-MM} {n.Kind}"));
    }

    [Fact]
    public async Task Several_engagements_are_one_message_and_what_is_in_review_is_not_asked_for()
    {
        var past = new Past().Lands("2024-07-11T09:00:00Z", "2024/Cedar/update-2024-06.md", written: "2024-07-02T09:00:00Z");
        var roster = Past.Roster("acme,Acme,Acme,monthly,2024-06-01,2024-06-30,,U0000ANNA,,", "birch,Birch,Birch,monthly,2024-06-01,2024-06-30,,U0000ANNA,,", "cedar,Cedar,Cedar,monthly,2024-06-01,2024-06-30,,U0000ANNA,,");
        var due = (await Play(past.History, roster, "2024-06-28T13:00:00Z", "2024-07-20T12:00:00Z")).Sent.Where(n => n.Kind == UpdateNotices.Due).ToList();

        Assert.Equal(["acme", "birch"], due.Select(n => n.Partner));
        Assert.Equal("update-due/2024-06/U0000ANNA", Assert.Single(due.Select(n => n.Key).Distinct()));
    }

    [Fact]
    public async Task What_comes_between_the_planning_and_the_sending_is_neither_asked_for_nor_thanked_for()
    {
        var past = new Past().Lands("2024-07-05T09:00:00Z", "2024/Birch/update-2024-06.md", written: "2024-07-05T08:00:00Z");
        var roster = Past.Roster("acme,Acme,Acme,monthly,2024-06-01,2024-06-30,,U0000ANNA,,", "birch,Birch,Birch,monthly,2024-06-01,2024-06-30,,U0000ANNA,,");
        var played = await Play(past.History, roster, "2024-06-28T13:00:00Z", "2024-07-11T12:00:00Z");

        Assert.Equal(["acme", "birch"], played.HeadsUps.Select(n => n.Partner));
        Assert.Equal(("acme", "update-due/2024-06/U0000ANNA"), Assert.Single(played.Nags.Where(n => n.Kind == UpdateNotices.Due).Select(n => (n.Partner, n.Key))));
        Assert.Equal("thanks-edit/update-heads-up/2024-06/U0000ANNA/birch/2024-06", Assert.Single(played.Sent, n => n.Kind == UpdateNotices.Thanks).Key);
        Assert.True(played.SilentBecause(Silence.Received) > 0);
    }

    private static Task<PlayedPeriod> Play(RepositoryHistory history, Roster roster, string from, string to) =>
        new Playthrough(Build, PlayedHistory.Of(history), roster, History.Options.Zone).Play(Past.At(from), Past.At(to), progress: null, CancellationToken.None);

    /// <summary>As the program does.</summary>
    private static WebApplication Build(string[] arguments, Action<IServiceCollection> change)
    {
        var builder = WebApplication.CreateBuilder(["--Logging:LogLevel:Default=Warning", .. arguments]);
        builder.AddAoBot();
        change(builder.Services);
        return builder.Build();
    }

    private static void HoldsWhatMustHold(PlayedPeriod played, Roster roster)
    {
        Assert.Empty(played.NagsWrong);
        Assert.DoesNotContain(played.Nags.CountBy(n => (n.Partner, n.Month)), count => count.Value > Rules.MostPerMonth);
        var zones = roster.Rows.SelectMany(r => r.Contacts.Select(c => (Contact: c, r.Zone))).DistinctBy(c => c.Contact).ToDictionary(c => c.Contact, c => c.Zone);
        Assert.All(played.Sent, notice =>
        {
            var zone = zones.GetValueOrDefault(notice.Recipient) is { } own ? DateTimeZoneProviders.Tzdb[own] : History.Options.Zone;
            Assert.True(new ReminderHours(Rules.From, Rules.QuietFrom, zone).IsOpen(notice.At), $"{notice}");
        });

        var told = played.Sent.Where(n => n.Kind is UpdateNotices.Escalation or UpdateNotices.StillRunning).ToLookup(n => (n.Partner, n.Month));
        Assert.DoesNotContain(told, month => month.Count() > 1);
        var never = played.Final.Coverage.Where(c => c is { State: CoverageState.NotIn, Owed: true } && c.DueDay.PlusDays(20) < played.Final.AsOf.InUtc().Date).ToList();
        Assert.All(never, cell => Assert.True(told.Contains((cell.Partner, cell.Month)), $"nobody was told of {cell.Partner} {cell.Month}"));
    }

    /// <summary>A year of six partners in all kinds of zones, who are early, late, silent, quarterly, and waited for; sometimes two have one contact.</summary>
    private static (RepositoryHistory History, Roster Roster) MadeUp(int seed)
    {
        var random = new Random(seed);
        string[] zones = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles"];
        string[] cadences = ["monthly", "monthly", "monthly", "two-monthly", "quarterly"];
        var past = new List<(Instant Landed, Instant Written, string Path)>();
        var rows = new List<string>();
        for (var partner = 0; partner < 6; partner++)
        {
            var cadence = cadences[random.Next(cadences.Length)];
            var length = cadence switch { "monthly" => 1, "two-monthly" => 2, _ => 3 };
            var contacts = random.Next(3) == 0 ? "U0000SAME" : random.Next(4) == 0 ? "somebody@example.org" : $"U000000{partner};U000009{partner}";
            rows.Add($"p{partner},Fictional {partner},Fictional{partner},{cadence},2030-01-01,,,{contacts},{(contacts.Contains("SAME", StringComparison.Ordinal) ? zones[0] : zones[random.Next(zones.Length)])},");
            for (var month = new YearMonth(2030, length); month.Year == 2030; month = month.PlusMonths(length))
            {
                if (random.Next(5) > 0)
                {
                    var written = month.PlusMonths(1).OnDayOfMonth(1).AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(random.Next(40 * 24 * 60));
                    past.Add((written + Duration.FromMinutes(random.Next(12 * 24 * 60)), written, $"2030/Fictional{partner}/update-{month.Year}-{month.Month:00}.md"));
                }
            }
        }

        var history = new Past();
        foreach (var (landed, written, path) in past.OrderBy(p => p.Landed))
        {
            history.Lands(NodaTime.Text.InstantPattern.ExtendedIso.Format(landed), path, written: NodaTime.Text.InstantPattern.ExtendedIso.Format(written));
        }

        return (history.History, Past.Roster([.. rows]));
    }
}
