using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Events;
using AoBot.KeyResults;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Reports;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Benchmarks;

/// <summary>
/// Ten years before the seed's report, put into its database by the product's own entities: 40 quarterly reports with their key results and
/// statuses, 1,000 engagements, monthly reports, events, and what piles up beside them.
/// </summary>
internal static class TenYears
{
    private const int Quarters = 40;
    private const int NewEngagements = 24;
    private const int EngagementsNamed = 60;
    private static readonly YearMonth First = new(2014, 6);
    private static readonly Instant Then = Instant.FromUtc(2014, 6, 1, 0, 0);

    /// <summary>Returns how many rows there are now to be passed over.</summary>
    public static async Task<int> Add(string file)
    {
        // Untracked between quarters, or each save would look through all that were saved before.
        var options = new DbContextOptionsBuilder<AoBotDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
        var rows = 0;
        List<int> engagements = [];
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            await using var db = new AoBotDbContext(options);
            engagements.AddRange(await AddEngagements(db, quarter));
            await AddReport(db, First.PlusMonths(3 * quarter), engagements);
            AddMachinery(db, quarter);
            rows += await db.SaveChangesAsync();
        }

        await using (var db = new AoBotDbContext(options))
        {
            if (await db.Engagements.CountAsync() < 1000)
            {
                throw new InvalidOperationException("These are fewer than 1,000 engagements.");
            }

            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return rows;
    }

    private static async Task<List<int>> AddEngagements(AoBotDbContext db, int quarter)
    {
        var day = First.PlusMonths(3 * quarter).OnDayOfMonth(28);
        List<Engagement> added = [];
        for (var i = 0; i < NewEngagements + 1; i++)
        {
            var name = $"Partner {quarter:D2}-{i:D2} Foundation";
            var engagement = new Engagement { Key = EngagementDirectory.KeyOf(name), Name = name, SpeaksOf = day, Areas = [(FocusArea)(i % 4)], AreasSpeakOf = day };
            engagement.Aliases.Add(new EngagementAlias { Key = $"p{quarter:D2}{i:D2}", Name = $"P{quarter:D2}{i:D2}" });
            engagement.Links.Add(new EngagementLink { Url = $"https://example.org/{quarter}/{i}", Title = name, SpeaksOf = day });
            engagement.Links.Add(new EngagementLink { Url = $"https://example.org/{quarter}/{i}/news", Title = $"News of {name}", SpeaksOf = day });
            added.Add(engagement);
        }

        db.AddRange(added);
        await db.SaveChangesAsync();
        return added.ConvertAll(e => e.Id);
    }

    private static async Task AddReport(AoBotDbContext db, YearMonth month, List<int> engagements)
    {
        var day = month.OnDayOfMonth(28);
        var report = new TacReport
        {
            Initiative = "Alpha-Omega",
            Year = month.Year,
            Quarter = (month.Month + 2) / 3,
            SpeaksOf = day,
            FileName = $"{month:uuuu-MM}.md",
            ContentHash = $"{month:uuuu-MM}",
            ImportedAt = Then,
            Purpose = new string('p', 300),
        };
        report.Funding.Add(new FundingFigure { Year = month.Year, Kind = FundingKind.Received, Cents = 500_000_000, AsWritten = "$5M" });
        report.Funding.Add(new FundingFigure { Year = month.Year, Kind = FundingKind.Spent, Cents = 400_000_000, AsWritten = "$4M" });
        report.Team.AddRange(Enumerable.Range(1, 5).Select(i => new TeamMember { Order = i, Name = $"Person {i}", Affiliation = "Example" }));
        report.KeyAreas.AddRange(Enumerable.Range(1, 4).Select(i => new KeyArea { Order = i, Text = new string('k', 100) }));
        report.News.AddRange(Enumerable.Range(1, 8).Select(i => new ReportNews { Order = i, Text = new string('n', 200) }));
        db.Add(report);

        // The year of the seed has its objectives already; these are earlier words about them.
        var objectives = await db.Objectives.Include(o => o.KeyResults).Where(o => o.Year == month.Year).ToListAsync();
        if (objectives.Count == 0)
        {
            objectives = [.. Enumerable.Range(1, 3).Select(number => NewObjective(month.Year, number, day))];
            db.AddRange(objectives);
        }

        db.AddRange(objectives.SelectMany(o => o.KeyResults).Select(k => new CheckIn { KeyResult = k, SpeaksOf = day, StatusAsWritten = "On Target", Status = KeyResultStatus.OnTarget, Report = report }));

        var newest = engagements.TakeLast(EngagementsNamed).ToList();
        var named = await db.Engagements.Where(e => newest.Contains(e.Id)).ToListAsync();
        db.AddRange(named.Select(e => new EngagementMention { Engagement = e, Report = report, SpeaksOf = day, News = new string('n', 200) }));

        foreach (var about in Enumerable.Range(0, 3).Select(back => month.PlusMonths(-back)))
        {
            var published = new PublishedReport { Url = $"https://example.org/reports/{about:uuuu-MM}", Title = $"{about:MMMM uuuu} report", Kind = PublishedReportKind.Monthly, SpeaksOf = day };
            published.Months.Add(new PublishedReportMonth { Month = about });
            db.Add(published);
            db.Add(new ProgramEvent { Kind = ProgramEventKind.MonthlyReportDue, Title = "Monthly report", Date = about.OnDayOfMonth(20), About = about, SpeaksOf = day });
            db.Add(new ProgramEvent { Kind = ProgramEventKind.Roundtable, Title = "Roundtable", Date = about.OnDayOfMonth(12), SpeaksOf = day });
            db.Add(new ProgramEvent { Kind = ProgramEventKind.PublicMeeting, Title = "Public meeting", Month = about, SpeaksOf = day });
        }
    }

    private static Objective NewObjective(int year, int number, LocalDate day)
    {
        var objective = new Objective { Year = year, Number = number, Title = $"Objective {number} of {year}", SpeaksOf = day };
        objective.KeyResults.AddRange(Enumerable.Range(1, 4).Select(n => new KeyResult { Objective = objective, Number = n, Text = new string('t', 120), SpeaksOf = day }));
        return objective;
    }

    /// <summary>People, the audit, shared answers, and events that are done and whose payload is gone.</summary>
    private static void AddMachinery(AoBotDbContext db, int quarter)
    {
        for (var i = 0; i < 250; i++)
        {
            var at = Then + Duration.FromDays((90 * quarter) + (i / 3));
            var id = $"{quarter:D2}{i:D3}";
            db.Add(new AuditEntry { At = at, Actor = $"U{id}", Action = "share.in_channel", Subject = "status", Detail = "shared" });
            db.Add(new SharedAnswer { TriggerId = id, ChannelId = SignedRequests.ChannelId, Words = "status", AnswerHash = id, SentAt = at, SharedBy = $"U{id}", SharedAt = at });
            db.Add(new InboxEvent { EventId = $"Ev{id}", Type = "app_mention", MessageKey = id, ReceivedAt = at, Attempts = 1, DoneAt = at });
            if (i < 10)
            {
                db.Add(new Person { SlackId = $"U{id}", Name = $"Person {id}", IsFullMember = true, RefreshedAt = at });
            }
        }
    }
}
