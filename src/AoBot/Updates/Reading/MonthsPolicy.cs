using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>Which months a partner's files cover, all of them looked at together. What cannot be decided gets the best guess, and is not sure.</summary>
internal static class MonthsPolicy
{
    /// <summary>Who writes in the first half of a month writes of the month before.</summary>
    private const int HalfAMonth = 15;

    /// <summary>So long after the day in its name nobody hands in what was written on it.</summary>
    private const int TooLongForADay = 20;

    private const int MostMonthsBack = 3;
    private const int MostMonthsHeaded = 6;

    /// <param name="claims">Everything that one partner has, or proposes.</param>
    public static void Decide(IReadOnlyList<Claim> claims)
    {
        foreach (var claim in claims)
        {
            claim.Judgement = KindPolicy.Of(claim.Path, claim.Size, claim.Text);
            claim.Named = claim is { Kind: FileKind.Update, Path.Name: { Date: null, Months: [var only] } } ? only.In(claim.Year) : null;
        }

        // A README in a month's folder is its update, unless one lies beside it.
        foreach (var claim in claims.Where(c => c is { Kind: FileKind.Update, Path: { DatedByFolder: true, Name.IsReadme: true } } && claims.Any(o => o != c && o is { Kind: FileKind.Update, Path.Name.IsReadme: false } && o.Path.Folder == c.Path.Folder)))
        {
            claim.Decide(FileKind.Readme, true, "a README beside an update");
            claim.Named = null;
        }

        var open = claims.Where(c => !IsAnswered(c, claims) && c.Kind == FileKind.Update).ToList();
        foreach (var claim in open.Where(c => c.Path.Name is { Date: null, Months.Count: > 0 }))
        {
            ByName(claim, claims);
        }

        ByHabit(claims);
        foreach (var claim in open.Where(c => c.Months.Count > 0))
        {
            BesideItsName(claim, claims);
        }

        foreach (var claim in open.Where(c => c.IsHeaded))
        {
            claim.Decide(claim.Headed(claim.Text), true, $"{claim.Judgement.Why}: {claim.Headed(claim.Text).Words()}");
        }

        foreach (var claim in open.Where(c => c.Kind == FileKind.Update && c.Months.Count == 0))
        {
            ByTime(claim, claims);
        }

        Copies(claims);
    }

    private static bool IsAnswered(Claim claim, IReadOnlyList<Claim> claims)
    {
        if (claim is { Answer: { } own, Size: > LedgerFile.LargestPlaceholder })
        {
            // A text that grows goes on growing after the answer.
            IReadOnlyList<YearMonth> months = claim.IsHeaded ? [.. own.Months.Concat(claim.Headed(claim.Text)).Distinct().Order()] : own.Months;
            claim.Decide(own.IsUpdate ? FileKind.Update : FileKind.Other, true, own.IsUpdate ? "staff said so" : "staff said that it is no update", own.IsUpdate ? months : []);
            claim.Named = own.IsUpdate ? claim.Named : null;
            return true;
        }

        // "Not an update" of one "audit call" is said of all of them; of one plain date it is not.
        var alike = claim is { Kind: FileKind.Update, Path.Name.Words.Count: > 0 } ? claims.FirstOrDefault(c => c.Answer is { IsUpdate: false } && c.Path.Shape == claim.Path.Shape) : null;
        if (alike is not null)
        {
            claim.Decide(FileKind.Other, true, $"staff said of {alike.Path.Path} that it is no update, and this is named alike");
            claim.Named = null;
        }

        return alike is not null;
    }

    private static void ByName(Claim claim, IReadOnlyList<Claim> claims)
    {
        var name = claim.Path.Name;
        var (months, doubt) = YearPolicy.Of(claim, claims);
        claim.Named = months.Count == 1 ? months[0] : null;
        if (name is { Doubt: not null, Months: [.., { Year: null }] } && !YearPolicy.IsNear(months[^1], claim))
        {
            // "update-3" is the third one, it turns out, not March.
            claim.Named = null;
            return;
        }

        doubt ??= name.Doubt;
        if (months.Count > 1 && IsEarly(months[^1], claim))
        {
            doubt ??= $"it landed on {claim.Reached.Words()}, before {months[^1].Words()} was over";
            months = months.Count == 3 && months[0].End() > claim.Reached ? [.. months.Select(m => m.PlusMonths(-3))] : months;
        }

        claim.Decide(months, doubt is null, $"{(claim.Path.DatedByFolder ? "its folder" : "its name")} says {months.Words()}{(doubt is null ? "" : $"; {doubt}")}");
    }

