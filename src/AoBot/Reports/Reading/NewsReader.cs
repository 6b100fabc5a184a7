using System.Text.RegularExpressions;

namespace AoBot.Reports.Reading;

/// <summary>Recent updates, news, blogs and grants, as told.</summary>
internal static partial class NewsReader
{
    public static IReadOnlyList<NewsFact> Read(ReportDocument document)
    {
        var news = new List<NewsFact>();
        foreach (var piece in document.Pieces)
        {
            var inNews = piece.Section.Kind is SectionKind.News or SectionKind.Grants;
            switch (piece)
            {
                case Item item when (inNews || (item.Section.Kind != SectionKind.KeyResults && item.Intro is { } intro && About().IsMatch(intro.Text))) && EngagementReader.IsFolderLink(item.Text) is null:
                    var links = item.Text.WebLinks();
                    Add(news, item.Text.Lead?.TrimEnd(':', ' ') ?? links.Select(l => l.Title).FirstOrDefault(t => !t.Contains("://", StringComparison.Ordinal)), item.Text);
                    break;
                case Paragraph { LeadsIn: false, Text: var text } when inNews:
                    Add(news, null, text);
                    break;
            }
        }

        return news;
    }

    private static void Add(List<NewsFact> news, string? title, RichText text)
    {
        if (!text.IsBlank)
        {
            news.Add(new NewsFact(string.IsNullOrWhiteSpace(title) ? null : title, text.Text.Trim(), text.WebLinks(), text.Line));
        }
    }

    [GeneratedRegex(@"\b(?:news|blogs?|recent\supdates)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();
}
