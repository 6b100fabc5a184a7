using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>Which months a partner's files cover, all of them looked at together. What cannot be decided gets the best guess, and is not sure.</summary>
internal static class MonthsPolicy
{
    /// <summary>Who writes in the first half of a month writes of the month before.</summary>
    private static readonly Duration HalfAMonth = Duration.FromDays(15);

    private const int MostMonthsBack = 3;

    /// <param name="claims">Everything that one partner ever brought, or proposes.</param>
    /// <param name="owed">Whether the partner had an engagement in a month.</param>
    public static void Decide(IReadOnlyList<Claim> claims, Func<YearMonth, bool> owed)
    {
        foreach (var claim in claims)
        {
            claim.Judgement = KindPolicy.Of(claim.Path, claim.Size, claim.Text);
        }

        var open = claims.Where(c => !IsAnswered(c, claims) && c.Kind == FileKind.Update).ToList();
        foreach (var claim in open.Where(c => c.Path.Name is { Date: null, Months.Count: 1 }))
        {
            claim.Named = NamedMonth.Resolve(claim.Path.Name.Months, claim.Path.Year ?? claim.Written.MonthInUtc().Year)[0];
        }

        var byTime = new List<Claim>();
        foreach (var claim in open)
        {
            if (claim.Path.Name is { Date: null, Months.Count: > 0 })
            {
                ByName(claim, claims);
            }
            else if (claim.Path.Name.Date is null && Headed(claim) is { Count: > 0 } headed)
            {
                claim.Decide(headed, true, $"{claim.Judgement.Why}: {headed.Words()}");
            }
            else
            {
                byTime.Add(claim);
            }
        }

        ByHabit(claims, owed);
        foreach (var claim in byTime)
        {
            ByTime(claim, claims);
        }

        foreach (var claim in claims.Where(c => c is { Kind: FileKind.Update, Answer: null, Months.Count: > 0 }))
        {
            AlsoInText(claim);
        }

        Copies(claims);
    }

    /// <summary>What the headings say of a text whose name says nothing.</summary>
    private static IReadOnlyList<YearMonth> Headed(Claim claim) =>
        NamedMonth.Resolve(claim.Text.Sections.Count > 0 ? claim.Text.Sections : claim.Text.Title, claim.Path.Year ?? claim.Written.MonthInUtc().Year);

    private static bool IsAnswered(Claim claim, IReadOnlyList<Claim> claims)
    {
        if (claim.Answer is { } own)
        {
            claim.Judgement = new Judgement(own.IsUpdate ? FileKind.Update : FileKind.Other, true, own.IsUpdate ? "staff said so" : "staff said that it is no update");
            claim.Months = own.IsUpdate ? own.Months : [];
            claim.Named = own.IsUpdate && claim.Path.Name is { Date: null, Months.Count: 1 } name
                ? NamedMonth.Resolve(name.Months, claim.Path.Year ?? claim.Written.MonthInUtc().Year)[0]
                : null;
            return true;
        }

        var alike = claim.Path.Name.Words.Count > 0 && claim.Kind == FileKind.Update
            ? claims.FirstOrDefault(c => c.Answer is { IsUpdate: false } && c.Path.Shape == claim.Path.Shape)
            : null;
        if (alike is not null)
        {
            claim.Decide(FileKind.Other, true, $"staff said of {alike.Path.Path} that it is no update, and this is named alike");
        }

        return alike is not null;
    }

    private static void ByName(Claim claim, IReadOnlyList<Claim> claims)
    {
        var (months, doubt) = YearPolicy.Of(claim, claims);
        doubt ??= claim.Path.Name.Doubt;
        claim.Named = months.Count == 1 ? months[0] : null;
        if (months.Count > 1 && months[^1].End() - claim.Reached > HalfAMonth)
        {
            doubt ??= $"it landed on {claim.Reached.Words()}, before {months[^1].Words()} was over";
            var quarterEarly = months.Count == 3 && months[0].End() > claim.Reached;
            months = quarterEarly ? [.. months.Select(m => m.PlusMonths(-3))] : months;
        }

        claim.Decide(months, doubt is null, $"{(claim.Path.DatedByFolder ? "its folder" : "its name")} says {months.Words()}{(doubt is null ? "" : $"; {doubt}")}");
    }

