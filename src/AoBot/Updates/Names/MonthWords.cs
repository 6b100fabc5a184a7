using NodaTime;

namespace AoBot.Updates.Names;

/// <summary>Names in which a month, a quarter or a half stands in words: <c>update-2024-april-may</c>, <c>Q1-Q2 2025</c>, <c>8 March 2025</c>.</summary>
internal static class MonthWords
{
    private const int LongestRangeOverNewYear = 6;

    public static NameReading Read(List<Item> items, int? aboutYear)
    {
        items = WithShortYears(items, aboutYear);
        var points = Points(items);
        var reading = points.Count == 1 && items[points[0]].Kind == ItemKind.Month ? One(items, points[0], aboutYear) : Several(items, points);
        return reading.Date is null ? reading with { Part = Part(items, points[^1]) } : reading;
    }

    /// <summary>A quarter that only groups the months named beside it is left out.</summary>
    private static List<int> Points(List<Item> items)
    {
        var all = Enumerable.Range(0, items.Count).Where(i => items[i].Kind is ItemKind.Month or ItemKind.Quarter or ItemKind.Half).ToList();
        var smallest = all.Min(i => items[i].Span.Count);
        return [.. all.Where(i => items[i].Span.Count == smallest)];
    }

    private static NameReading One(List<Item> items, int at, int? aboutYear)
    {
        var month = items[at].Value;
        var before = at > 0 ? items[at - 1] : null;
        var after = at + 1 < items.Count ? items[at + 1] : null;
        var (year, doubt) = YearOf(items, at);
        var yearFollows = after?.Kind == ItemKind.Year || (after?.CouldBeDay == true && at + 2 < items.Count && items[at + 2].Kind == ItemKind.Year);

        if (after is { CouldBeDay: true } && (after.Ordinal || after.Text.Length == 2 || yearFollows))
        {
            return Dated(year ?? aboutYear, month, after.Value, doubt);
        }

        if (before is { CouldBeDay: true } && (before.Value != month || before.Ordinal))
        {
            // "8 March 2025" is a day; the 8 of "8-March" is more likely to put files in order, and the one of "Update 8 - March 2025" counts them.
            var counts = at > 1 && !before.Ordinal && before.Text.Length == 1 && Vocabulary.IsUpdate(items[at - 2].Text);
            return before.Ordinal || before.Text.Length == 2 || (yearFollows && !counts)
                ? Dated(year ?? aboutYear, month, before.Value, doubt)
                : new NameReading { Months = [new NamedMonth(year, month)], Doubt = "the number before the month could be a day" };
        }

        return new NameReading { Months = [new NamedMonth(year, month)], Doubt = doubt };
    }

    private static NameReading Dated(int? year, int month, int day, string? doubt) =>
        year is { } y && day <= CalendarSystem.Iso.GetDaysInMonth(y, month)
            ? new NameReading { Date = new LocalDate(y, month, day), Doubt = FullDate }
            : new NameReading { Months = [new NamedMonth(year, month)], Doubt = doubt ?? "the number beside the month could be a day" };

    internal const string FullDate = "a full date is the day of writing, not a month";

    private static (int? Year, string? Doubt) YearOf(List<Item> items, int at)
    {
        var years = items.Where(i => i.Kind == ItemKind.Year).Select(i => i.Value).Distinct().ToList();
        if (years.Count <= 1)
        {
            return (years is [var only] ? only : null, null);
        }

        var nearest = Enumerable.Range(0, items.Count).Where(i => items[i].Kind == ItemKind.Year).MinBy(i => Math.Abs(i - at));
        return (items[nearest].Value, "it names two years");
    }

