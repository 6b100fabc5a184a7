using AoBot.Conversations;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Engagements;

/// <summary>Engagements, rendered.</summary>
public static class EngagementsMessage
{
    private const int MostOfAnArea = 25;
    private const int MostSuggested = 5;

    public static Answer All(EngagementDirectory directory, LocalDate today, bool whole)
    {
        if (directory.Entries.Count == 0)
        {
            return Parts.Short("I don't know any engagements yet. They come with the fund's reports.");
        }

        var areas = ByArea(directory);
        var text = $"{"engagement".ToQuantity(directory.Entries.Count)}. " + string.Join(" ", areas.Select(a =>
        {
            var (shown, left) = Cut.To([.. a], MostOfAnArea);
            return $"{AreaWords(a.Key)}: {string.Join(", ", shown.Select(e => e.Name))}{(left > 0 ? $" and {left} more" : "")}.";
        }));
        return new Answer(text,
        [
            Parts.Header("Engagements"),
            Parts.Note(Mrkdwn.Of($"{"engagement".ToQuantity(directory.Entries.Count)}, as named in {Sources(directory.Entries, today)} · more of one: `/ao engagement NAME`")),
            .. areas.SelectMany(a => AreaSections(a.Key, [.. a], whole)),
        ]);
    }

    public static Answer OfArea(FocusArea area, EngagementDirectory directory, LocalDate today)
    {
        var entries = directory.Entries.Where(e => e.Areas.Contains(area)).ToList();
        if (entries.Count == 0)
        {
            return Parts.Short($"No report says of an engagement that it belongs to {area.Words()}. All of them: `/ao engagement`.");
        }

        var (shown, left) = Cut.To(entries, MostOfAnArea);
        return new Answer(
            $"{area.Words()}: {string.Join(", ", shown.Select(e => e.Name))}{(left > 0 ? $" and {left} more" : "")}. As named in {Sources(entries, today)}.",
            [
                .. AreaSections(area, entries, whole: true),
                Parts.Note(Mrkdwn.Of($"As named in {Sources(entries, today)} · all areas: `/ao engagement`")),
            ]);
    }