    private static void ByHabit(IReadOnlyList<Claim> claims, Func<YearMonth, bool> owed)
    {
        var taken = claims.Where(c => c is { Kind: FileKind.Update, Named: null }).SelectMany(c => c.Months).ToHashSet();
        foreach (var (claim, monthBefore, sure) in HabitPolicy.Read([.. claims.Where(c => c is { Kind: FileKind.Update, Named: not null })], taken, owed))
        {
            if (claim.Answer is not null)
            {
                continue;
            }

            var named = claim.Named!.Value;
            var early = named.End() - claim.Reached > HalfAMonth;
            if (monthBefore)
            {
                claim.Decide([named.PlusMonths(-1)], sure, early
                    ? $"it is named {named.Words()}, but landed on {claim.Reached.Words()}, long before that month was over"
                    : $"it is named {named.Words()}, after the month of publication, as its neighbours are");
            }
            else if (!sure)
            {
                claim.Decide([named], false, $"it is named {named.Words()}, but {(early ? $"landed on {claim.Reached.Words()}, long before that month was over" : "could be named after the month of publication")}");
            }
        }
    }

    /// <summary>A name that gives no month, or a whole date: the month that was about to end, or just over, when it was written.</summary>
    private static void ByTime(Claim claim, IReadOnlyList<Claim> claims)
    {
        var name = claim.Path.Name;
        var written = Instant.Min(claim.Written, claim.Landed);
        if (name.Date is { } date)
        {
            Dated(claim, date, written, claims);
            return;
        }

        if (name.WholeYear is not null)
        {
            return;
        }

        var month = (written - HalfAMonth).MonthInUtc();
        var beside = claims.FirstOrDefault(c => c != claim && c.Landing is not null && c.Landing == claim.Landing && c is { Kind: FileKind.Update, Months.Count: > 0 } && c.Path.Name.Months.Count > 0);
        if (beside is not null)
        {
            claim.Decide(FileKind.Attachment, true, $"it came with {beside.Path.Path}");
        }
        else
        {
            claim.Decide([month], false, $"{claim.Judgement.Why}; written on {written.Words()}, it may speak of {month.Words()}");
        }
    }

    private static void Dated(Claim claim, LocalDate date, Instant written, IReadOnlyList<Claim> claims)
    {
        var months = NamedMonth.Resolve(claim.Path.Name.Months, date.Year);
        if (months.Count > 1 && (written - date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()).TotalDays > 20)
        {
            claim.Decide(months, false, $"its name says {months.Words()}, or the day {date:uuuu-MM-dd}");
            return;
        }

        // What staff said of other dated names of this partner holds for this one.
        var offsets = claims
            .Where(c => c.Answer is { IsUpdate: true, Months: [_] } && c.Path.Name.Date is not null)
            .Select(c => Months(c.Path.Name.Date!.Value.ToYearMonth(), c.Answer!.Months[0]))
            .Distinct()
            .ToList();
        var month = offsets is [var offset] ? date.ToYearMonth().PlusMonths(offset) : date.PlusDays(-(int)HalfAMonth.TotalDays).ToYearMonth();
        claim.Judgement = claim.Judgement with { Sure = offsets.Count == 1 };
        claim.Decide([month], offsets.Count == 1, offsets.Count == 1
            ? $"dated {date:uuuu-MM-dd}, and read as staff read this partner's dates"
            : $"{claim.Judgement.Why}: {date:uuuu-MM-dd} may speak of {month.Words()}");

        static int Months(YearMonth from, YearMonth to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
    }

    /// <summary>"This update also contains updates from December."</summary>
    private static void AlsoInText(Claim claim)
    {
        var first = claim.Months[0];
        var also = claim.Text.Also
            .Select(m => m.Year is { } year ? new YearMonth(year, m.Month) : new YearMonth(m.Month < first.Month ? first.Year : first.Year - 1, m.Month))
            .Where(m => m < first && m >= first.PlusMonths(-MostMonthsBack))
            .ToList();
        if (also.Count > 0)
        {
            claim.Decide([.. also.Concat(claim.Months).Distinct().Order()], true, $"{claim.Judgement.Why}; its text adds {also.Words()}");
        }
    }

    /// <summary>The same text under another month's name is no second delivery.</summary>
    private static void Copies(IReadOnlyList<Claim> claims)
    {
        foreach (var copies in claims.Where(c => c is { Kind: FileKind.Update, Months.Count: > 0 }).GroupBy(c => c.Blob, StringComparer.Ordinal))
        {
            var original = copies.MinBy(c => (c.Landed, c.Path.Path))!;
            foreach (var copy in copies.Where(c => c.Answer is null && !c.Months.SequenceEqual(original.Months)))
            {
                copy.Decide(original.Months, false, $"it has the same text as {original.Path.Path}, under another month's name");
            }
        }
    }
}
