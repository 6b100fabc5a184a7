using AoBot.Persistence;
using AoBot.Reports;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.About;

/// <summary>What the reports say of the fund itself; each part from the newest report that has it, with its day.</summary>
public sealed record FundPicture(
    LatestReport? Latest,
    Stated<string>? Purpose,
    Stated<IReadOnlyList<string>>? KeyAreas,
    Stated<IReadOnlyList<FundMember>>? Team,
    Stated<IReadOnlyList<FundMoney>>? Money,
    Stated<IReadOnlyList<FundNews>>? News,
    IReadOnlyList<PublishedLink> Published)
{
    private const int ReportsShown = 6;

    public static async Task<FundPicture> Read(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var newest = db.TacReports.OrderByDescending(r => r.SpeaksOf).ThenByDescending(r => r.Id);
        return new FundPicture(
            await LatestReport.Read(db, cancellationToken),
            await newest.Where(r => r.Purpose != null).Select(r => new Stated<string>(r.Purpose!, r.SpeaksOf)).FirstOrDefaultAsync(cancellationToken),
            await newest.Where(r => r.KeyAreas.Any()).Select(r => new Stated<IReadOnlyList<string>>(r.KeyAreas.OrderBy(a => a.Order).Select(a => a.Text).ToList(), r.SpeaksOf)).FirstOrDefaultAsync(cancellationToken),
            await newest.Where(r => r.Team.Any()).Select(r => new Stated<IReadOnlyList<FundMember>>(r.Team.OrderBy(m => m.Order).Select(m => new FundMember(m.Name, m.Affiliation)).ToList(), r.SpeaksOf)).FirstOrDefaultAsync(cancellationToken),
            await newest.Where(r => r.Funding.Any()).Select(r => new Stated<IReadOnlyList<FundMoney>>(r.Funding.OrderByDescending(f => f.Year).ThenBy(f => f.Kind).Select(f => new FundMoney(f.Kind, f.Year, f.AsWritten)).ToList(), r.SpeaksOf)).FirstOrDefaultAsync(cancellationToken),
            await newest.Where(r => r.News.Any()).Select(r => new Stated<IReadOnlyList<FundNews>>(r.News.OrderBy(n => n.Order).Select(n => new FundNews(n.Title, n.Text, n.Url)).ToList(), r.SpeaksOf)).FirstOrDefaultAsync(cancellationToken),
            await PublishedReports.Newest(db, ReportsShown, cancellationToken));
    }
}

/// <summary>A fact with the day it speaks of.</summary>
public sealed record Stated<T>(T Value, LocalDate SpeaksOf);

public sealed record FundMember(string Name, string? Affiliation);

/// <param name="Title">What it is about; none where the report does not set it apart.</param>
/// <param name="Text">As the report tells it, with the title.</param>
/// <param name="Url">Where more can be read.</param>
public sealed record FundNews(string? Title, string Text, string? Url);

public sealed record FundMoney(FundingKind Kind, int Year, string AsWritten);
