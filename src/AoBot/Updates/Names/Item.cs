namespace AoBot.Updates.Names;

internal enum ItemKind
{
    /// <summary>Something between dates: a word that says nothing about them.</summary>
    Word,

    /// <summary>A month in words.</summary>
    Month,

    Quarter,
    Half,

    /// <summary>A year of four digits, or of two where that can be nothing else.</summary>
    Year,

    /// <summary>Any other number: a month, a day, a part, a version.</summary>
    Number,

    /// <summary>"to", "through": all that is between.</summary>
    Range,

    /// <summary>"and", "&amp;", "+": both.</summary>
    List,

    /// <summary>"part", "v": the number behind it is no date.</summary>
    Part,

    /// <summary>The number behind "part".</summary>
    PartNumber,
    Week,
    Annual,
}

/// <summary>A token with its meaning.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">1 to 12, 1 to 4, 1 or 2, the year, the number.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="Text">As written.</param>
/// <param name="Ordinal">A number with an ending: 1st.</param>
internal sealed record Item(ItemKind Kind, int Value, string Gap, string Text, bool Ordinal = false)
{
    /// <summary>The months of a month, a quarter or a half: the first, and how many.</summary>
    public (int First, int Count) Span => Kind switch
    {
        ItemKind.Quarter => ((3 * Value) - 2, 3),
        ItemKind.Half => ((6 * Value) - 5, 6),
        _ => (Value, 1),
    };

    /// <summary>A number that could be a month: 1 to 12, at most two digits.</summary>
    public bool CouldBeMonth => Kind == ItemKind.Number && Value is >= 1 and <= 12 && Text.Length <= 2 && !Ordinal;

    public bool CouldBeDay => Kind == ItemKind.Number && Value is >= 1 and <= 31 && Text.Length <= 2;

    public static List<Item> Read(string name, int? aboutYear)
    {
        var tokens = Token.Read(name);
        var items = new List<Item>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var next = i + 1 < tokens.Count ? tokens[i + 1] : null;
            if (token.IsNumber)
            {
                if (next is { Gap: "", IsNumber: false } && Vocabulary.IsOrdinalEnding(next.Text))
                {
                    items.Add(new Item(ItemKind.Number, token.Number, token.Gap, token.Text, Ordinal: true));
                    i++;
                }
                else
                {
                    items.AddRange(Numbers(token, aboutYear, afterQuarter: items is [.., { Kind: ItemKind.Word } before] && token.Gap.Length == 0 && Vocabulary.IsQuarter(before.Text)));
                }
            }
            else if (token.Text is "月" or "年" && token.Gap.Length == 0)
            {
                continue;
            }
            else
            {
                items.Add(new Item(KindOf(token.Text), Vocabulary.Month(token.Text) ?? Vocabulary.Ordinal(token.Text) ?? 0, token.Gap, token.Text));
            }
        }

