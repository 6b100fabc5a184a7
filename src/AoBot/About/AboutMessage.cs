using AoBot.Conversations;
using AoBot.Reports;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.About;

/// <summary>The fund and AoBot, rendered.</summary>
public static class AboutMessage
{
    private const string AoBot = "I'm AoBot: I answer questions about the program and never read anything but what is said to me.";

    private const int NewsShown = 5;
    private const int LongestNews = 180;

    public static Answer Render(FundPicture fund, LocalDate today)
    {
        if (fund.Latest is not { } latest)
        {
            const string Nothing = AoBot + " I don't know anything about the fund yet; that comes with its reports.";
            return new Answer(Nothing, [Parts.Plain(Nothing)]);
        }

        var parts = Chapters(fund, today).ToList();
        return new Answer(
            $"{latest.Initiative}. {string.Join(" ", parts.Select(p => $"{p.Title}: {p.Text}."))} {AoBot}",
            [
                Parts.Header($"About {latest.Initiative}"),
                .. parts.Select(p => Parts.Section(Mrkdwn.Of($"*{p.Title}*\n{p.Lines}"))),
                Parts.Note(Mrkdwn.Of($"From the {latest.Name} and those before it. {AoBot}")),
            ]);
    }

    private static IEnumerable<(string Title, string Text, Mrkdwn Lines)> Chapters(FundPicture fund, LocalDate today)
    {
        if (fund.Purpose is { } purpose)
        {
            yield return ("Purpose", purpose.Value.TrimEnd('.'), Mrkdwn.Escape(purpose.Value));
        }

        if (fund.KeyAreas is { } areas)
        {
            yield return ("Key areas", areas.Value.Humanize("and"), Bullets(areas.Value.Select(Mrkdwn.Escape)));
        }

        if (fund.Team is { } team)
        {
            yield return ($"Team, as of {DayWords.Day(team.SpeaksOf, today)}", team.Value.Select(MemberWords).Humanize("and"), Mrkdwn.Escape(team.Value.Select(MemberWords).Humanize("and")));
        }

        if (fund.Money is { } money)
        {
            yield return ($"Money, as of {DayWords.Day(money.SpeaksOf, today)}", money.Value.Select(MoneyWords).Humanize("and"), Mrkdwn.Escape(money.Value.Select(MoneyWords).Humanize("and")));
        }

        if (fund.News is { } news)
        {
            var (shown, left) = Cut.To(news.Value, NewsShown);
            var more = left > 0 ? $"And {left} more in the report" : null;
            yield return (
                $"Recent news, as of {DayWords.Day(news.SpeaksOf, today)}",
                string.Join(" ", shown.Select(NewsWords).Append(more).OfType<string>()),
                Bullets(shown.Select(NewsLine).Concat(more is null ? [] : [Mrkdwn.Of($"_{more}_")])));
        }

        if (fund.Published.Count > 0)
        {
            yield return ("Published reports", string.Join(", ", fund.Published.Select(p => $"{p.Title} {p.Url}")), Bullets(fund.Published.Select(p => Mrkdwn.Link(new Uri(p.Url), p.Title))));
        }
    }

    private static Mrkdwn Bullets(IEnumerable<Mrkdwn> lines) => Mrkdwn.Join("\n", lines.Select(l => Mrkdwn.Of($"• {l}")));

    private static string NewsWords(FundNews news) => PlainText.Truncate(news.Text, LongestNews);

    private static Mrkdwn NewsLine(FundNews news)
    {
        var words = NewsWords(news);
        var rest = news.Title is { } title && words.StartsWith(title, StringComparison.Ordinal) ? words[title.Length..] : null;
        var line = rest is null ? Mrkdwn.Escape(words) : Mrkdwn.Of($"*{news.Title}*{rest}");
        return news.Url is { } url ? Mrkdwn.Of($"{line} {Mrkdwn.Link(new Uri(url), "Read more")}") : line;
    }

    private static string MemberWords(FundMember member) => member.Affiliation is { } affiliation ? $"{member.Name} ({affiliation})" : member.Name;

    private static string MoneyWords(FundMoney money) => $"{money.AsWritten} {(money.Kind == FundingKind.Received ? "received" : "spent")} in {money.Year}";
}