    private static void ByHabit(IReadOnlyList<Claim> claims)
    {
        var taken = claims.Where(c => c is { Kind: FileKind.Update, Named: null }).SelectMany(c => c.Months).ToHashSet();
        foreach (var (claim, monthBefore, sure) in HabitPolicy.Read([.. claims.Where(c => c is { Kind: FileKind.Update, Named: not null })], taken).Where(r => r.Claim.Answer is null))
        {
            var named = claim.Named!.Value;
            var landedEarly = $"it is named {named.Words()}, but landed on {claim.Reached.Words()}, long before that month was over";
            if (monthBefore)
            {
                claim.Decide([named.PlusMonths(-1)], sure, IsEarly(named, claim) ? landedEarly : $"it is named {named.Words()}, after the month of publication, as its neighbours are");
            }
            else if (!sure)
            {
                claim.Decide([named], false, IsEarly(named, claim) ? landedEarly : $"it is named {named.Words()}, but could be named after the month of publication");
            }
        }
    }

    private static bool IsEarly(YearMonth month, Claim claim) => (month.End() - claim.Reached).TotalDays > HalfAMonth;

    /// <summary>What a text adds to the months of its name: "this update also contains updates from December", "# January and February" under February's name.</summary>
    private static void BesideItsName(Claim claim, IReadOnlyList<Claim> claims)
    {
        var first = claim.Months[0];
        var also = claim.Text.Also
            .Select(m => m.Year is { } year ? new YearMonth(year, m.Month) : new YearMonth(m.Month < first.Month ? first.Year : first.Year - 1, m.Month))
            .Where(m => m < first && m >= first.PlusMonths(-MostMonthsBack));
        var headed = NamedMonth.Resolve(claim.Text.Title, claim.Year);
        var extends = headed.Count is > 1 and <= MostMonthsHeaded && !IsEarly(headed[^1], claim) && claim.Months.All(headed.Contains) && !claims.Any(c => c != claim && c.Kind == FileKind.Update && c.Months.Any(m => headed.Contains(m) && !claim.Months.Contains(m)));
        IReadOnlyList<YearMonth> added = [.. also.Concat(extends ? headed : []).Except(claim.Months).Distinct().Order()];
        if (added.Count > 0)
        {
            claim.Decide([.. added.Concat(claim.Months).Order()], true, $"{claim.Judgement.Why}; its text adds {added.Words()}");
        }
    }

    /// <summary>A name that gives no month, or a whole date: the month that was about to end, or just over, when it was written.</summary>
    private static void ByTime(Claim claim, IReadOnlyList<Claim> claims)
    {
        var written = Instant.Min(claim.Written, claim.Landed);
        if (claim.Path.Name.Date is { } date)
        {
            ByDate(claim, date, written, claims);
        }
        else if (claims.FirstOrDefault(c => c != claim && c.Landing is not null && c.Landing == claim.Landing && c is { Kind: FileKind.Update, Months.Count: > 0, Path.Name.Months.Count: > 0 }) is { } beside)
        {
            claim.Decide(FileKind.Attachment, true, $"it came with {beside.Path.Path}");
        }
        else if (claim.Path.Name.WholeYear is null)
        {
            var month = (written - Duration.FromDays(HalfAMonth)).MonthInUtc();
            claim.Judgement = claim.Judgement with { Sure = false };
            claim.Decide([month], false, $"{claim.Path.Name.Doubt ?? claim.Judgement.Why}; written on {written.Words()}, it may speak of {month.Words()}");
        }
    }

    private static void ByDate(Claim claim, LocalDate date, Instant written, IReadOnlyList<Claim> claims)
    {
        var months = NamedMonth.Resolve(claim.Path.Name.Months, date.Year);
        if (months.Count > 1 && (written - date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()).TotalDays > TooLongForADay)
        {
            claim.Decide(months, false, $"its name says {months.Words()}, or the day {date:uuuu-MM-dd}");
            return;
        }

        // What staff said of other dates of this partner holds for this one.
        var offsets = claims
            .Where(c => c is { Answer: { IsUpdate: true, Months.Count: 1 }, Path.Name.Date: not null })
            .Select(c => Rhythm.Between(c.Path.Name.Date!.Value.ToYearMonth(), c.Answer!.Months[0]))
            .Distinct()
            .ToList();
        if (offsets is [var offset])
        {
            claim.Decide(FileKind.Update, true, $"dated {date:uuuu-MM-dd}, and read as staff read this partner's dates", date.ToYearMonth().PlusMonths(offset));
        }
        else
        {
            var month = date.PlusDays(-HalfAMonth).ToYearMonth();
            claim.Decide([month], false, $"{claim.Judgement.Why}: {date:uuuu-MM-dd} may speak of {month.Words()}");
        }
    }

    /// <summary>The same text under another month's name is no second delivery.</summary>
    private static void Copies(IReadOnlyList<Claim> claims)
    {
        foreach (var copies in claims.Where(c => c is { Kind: FileKind.Update, Months.Count: > 0 }).GroupBy(c => c.Blob, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var original = copies.MinBy(c => (c.Landed, c.Path.Path))!;
            foreach (var copy in copies.Where(c => c.Answer is null && !c.Months.SequenceEqual(original.Months)))
            {
                copy.Decide(original.Months, false, $"it has the same text as {original.Path.Path}, under another month's name");
            }
        }
    }
}
