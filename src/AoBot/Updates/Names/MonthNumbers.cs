using NodaTime;

namespace AoBot.Updates.Names;

/// <summary>Names in which months stand in digits alone: <c>update-2024-08</c>, <c>08-2024</c>, <c>2024.09</c>, <c>202503</c>, <c>25-03</c>, <c>03</c>.</summary>
internal static class MonthNumbers
{
    public static NameReading Read(List<Item> items, int? aboutYear)
    {
        items = WithShortYears(items, aboutYear);
        if (Week(items, aboutYear) is { } week)
        {
            return week;
        }

        var run = Run(items);
        return run.Exists(n => n.Item.Kind == ItemKind.Year) ? WithYear(items, run) : WithoutYear(run, aboutYear);
    }

    /// <summary>A number of the run, and whether "to" or "and" joins it to the one before.</summary>
    private sealed record Part(Item Item, bool Joined, int At);

    /// <summary>The numbers that stand together with the year; without a year the numbers that stand together first.</summary>
    private static List<Part> Run(List<Item> items)
    {
        var runs = new List<List<Part>> { new() };
        var joined = false;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Kind is ItemKind.Range or ItemKind.List && runs[^1].Count > 0)
            {
                joined = true;
            }
            else if (item.Kind is ItemKind.Year or ItemKind.Number && !item.Ordinal)
            {
                runs[^1].Add(new Part(item, joined || (runs[^1].Count > 0 && item.Gap.AsSpan().IndexOfAny("&+,") >= 0), i));
                joined = false;
            }
            else
            {
                joined = false;
                if (runs[^1].Count > 0)
                {
                    runs.Add([]);
                }
            }
        }

        return runs.Where(r => r.Count > 0).OrderByDescending(r => r.Exists(p => p.Item.Kind == ItemKind.Year) ? r.Count : 0).ThenByDescending(r => r.Exists(p => p.Item.CouldBeMonth)).FirstOrDefault() ?? [];
    }

    private static NameReading WithYear(List<Item> items, List<Part> run)
    {
        var shape = string.Concat(run.Select(p => p.Item.Kind == ItemKind.Year ? 'Y' : 'N'));
        Item At(int i) => run[i].Item;
        return shape switch
        {
            "YN" when At(1).CouldBeMonth => Month(At(0), At(1)),
            "NY" when At(0).CouldBeMonth => Month(At(1), At(0)),
            "YNN" => Three(At(0), At(1), At(2), run[2].Joined, yearFirst: true),
            "NNY" => Three(At(2), At(0), At(1), run[1].Joined, yearFirst: false),
            "NYN" when At(2).CouldBeMonth => Month(At(1), At(2)) with { Part = At(2).CouldBeMonth && At(0).Value < 10 ? At(0).Value : null, Doubt = At(0).CouldBeMonth ? "either number could be the month" : null },
            "YNNYNN" => Days(At(0), At(1), At(2), At(3), At(4), At(5)),
            "NNYNNY" => Days(At(2), At(1), At(0), At(5), At(4), At(3)),
            "YNYN" when At(1).CouldBeMonth && At(3).CouldBeMonth => Span(At(0), At(1), At(2), At(3)),
            "NYNY" when At(0).CouldBeMonth && At(2).CouldBeMonth => Span(At(1), At(0), At(3), At(2)),
            "Y" => YearAlone(items, At(0)),
            "YNNN" when Follow(run) => new NameReading { Months = [.. run.Skip(1).Select(p => new NamedMonth(At(0).Value, p.Item.Value))], Doubt = "it holds more numbers than a month has" },
            _ => Longest(run),
        };
    }

    /// <summary>Whether the numbers after the first are months that follow each other.</summary>
    private static bool Follow(List<Part> run) => run.Skip(1).All(p => p.Item.CouldBeMonth) && run.Skip(2).Select((p, i) => p.Item.Value - run[i + 1].Item.Value).All(step => step == 1);

    private static NameReading Month(Item year, Item month) => new() { Months = [new NamedMonth(year.Value, month.Value)] };

    /// <summary>A year and two numbers: a full date, two months, or a month and the number of a second file.</summary>
    private static NameReading Three(Item year, Item first, Item second, bool joined, bool yearFirst)
    {
        var consecutive = first.CouldBeMonth && second.CouldBeMonth && second.Value == (first.Value % 12) + 1;
        NamedMonth[] both = [new(null, first.Value), new(year.Value, second.Value)];
        if (joined && first.CouldBeMonth && second.CouldBeMonth)
        {
            return new NameReading { Months = [.. Through(both[0], both[1])] };
        }

        if (yearFirst && first.CouldBeMonth && second.Text.Length == 1)
        {
            return new NameReading
            {
                Months = [new NamedMonth(year.Value, first.Value)],
                Part = second.Value,
                Doubt = first.Text.Length == 1 ? "the last number could be a day" : null,
            };
        }

        var (month, day) = yearFirst
            ? first.CouldBeMonth ? (first.Value, second.Value) : (second.Value, first.Value)
            : second.Value > 12 ? (first.Value, second.Value) : (second.Value, first.Value);
        var isDate = month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year.Value, month);
        if (consecutive && yearFirst && first.Gap != second.Gap && first.Gap.Length > 0 && second.Gap.Length > 0)
        {
            return new NameReading { Months = both, Doubt = "the last number could be a day" };
        }

        return isDate ? new NameReading { Date = new LocalDate(year.Value, month, day), Months = consecutive ? both : [], Doubt = MonthWords.FullDate }
            : first.CouldBeMonth ? new NameReading { Months = [new NamedMonth(year.Value, first.Value)], Doubt = "what the other number means is open" }
            : new NameReading { WholeYear = year.Value, Doubt = "it names a year and no month" };
    }

    /// <summary>From one day to another: the months whose middle lies between.</summary>
    private static NameReading Days(Item year, Item month, Item day, Item lastYear, Item lastMonth, Item lastDay)
    {
        if (Date(year, month, day) is not { } from || Date(lastYear, lastMonth, lastDay) is not { } to || to < from || to > from.PlusYears(1))
        {
            return new NameReading { WholeYear = lastYear.Value, Doubt = "it holds more numbers than a month has" };
        }

        var months = Enumerable.Range(0, 13).Select(i => from.ToYearMonth().PlusMonths(i)).Where(m => from <= m.OnDayOfMonth(15) && m.OnDayOfMonth(15) <= to).DefaultIfEmpty(to.ToYearMonth());
        return new NameReading { Months = [.. months.Select(m => new NamedMonth(m.Year, m.Month))], Doubt = "it names days" };

        static LocalDate? Date(Item year, Item month, Item day) =>
            month.CouldBeMonth && day.CouldBeDay && day.Value <= CalendarSystem.Iso.GetDaysInMonth(year.Value, month.Value) ? new LocalDate(year.Value, month.Value, day.Value) : null;
    }

    private static NameReading Span(Item year, Item month, Item lastYear, Item lastMonth) =>
        new() { Months = [.. Through(new NamedMonth(year.Value, month.Value), new NamedMonth(lastYear.Value, lastMonth.Value))] };

    private static IEnumerable<NamedMonth> Through(NamedMonth first, NamedMonth last)
    {
        var between = ((last.Month - first.Month + 12) % 12) - 1;
        return [first, .. Enumerable.Range(1, Math.Max(0, between)).Select(i => new NamedMonth(null, ((first.Month + i - 1) % 12) + 1)), last];
    }

    /// <summary>A year by itself; the month may stand elsewhere in the name: <c>2025-update-03</c>.</summary>
    private static NameReading YearAlone(List<Item> items, Item year)
    {
        var months = items.FindAll(item => item.CouldBeMonth);
        return months is [var month]
            ? Month(year, month) with { Doubt = month.Text.Length == 1 ? "the number could be a running one" : null }
            : new NameReading { WholeYear = year.Value, Doubt = "it names a year and no month" };
    }

    /// <summary>More numbers than a date has: the first month beside a year, and doubt.</summary>
    private static NameReading Longest(List<Part> run)
    {
        var year = run.FindIndex(p => p.Item.Kind == ItemKind.Year);
        var month = year + 1 < run.Count && run[year + 1].Item.CouldBeMonth ? run[year + 1].Item : year > 0 && run[year - 1].Item.CouldBeMonth ? run[year - 1].Item : null;
        return month is null
            ? new NameReading { WholeYear = run[year].Item.Value, Doubt = "it names a year and no month" }
            : Month(run[year].Item, month) with { Doubt = "it holds more numbers than a month has" };
    }

    private static NameReading WithoutYear(List<Part> run, int? aboutYear)
    {
        return run switch
        {
            [{ Item: { CouldBeMonth: true } only }] => new NameReading
            {
                Months = [new NamedMonth(null, only.Value)],
                Doubt = only.Text.Length == 1 ? "the number could be a running one" : null,
            },
            [{ Item: var first }, { Item: var second } last] when first.CouldBeMonth && second.CouldBeMonth && (last.Joined || second.Value == (first.Value % 12) + 1) => new NameReading
            {
                Months = [.. Through(new NamedMonth(null, first.Value), new NamedMonth(null, second.Value))],
                Doubt = last.Joined ? null : "the last number could be a day",
            },
            [{ Item: var first }, { Item: var second }] when aboutYear is { } year && first.Value > 0 && second.Value > 0 && Math.Min(first.Value, second.Value) <= 12 && first.CouldBeDay && second.CouldBeDay =>
                Three(new Item(ItemKind.Year, year, "", ""), first, second with { Text = second.Text.PadLeft(2, '0') }, joined: false, yearFirst: first.CouldBeMonth),
            [{ Item: { CouldBeMonth: true } first }, ..] => new NameReading { Months = [new NamedMonth(null, first.Value)], Doubt = "it holds more numbers than a month has" },
            _ => new NameReading(),
        };
    }

    /// <summary>A week stands in the month that holds its Thursday.</summary>
    private static NameReading? Week(List<Item> items, int? aboutYear)
    {
        var at = items.FindIndex(i => i.Kind == ItemKind.Week);
        var year = items.Find(i => i.Kind == ItemKind.Year)?.Value ?? aboutYear;
        return at >= 0 && at + 1 < items.Count && items[at + 1] is { Kind: ItemKind.Number, Value: >= 1 and <= 52, Ordinal: false } week && year is { } y
            ? new NameReading { Months = [Month(LocalDate.FromWeekYearWeekAndDay(y, week.Value, IsoDayOfWeek.Thursday))], Doubt = "it names a week" }
            : null;

        static NamedMonth Month(LocalDate day) => new(day.Year, day.Month);
    }

    /// <summary>Turns 25 in <c>25-03</c> and <c>03-25</c> into a year where the folder's year is near.</summary>
    private static List<Item> WithShortYears(List<Item> items, int? aboutYear)
    {
        if (aboutYear is not { } about || items.Exists(i => i.Kind == ItemKind.Year))
        {
            return items;
        }

        var at = items.FindIndex(i => i is { Kind: ItemKind.Number, Text.Length: 2, Ordinal: false } && Math.Abs(2000 + i.Value - about) <= 1);
        var beside = at >= 0 && (items.ElementAtOrDefault(at - 1)?.CouldBeMonth == true || items.ElementAtOrDefault(at + 1)?.CouldBeMonth == true);
        return beside ? [.. items.Select((item, i) => i == at ? item with { Kind = ItemKind.Year, Value = 2000 + item.Value } : item)] : items;
    }
}
