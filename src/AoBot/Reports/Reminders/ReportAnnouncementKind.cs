using System.Globalization;
using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using Humanizer;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Reports.Reminders;

/// <summary>That a report is out, for everybody, with thanks to those who reported.</summary>
public sealed class ReportAnnouncementKind(ReportBook book, Settings settings) : INoticeKind
{
    public const string Name = "report-announcement";

    public string Kind => Name;

    /// <summary>A report is announced once.</summary>
    public static string KeyOf(int publishedId) => $"{Name}/{publishedId}";

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var id = int.Parse(notice.Data ?? "0", CultureInfo.InvariantCulture);
        if (await db.PublishedReports.AsNoTracking().Include(p => p.Months).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } published)
        {
            return new NoticeDecision.Skip("the report is not known any more");
        }

        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var month in published.Months.Select(m => m.Month))
        {
            names.UnionWith((await book.Content(db, OwedReport.OfMonth(month, settings.DueDays), cancellationToken)).Received);
        }

        return new NoticeDecision.Send(ReportAnnouncementMessage.Render(ReportMessage.TitleOf(published), new Uri(published.Url), [.. names]));
    }
}

/// <summary>The announcement of a report, rendered. Names do not ping.</summary>
public static class ReportAnnouncementMessage
{
    private const int NamesShown = 30;

    public static MessageBody Render(string title, Uri link, IReadOnlyList<string> names)
    {
        var (shown, left) = Cut.To(names, NamesShown);
        var thanks = shown.Count == 0 ? "" : $"Thank you to all who reported: {(left > 0 ? [.. shown, $"{left} more"] : shown).Humanize("and")}.";
        return new MessageBody(
            $"{title} is out: {link.AbsoluteUri} {thanks}".Trim(),
            [Parts.Section(Mrkdwn.Of($"{Mrkdwn.Link(link, title)} is out.")), .. thanks.Length == 0 ? [] : (Block[])[Parts.Section(Mrkdwn.Of($"{thanks}"))]]);
    }
}