    public static Answer One(EngagementDetail engagement, IReadOnlyList<EngagementPart> parts, LocalDate today, Audience audience)
    {
        var blocks = new List<Block>
        {
            Parts.Header(engagement.Name),
            Parts.Note(Mrkdwn.Of($"{AreaWords(engagement.Areas)}{(engagement.NamedIn.Count == 0 ? "" : $" · named in the {engagement.NamedIn.Select(r => $"{r.Name} ({DayWords.Away(r.SpeaksOf, today)})").Humanize("and")}")}")),
        };
        var lives = RosterMessage.Lives(engagement, today);
        if (lives.Count > 0)
        {
            blocks.Add(Parts.List("In the program", lives.Select(l => Mrkdwn.Of($"• {l}"))));
        }

        blocks.AddRange(parts.SelectMany(p => p.Blocks));
        blocks.AddRange(engagement.News.Select(n => Parts.Section(Mrkdwn.Of($"{Sentence(n.Text)}\n_{n.ReportName}, as of {DayWords.Day(n.SpeaksOf, today)}_"))));
        if (engagement.Links.Count > 0)
        {
            blocks.Add(Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*Links*"), .. engagement.Links.Select(l => Mrkdwn.Of($"• {Mrkdwn.Link(new Uri(l.Url), l.Title)}"))])));
        }

        var forStaff = audience == Audience.Staff && engagement.Meant is { } row ? RosterMessage.ForStaff(row, engagement.Known, today).ToList() : [];
        if (forStaff.Count > 0)
        {
            blocks.Add(Parts.List("For staff", forStaff.Select(f => Mrkdwn.Of($"• {f.Label}: {f.Words}"))));
        }

        var news = engagement.News.Count > 0 ? $" News, as of {DayWords.Day(engagement.News[0].SpeaksOf, today)}: {engagement.News[0].Text}" : "";
        var links = engagement.Links.Count > 0 ? $" Links: {string.Join(", ", engagement.Links.Select(l => l.Title == l.Url ? l.Url : $"{l.Title} {l.Url}"))}" : "";
        var life = lives.Count > 0 ? $" In the program {string.Join("; ", lives)}." : "";
        var staff = string.Concat(forStaff.Select(f => $" {f.Label}: {f.Words.TrimEnd('.')}."));
        return new Answer($"{engagement.Name}. {AreaWords(engagement.Areas)}.{life}{string.Concat(parts.Select(p => $" {p.Text}"))}{staff}{news}{links}", blocks)
        {
            Asks = [.. parts.SelectMany(p => p.Asks), .. audience == Audience.Staff ? Changes(engagement) : []],
        };
    }

    /// <summary>Who may change engagements, for those who may not.</summary>
    public static Answer StaffOnly { get; } = Parts.Short("The fund's staff change engagements, with `/ao engagement new` and the buttons below `/ao engagement NAME`. If something is wrong, please tell them.");

    /// <summary>The window alone; these words are said where there is none, in a terminal.</summary>
    /// <param name="does">For instance <c>edit Homebrew</c>.</param>
    /// <param name="window">Which opens.</param>
    public static Answer Window(string does, ModalView window) => Parts.Short($"In Slack a window opens to {does}.") with { Opens = window };

    public static Answer ChangeWhich(string change) =>
        Parts.Short($"Which engagement? Write its name behind it, for instance `/ao engagement {change} homebrew`. All of them: `/ao engagement`.");

    public static Answer NotInRoster(string name) =>
        Parts.Short($"{name} is not in the roster yet; reports name it. Add it first.") with { Asks = [new Ask($"engagement edit {name}", "Add to the roster")] };

    private static IEnumerable<Ask> Changes(EngagementDetail engagement) => engagement.Meant is { } row
        ? [new Ask($"engagement edit {row.Key}", "Edit"), new Ask($"engagement pause {row.Key}", "Pause"), new Ask($"engagement end {row.Key}", "End")]
        : [new Ask($"engagement edit {engagement.Name}", "Add to the roster")];

    /// <param name="typed">What fits them.</param>
    /// <param name="found">At least two.</param>
    /// <param name="change">What shall be done with the one that is chosen; none to look at it.</param>
    public static Answer Several(string typed, IReadOnlyList<EngagementEntry> found, string? change = null)
    {
        var (shown, left) = Cut.To(found, MostSuggested);
        return Parts.Short($"\"{typed}\" fits {found.Count} engagements: {shown.Select(e => e.Name).Humanize("and")}{(left > 0 ? $", and {left} more" : "")}. Which one?")
            with
        { Asks = [.. shown.Select(e => new Ask(change is null ? $"engagement {e.Name}" : $"engagement {change} {e.Name}", e.Name))] };
    }

    public static Answer NotFound(string typed, EngagementDirectory directory, IReadOnlyList<EngagementEntry> guesses)
    {
        if (guesses.Count > 0)
        {
            return Parts.Short($"I know no engagement \"{typed}\". Did you mean {guesses.Select(e => e.Name).Humanize("or")}?")
                with
            { Asks = [.. guesses.Select(e => new Ask($"engagement {e.Name}", e.Name))] };
        }

        var near = Nearest.To(EngagementDirectory.KeyOf(typed), FocusAreaWords.Typeable).ToList();
        return Parts.Short(near.Count > 0
            ? $"I know no engagement \"{typed}\". Did you mean the area `/ao engagement {near[0]}`?"
            : $"I know no engagement \"{typed}\". All {directory.Entries.Count} of them: `/ao engagement`. Areas: {FocusAreaWords.Typeable.Humanize("and")}.");
    }

    /// <summary>News stand behind a name in the report; alone they begin with a capital, but for names like "jQuery".</summary>
    private static string Sentence(string news) =>
        news.Length > 1 && char.IsLower(news[0]) && news.Split(' ')[0].All(c => !char.IsUpper(c)) ? char.ToUpperInvariant(news[0]) + news[1..] : news;

    private static IEnumerable<SectionBlock> AreaSections(FocusArea? area, IReadOnlyList<EngagementEntry> entries, bool whole)
    {
        var (shown, left) = whole ? (entries, 0) : Cut.To(entries, MostOfAnArea);
        var lines = shown.Select(e => e.Url is { } url ? Mrkdwn.Of($"• {Mrkdwn.Link(new Uri(url), e.Name)}") : Mrkdwn.Of($"• {e.Name}"));
        return lines.Append(left > 0 ? Mrkdwn.Of($"+ {left} more: `/ao engagement all`") : Mrkdwn.Empty)
            .Where(line => !line.IsEmpty)
            .Chunk(MostOfAnArea + 1)
            .Select((some, i) => i == 0 ? Parts.List(AreaWords(area), some) : Parts.Section(Mrkdwn.Join("\n", some)));
    }

    /// <summary>Each engagement stands below each of its areas, and those without one below "not stated".</summary>
    private static List<IGrouping<FocusArea?, EngagementEntry>> ByArea(EngagementDirectory directory) =>
        [.. directory.Entries
            .SelectMany(e => e.Areas.Count == 0 ? [((FocusArea?)null, e)] : e.Areas.Select(a => ((FocusArea?)a, e)))
            .GroupBy(pair => pair.Item1, pair => pair.e)
            .OrderBy(a => a.Key is null).ThenBy(a => a.Key)];

    private static string AreaWords(IReadOnlyList<FocusArea> areas) =>
        areas.Count == 0 ? AreaWords((FocusArea?)null) : areas.Select(a => a.Words()).Humanize("and");

    private static string AreaWords(FocusArea? area) => area?.Words() ?? "Area not stated";

    /// <summary>Where the list comes from.</summary>
    private static string Sources(IReadOnlyList<EngagementEntry> entries, LocalDate today) => new[]
    {
        entries.Max(e => e.LastNamed) is { } newest ? $"the fund's reports up to {DayWords.Day(newest, today)}" : null,
        entries.Any(e => e.LastNamed is null) ? "its roster" : null,
    }.OfType<string>().Humanize("and");
}
