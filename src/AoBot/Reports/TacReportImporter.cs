using System.Security.Cryptography;
using AoBot.Engagements;
using AoBot.Events;
using AoBot.KeyResults;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Reports.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Reports;

/// <summary>
/// Puts a report's facts into the database. The same report twice changes nothing; an older report never overrides a newer fact;
/// a later one adds history. All or nothing.
/// </summary>
public sealed class TacReportImporter(IDbContextFactory<AoBotDbContext> contexts, WriteGate gate, ProgramClock clock)
{
    private const int EventMovedDays = 15;

    /// <param name="fileName">Without its folder.</param>
    /// <param name="content">The file.</param>
    /// <param name="asOf">The day that the report speaks of, where somebody says it.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    public async Task<ImportResult> Import(string fileName, byte[] content, LocalDate? asOf, string actor, CancellationToken cancellationToken)
    {
        var reading = TacReportReader.Read(fileName, content, asOf, clock.Today);
        if (reading is TacReportReading.Refused refused)
        {
            return new ImportResult.Refused(refused.Reason, refused.Line);
        }

        var (facts, findings) = (TacReportReading.Read)reading;
        if (await OtherInitiative(facts, cancellationToken) is { } other)
        {
            return new ImportResult.Refused($"This is a report of {facts.Initiative}, and the database holds those of {other}.", 1);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return await gate.Write<ImportResult>(
            async db =>
            {
                if (await AlreadyRead(db, hash, asOf, cancellationToken) is { } day)
                {
                    return new ImportResult.Imported(facts, findings, new ImportChanges(), day);
                }

                var changes = await Apply(db, facts, fileName, hash, cancellationToken);
                db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "import", Subject = $"{facts.Year} Q{facts.Quarter} {facts.Initiative}", Detail = changes.ToString() });
                return new ImportResult.Imported(facts, findings, changes, null);
            },
            cancellationToken);
    }

    /// <summary>Whose reports are here already, where this one is somebody else's: one database is one fund's.</summary>
    private async Task<string?> OtherInitiative(TacReportFacts facts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.TacReports.Select(r => r.Initiative).Distinct().ToListAsync(cancellationToken);
        return known.Count == 0 || known.Exists(k => EngagementDirectory.KeyOf(k) == EngagementDirectory.KeyOf(facts.Initiative)) ? null : known[0];
    }

    /// <summary>The day under which the very same file was read before; asked for another day, it is read again.</summary>
    private static Task<LocalDate?> AlreadyRead(AoBotDbContext db, string hash, LocalDate? asOf, CancellationToken cancellationToken) =>
        db.TacReports
            .Where(r => r.ContentHash == hash && (asOf == null || r.SpeaksOf == asOf))
            .Select(r => (LocalDate?)r.SpeaksOf)
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<ImportChanges> Apply(AoBotDbContext db, TacReportFacts facts, string fileName, string hash, CancellationToken cancellationToken)
    {
        var report = new TacReport
        {
            Initiative = facts.Initiative,
            Year = facts.Year,
            Quarter = facts.Quarter,
            SpeaksOf = facts.AsOf,
            FileName = fileName,
            ContentHash = hash,
            ImportedAt = clock.Now,
            Purpose = facts.Purpose,
        };
        report.Funding.AddRange(facts.Funding.Select(f => new FundingFigure { Year = f.Year, Kind = f.Kind, Cents = f.Cents, AsWritten = f.AsWritten }));
        report.Team.AddRange(facts.Team.Select((m, i) => new TeamMember { Order = i + 1, Name = m.Name, Affiliation = m.Affiliation }));
        report.KeyAreas.AddRange(facts.KeyAreas.Select((a, i) => new KeyArea { Order = i + 1, Text = a.Text }));
        report.News.AddRange(facts.News.Select((n, i) => new ReportNews { Order = i + 1, Title = n.Title, Text = n.Text, Url = n.Links.Select(l => l.Url.AbsoluteUri).FirstOrDefault() }));
        db.Add(report);

        var changes = new ImportChanges();
        await ApplyKeyResults(db, facts, report, changes, cancellationToken);
        await ApplyEngagements(db, facts, report, changes, cancellationToken);
        await ApplyPublished(db, facts, changes, cancellationToken);
        await ApplyEvents(db, facts, changes, cancellationToken);
        return changes;
    }

    private static async Task ApplyKeyResults(AoBotDbContext db, TacReportFacts facts, TacReport report, ImportChanges changes, CancellationToken cancellationToken)
    {
        var known = await db.Objectives.Include(o => o.KeyResults).ThenInclude(k => k.CheckIns).AsSplitQuery().Where(o => o.Year == facts.Year).ToListAsync(cancellationToken);
        var titles = facts.Objectives.ToDictionary(o => o.Number, o => o.Title);
        foreach (var number in facts.KeyResults.Select(k => k.Objective).Concat(titles.Keys).Distinct().Order())
        {
            var title = titles.GetValueOrDefault(number, "");
            var objective = known.FirstOrDefault(o => o.Number == number);
            if (objective is null)
            {
                objective = new Objective { Year = facts.Year, Number = number, Title = title, SpeaksOf = facts.AsOf };
                db.Add(objective);
                changes.Objectives++;
            }
            else if (objective.SpeaksOf <= facts.AsOf && title.Length > 0)
            {
                (objective.Title, objective.SpeaksOf) = (title, facts.AsOf);
            }

            foreach (var fact in facts.KeyResults.Where(k => k.Objective == number))
            {
                var keyResult = objective.KeyResults.Find(k => k.Number == fact.Number);
                if (keyResult is null)
                {
                    keyResult = new KeyResult { Objective = objective, Number = fact.Number, Text = fact.Text, Deadline = fact.Deadline, SpeaksOf = facts.AsOf };
                    objective.KeyResults.Add(keyResult);
                    changes.KeyResults++;
                }
                else if (keyResult.SpeaksOf <= facts.AsOf)
                {
                    (keyResult.Text, keyResult.Deadline, keyResult.SpeaksOf) = (fact.Text, fact.Deadline, facts.AsOf);
                }

                var sameDay = keyResult.CheckIns.Where(c => c.SpeaksOf == facts.AsOf).MaxBy(c => c.Id);
                if (fact.StatusAsWritten.Length > 0 && sameDay?.StatusAsWritten != fact.StatusAsWritten)
                {
                    keyResult.CheckIns.Add(new CheckIn { KeyResult = keyResult, SpeaksOf = facts.AsOf, StatusAsWritten = fact.StatusAsWritten, Status = fact.Status, Report = report });
                    changes.Statuses++;
                }
            }
        }
    }

    private static async Task ApplyEngagements(AoBotDbContext db, TacReportFacts facts, TacReport report, ImportChanges changes, CancellationToken cancellationToken)
    {
        var known = await db.Engagements.Include(e => e.Aliases).Include(e => e.Links).Include(e => e.Spans).AsSplitQuery().ToListAsync(cancellationToken);
        var byKey = EngagementNames.Of(known);

        foreach (var fact in facts.Engagements)
        {
            var key = EngagementDirectory.KeyOf(fact.Name);
            if (key.Length == 0)
            {
                continue;
            }

            if (!byKey.TryGetValue(key, out var engagement))
            {
                engagement = new Engagement { Key = key, Name = fact.Name, SpeaksOf = facts.AsOf };
                byKey[key] = engagement;
                db.Add(engagement);
                changes.Engagements++;
            }
            else if (engagement.IsOfRosterOnly || engagement.SpeaksOf <= facts.AsOf)
            {
                engagement.IsOfRosterOnly = false;
                (engagement.Name, engagement.SpeaksOf) = (engagement.Key == key ? fact.Name : engagement.Name, facts.AsOf);
            }

            if (fact.Areas.Count > 0 && (engagement.AreasSpeakOf is not { } day || day <= facts.AsOf))
            {
                (engagement.Areas, engagement.AreasSpeakOf) = (fact.Areas, facts.AsOf);
            }

            engagement.Mentions.Add(new EngagementMention { Engagement = engagement, Report = report, SpeaksOf = facts.AsOf, News = fact.News });
            foreach (var link in fact.Links)
            {
                AddLink(engagement, link, facts.AsOf);
                AddAlias(engagement, Uri.UnescapeDataString(link.Url.Segments[^1]).Trim('/'), link.Url, byKey);
            }
        }
    }

    private static void AddLink(Engagement engagement, LinkFact link, LocalDate asOf)
    {
        var url = link.Url.AbsoluteUri;
        var known = engagement.Links.Find(l => l.Url == url);
        if (known is null)
        {
            engagement.Links.Add(new EngagementLink { Url = url, Title = link.Title, SpeaksOf = asOf });
        }
        else if (known.SpeaksOf <= asOf)
        {
            (known.Title, known.SpeaksOf) = (link.Title, asOf);
        }
    }

    /// <summary>The partner's folder in the repository is another name for it: <c>RubyCentral</c>.</summary>
    private static void AddAlias(Engagement engagement, string folder, Uri url, Dictionary<string, Engagement> byKey)
    {
        var key = EngagementDirectory.KeyOf(folder);
        var isPartnersFolder = url.AbsolutePath.Contains("/engagements/", StringComparison.OrdinalIgnoreCase) && key.Any(char.IsLetter);
        if (isPartnersFolder && byKey.TryAdd(key, engagement))
        {
            engagement.Aliases.Add(new EngagementAlias { Key = key, Name = folder });
        }
    }

    private static async Task ApplyPublished(AoBotDbContext db, TacReportFacts facts, ImportChanges changes, CancellationToken cancellationToken)
    {
        var known = await db.PublishedReports.Include(p => p.Months).ToDictionaryAsync(p => p.Url, StringComparer.Ordinal, cancellationToken);
        foreach (var fact in facts.PublishedReports)
        {
            var url = fact.Url.AbsoluteUri;
            if (!known.TryGetValue(url, out var published))
            {
                published = new PublishedReport { Url = url, Title = fact.Title, Kind = fact.Kind, SpeaksOf = facts.AsOf };
                known[url] = published;
                db.Add(published);
                changes.PublishedReports++;
            }
            else if (published.SpeaksOf <= facts.AsOf)
            {
                (published.Title, published.Kind, published.SpeaksOf) = (fact.Title, fact.Kind, facts.AsOf);
                published.Months.RemoveAll(m => !fact.Months.Contains(m.Month));
            }
            else
            {
                continue;
            }

            published.Months.AddRange(fact.Months.Except(published.Months.Select(m => m.Month)).Select(m => new PublishedReportMonth { Month = m }).ToList());
        }
    }

    private async Task ApplyEvents(AoBotDbContext db, TacReportFacts facts, ImportChanges changes, CancellationToken cancellationToken)
    {
        var known = await db.Events.ToListAsync(cancellationToken);
        var named = new HashSet<ProgramEvent>();
        foreach (var fact in facts.Events)
        {
            if (known.Find(e => IsSame(e, fact)) is { } same)
            {
                named.Add(same);
                if (same.SpeaksOf <= facts.AsOf)
                {
                    (same.Title, same.Approximate, same.About, same.SpeaksOf) = (TitleOf(fact), fact.Approximate, fact.About, facts.AsOf);
                    (same.StartsAt, same.Zone) = fact.Time is null ? (same.StartsAt, same.Zone) : StartOf(fact);
                }

                continue;
            }

            // A newer word about the same gathering replaces the older one; an older word about it is not taken.
            if (known.Find(e => e.SpeaksOf > facts.AsOf && IsAboutTheSame(e, fact)) is not null)
            {
                continue;
            }

            foreach (var replaced in known.Where(e => e.SpeaksOf <= facts.AsOf && !named.Contains(e) && IsAboutTheSame(e, fact)).ToList())
            {
                db.Remove(replaced);
                known.Remove(replaced);
            }

            var added = new ProgramEvent { Kind = fact.Kind, Title = TitleOf(fact), Date = fact.Date, Month = fact.Month, Approximate = fact.Approximate, About = fact.About, SpeaksOf = facts.AsOf };
            (added.StartsAt, added.Zone) = StartOf(fact);
            db.Add(added);
            known.Add(added);
            named.Add(added);
            changes.Events++;
        }

        // A corrected report takes back what only its earlier form announced.
        var earlier = await db.TacReports.Where(r => r.Year == facts.Year && r.Quarter == facts.Quarter && r.SpeaksOf <= facts.AsOf).Select(r => r.SpeaksOf).ToListAsync(cancellationToken);
        db.RemoveRange(known.Where(e => !named.Contains(e) && e.Date > facts.AsOf && e.Kind is (ProgramEventKind.Roundtable or ProgramEventKind.PublicMeeting) && earlier.Contains(e.SpeaksOf)));
    }

    /// <summary>A time without a zone is the program's own; one that the clocks skip moves on, one that comes twice is the earlier.</summary>
    private (Instant?, string?) StartOf(EventFact fact)
    {
        if (fact is not { Date: { } date, Time: { } time })
        {
            return (null, null);
        }

        var zone = time.Zone is { } id ? DateTimeZoneProviders.Tzdb[id] : clock.Zone;
        return ((date + time.Time).InZoneLeniently(zone).ToInstant(), zone.Id);
    }

    private static bool IsSame(ProgramEvent e, EventFact fact) =>
        e.Kind == fact.Kind && e.Date == fact.Date && e.Month == fact.Month && (fact.Date is not null || e.Title == TitleOf(fact));

    /// <summary>A name that got its date, a month that got its day, or a day that moved a little.</summary>
    private static bool IsAboutTheSame(ProgramEvent e, EventFact fact)
    {
        if (e.Kind != fact.Kind || (e.Kind == ProgramEventKind.Conference && e.Title != TitleOf(fact)))
        {
            return false;
        }

        if ((e.Date ?? e.Month?.OnDayOfMonth(1)) is not { } was || (fact.Date ?? fact.Month?.OnDayOfMonth(1)) is not { } now)
        {
            return e.Title == TitleOf(fact);
        }

        return e.Date is not null && fact.Date is not null
            ? Math.Abs(Period.DaysBetween(was, now)) <= EventMovedDays
            : was.ToYearMonth() == now.ToYearMonth();
    }

    private static string TitleOf(EventFact fact) => fact.Place is { } place && !fact.Title.Contains(place, StringComparison.OrdinalIgnoreCase) ? $"{fact.Title}, {place}" : fact.Title;
}