        return WithQuarters([.. items.Select((item, i) => item.Kind == ItemKind.Number && i > 0 && items[i - 1].Kind == ItemKind.Part ? item with { Kind = ItemKind.PartNumber } : item)]);
    }

    private static ItemKind KindOf(string word) =>
        Vocabulary.Month(word) is not null ? ItemKind.Month
        : Vocabulary.IsRange(word) ? ItemKind.Range
        : Vocabulary.IsList(word) ? ItemKind.List
        : Vocabulary.IsPart(word) ? ItemKind.Part
        : Vocabulary.IsWeek(word) ? ItemKind.Week
        : Vocabulary.IsAnnual(word) ? ItemKind.Annual
        : ItemKind.Word;

    /// <summary>A run of digits may be several numbers: 202503, 032025, 20250331, 2503 about the year 2025.</summary>
    private static IEnumerable<Item> Numbers(Token token, int? aboutYear, bool afterQuarter)
    {
        var digits = token.Text;
        int At(int start, int length) => int.Parse(digits.AsSpan(start, length));
        Item Number(int start, int length, string gap) => new(ItemKind.Number, At(start, length), gap, digits.Substring(start, length));
        Item Year(int start, int length, string gap) => new(ItemKind.Year, At(start, length) + (length == 2 ? 2000 : 0), gap, digits.Substring(start, length));
        bool NearYear(int start) => aboutYear is { } about && Math.Abs(2000 + At(start, 2) - about) <= 1;

        if (afterQuarter && digits[0] is >= '1' and <= '4' && (digits.Length == 3 || (digits.Length == 5 && IsYear(At(1, 4), aboutYear))))
        {
            // Q32025, Q325
            return [Number(0, 1, token.Gap), Year(1, digits.Length - 1, "")];
        }

        return digits.Length switch
        {
            8 when IsYear(At(0, 4), aboutYear) && At(4, 2) is >= 1 and <= 12 && At(6, 2) is >= 1 and <= 31 => [Year(0, 4, token.Gap), Number(4, 2, ""), Number(6, 2, "")],
            8 when IsYear(At(4, 4), aboutYear) && At(0, 2) is >= 1 and <= 31 && At(2, 2) is >= 1 and <= 31 => [Number(0, 2, token.Gap), Number(2, 2, ""), Year(4, 4, "")],
            6 when IsYear(At(0, 4), aboutYear) && At(4, 2) is >= 1 and <= 12 => [Year(0, 4, token.Gap), Number(4, 2, "")],
            6 when IsYear(At(2, 4), aboutYear) && At(0, 2) is >= 1 and <= 12 => [Number(0, 2, token.Gap), Year(2, 4, "")],
            6 when NearYear(0) && At(2, 2) is >= 1 and <= 12 && At(4, 2) is >= 1 and <= 31 => [Year(0, 2, token.Gap), Number(2, 2, ""), Number(4, 2, "")],
            5 when IsYear(At(0, 4), aboutYear) && At(4, 1) >= 1 => [Year(0, 4, token.Gap), Number(4, 1, "")],
            4 when IsYear(At(0, 4), aboutYear) => [Year(0, 4, token.Gap)],
            4 when NearYear(0) && At(2, 2) is >= 1 and <= 12 => [Year(0, 2, token.Gap), Number(2, 2, "")],
            4 when NearYear(2) && At(0, 2) is >= 1 and <= 12 => [Number(0, 2, token.Gap), Year(2, 2, "")],
            4 when At(0, 2) is >= 1 and <= 12 && At(2, 2) == (At(0, 2) % 12) + 1 => [Number(0, 2, token.Gap), new Item(ItemKind.List, 0, "", ""), Number(2, 2, "")],
            4 when aboutYear is not null && At(0, 2) is >= 1 and <= 12 && At(2, 2) is > 12 and <= 31 => [Number(0, 2, token.Gap), Number(2, 2, "")],
            <= 4 => [Number(0, digits.Length, token.Gap)],
            _ => [new Item(ItemKind.Word, 0, token.Gap, digits)],
        };
    }

    private static bool IsYear(int number, int? aboutYear) => number is >= 2000 and <= 2099 && (aboutYear is not { } about || Math.Abs(number - about) <= 10);

    /// <summary>Puts quarters and halves in the place of their words and numbers: Q1, 1Q, 1st quarter, quarter 1, H2, Q1-2.</summary>
    private static List<Item> WithQuarters(List<Item> items)
    {
        var found = new List<Item>();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var next = i + 1 < items.Count ? items[i + 1] : null;
            if (Named(item) is { } kind && next is { Kind: ItemKind.Number, Ordinal: false } && Fits(kind, next.Value) && next.Gap.Length <= 1)
            {
                found.Add(new Item(kind, next.Value, item.Gap, item.Text + next.Text));
                i++;
                if (i + 1 < items.Count && items[i + 1] is { Kind: ItemKind.Number, Gap: "-" or "–" or "+" or "&", Text.Length: 1 } second && Fits(kind, second.Value) && second.Value > next.Value)
                {
                    found.Add(new Item(kind, second.Value, second.Gap, second.Text));
                    i++;
                }
            }
            else if (next is not null && Named(next) is { } named && Fits(named, item.Value) && (item.Ordinal || Vocabulary.Ordinal(item.Text) is not null || (item.Kind == ItemKind.Number && next.Gap.Length == 0 && next.Text.Length == 1)))
            {
                found.Add(new Item(named, item.Value, item.Gap, item.Text + next.Text));
                i++;
            }
            else
            {
                found.Add(item);
            }
        }

        return found;

        static ItemKind? Named(Item item) => item.Kind != ItemKind.Word ? null : Vocabulary.IsQuarter(item.Text) ? ItemKind.Quarter : Vocabulary.IsHalf(item.Text) ? ItemKind.Half : null;
        static bool Fits(ItemKind kind, int value) => value >= 1 && value <= (kind == ItemKind.Quarter ? 4 : 2);
    }
}
