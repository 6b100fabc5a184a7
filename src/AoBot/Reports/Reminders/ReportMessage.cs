using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Reports.Reminders;

/// <summary>What staff read about a report of their own, and the buttons that settle it.</summary>
public static class ReportMessage
{
    public const string DoneId = "report.done";
    public const string WaiveId = "report.waive";
    public const string AnnounceId = "report.announce";

    public static Answer Standing(OwedReport report, ReportContent content, bool isTaken, LocalDate today)
    {
        var body = ReportReminderMessage.Render(report, content, isTaken, today);
        return new Answer(body.Text, body.Blocks!) { IsShareable = false };
    }

    public static Answer Settled(OwedReport report, LocalDate today) => Parts.Short($"{ReportReminderMessage.Name(report, today)} is settled: it is out, or waived.");

    /// <summary><c>The report for May 2024 and June 2024</c>; nothing where it is of no month.</summary>
    public static string Title(IReadOnlyList<YearMonth> months) => months.Count == 0 ? "" : $"The report for {months.Select(DayWords.FullMonth).Humanize("and")}";

    /// <summary>What it is called where it is announced: a report that was read in names it by the words of its link.</summary>
    public static string TitleOf(PublishedReport published) => published.Months.Count == 0 ? published.Title : Title([.. published.Months.Select(m => m.Month).Order()]);

    /// <summary>A link that settles what it would settle already.</summary>
    public static Answer NotedAlready(string title) =>
        Parts.Short($"This link is noted already: {title}. Is it about another month as well? Then name that one behind the link: `/ao report done LINK june`.");

    /// <summary>What the link would settle, before it is kept.</summary>
    public static Answer AskDone(Uri link, IReadOnlyList<YearMonth> months, LocalDate today)
    {
        var words = $"Is this the report for {months.Select(m => DayWords.Month(m, today)).Humanize("and")}? Then I note the link and ask for it no more.";
        return new Answer(
            $"{words} {link.AbsoluteUri}",
            [
                Parts.Section(Mrkdwn.Of($"{words}\n{Mrkdwn.Link(link, link.AbsoluteUri)}")),
                new ActionsBlock([new Button(DoneId, "Yes, note it") { Value = $"{string.Join(',', months.Select(YearMonthPattern.Iso.Format))} {link.AbsoluteUri}", Style = ButtonStyle.Primary }]),
            ])
        { IsShareable = false };
    }

    public static Answer AskWaive(OwedReport report, string reason, LocalDate today)
    {
        var words = $"{ReportReminderMessage.Name(report, today)} does not come out: \"{reason}\". Shall I note that, and ask for it no more?";
        return new Answer(words, [Parts.Section(Mrkdwn.Of($"{words}")), new ActionsBlock([new Button(WaiveId, "Yes, note it") { Value = $"{report.Name} {reason}" }])]) { IsShareable = false };
    }

    /// <summary>Once it is noted: whether everybody shall know.</summary>
    public static Answer Noted(Announceable report)
    {
        var words = $"Noted: {report.Title} is out. Shall I announce it in the channel, with thanks to those who reported?";
        return new Answer(words, [Parts.Section(Mrkdwn.Of($"{words}")), Announce(report)]) { IsShareable = false };
    }

    /// <summary>An answer that offers as well to announce what is out and was not announced.</summary>
    /// <param name="answer">What stands before it.</param>
    /// <param name="report">None where there is nothing to announce.</param>
    public static Answer Offering(Answer answer, Announceable? report)
    {
        if (report is null)
        {
            return answer;
        }

        var words = $"{report.Title} is out, and not announced yet. Shall I announce it in the channel, with thanks to those who reported?";
        return new Answer($"{answer.Text} {words}", [.. answer.Blocks, Parts.Section(Mrkdwn.Of($"{words}")), Announce(report)]) { IsShareable = false };
    }

    private static ActionsBlock Announce(Announceable report) => new([new Button(AnnounceId, "Announce it") { Value = $"{report.PublishedId}" }]);
}