    private static NameReading Several(List<Item> items, List<int> points)
    {
        var months = new List<NamedMonth>();
        string? doubt = null;
        for (var i = 0; i < points.Count; i++)
        {
            var (first, count) = items[points[i]].Span;
            if (i > 0)
            {
                var (all, unclear) = Between(items, points[i - 1], points[i], months[^1].Month, first);
                months.AddRange(all.Select(m => new NamedMonth(null, m)));
                doubt ??= unclear;
            }

            months.AddRange(Enumerable.Range(first, count).Select(m => new NamedMonth(null, m)));
            if (YearBeside(items, points, i) is { } year)
            {
                months[^1] = months[^1] with { Year = year };
            }
        }

        if (points.Exists(p => items.ElementAtOrDefault(p - 1) is { CouldBeDay: true, Text.Length: 2 } || items.ElementAtOrDefault(p + 1) is { CouldBeDay: true, Text.Length: 2 }))
        {
            doubt ??= "the numbers beside the months could be days";
        }

        var years = items.Where(i => i.Kind == ItemKind.Year).Select(i => i.Value).ToList();
        if (years.Distinct().Count() == 1 && points.Count != years.Count)
        {
            // One year for all: that of the last month.
            months = months.ConvertAll(m => m with { Year = null });
            months[^1] = months[^1] with { Year = years[0] };
        }

        return new NameReading { Months = [.. months.Distinct()], Doubt = doubt };
    }

    /// <summary>The year that belongs to one of several points: they are paired in order.</summary>
    private static int? YearBeside(List<Item> items, List<int> points, int index)
    {
        var years = items.Where(i => i.Kind == ItemKind.Year).Select(i => i.Value).ToList();
        return years.Count == points.Count ? years[index]
            : years.Count > 1 && index == 0 ? years[0]
            : years.Count > 1 && index == points.Count - 1 ? years[^1]
            : null;
    }

    /// <summary>The months between two that are named: "January to March" means three, "January and March" two.</summary>
    private static (IReadOnlyList<int> Months, string? Doubt) Between(List<Item> items, int from, int to, int last, int first)
    {
        var length = ((first - last + 12) % 12) - 1;
        if (length is 0 or -1)
        {
            return ([], null);
        }

        var joints = items[(from + 1)..to];
        var signs = string.Concat(joints.Append(items[to]).Select(j => j.Gap)).Trim();
        var isList = joints.Exists(j => j.Kind == ItemKind.List) || signs.AsSpan().IndexOfAny("&+,/") >= 0;
        var isRange = joints.Exists(j => j.Kind == ItemKind.Range) || (joints.TrueForAll(j => j.Kind == ItemKind.Year) && signs.AsSpan().IndexOfAny("-–—_") >= 0);
        return isList ? ([], null)
            : isRange && (first > last || length < LongestRangeOverNewYear) ? ([.. Enumerable.Range(1, length).Select(i => ((last + i - 1) % 12) + 1)], null)
            : ([], "whether the months between are meant is open");
    }

    /// <summary>Turns "25" beside a month into a year where the folder's year is near: <c>March25</c>, <c>dec-24-jan-25</c>.</summary>
    private static List<Item> WithShortYears(List<Item> items, int? aboutYear)
    {
        if (items.Exists(i => i.Kind == ItemKind.Year))
        {
            return items;
        }

        bool IsPoint(int i) => i >= 0 && i < items.Count && items[i].Kind is ItemKind.Month or ItemKind.Quarter or ItemKind.Half;
        return [.. items.Select((item, i) => item is { Kind: ItemKind.Number, Text.Length: 2, Ordinal: false } && (IsPoint(i - 1) || IsPoint(i + 1)) && (aboutYear is { } about ? Math.Abs(2000 + item.Value - about) <= 1 : item.Gap is "'" or "’")
            ? item with { Kind = ItemKind.Year, Value = 2000 + item.Value }
            : item)];
    }

    /// <summary>A number of one digit behind the month (and its year).</summary>
    private static int? Part(List<Item> items, int lastPoint)
    {
        for (var i = lastPoint + 1; i < items.Count; i++)
        {
            if (items[i] is { Kind: ItemKind.Number, Ordinal: false, Value: > 0 } number && number.Text.Length == 1)
            {
                return number.Value;
            }
        }

        return null;
    }
}
