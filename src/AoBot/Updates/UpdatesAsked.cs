using System.Globalization;
using System.Text.RegularExpressions;
using AoBot.Conversations;
using NodaTime;

namespace AoBot.Updates;

/// <summary>What somebody asks of the updates: a month, a partner, or both; <c>june</c>, <c>last month</c>, <c>2024-06</c>, <c>homebrew</c>, <c>homebrew may</c>.</summary>
/// <param name="Month">Which; none where none is named.</param>
/// <param name="Year">A year without a month.</param>
/// <param name="Partner">What is left when the month is taken away; empty where nothing is.</param>
public sealed partial record UpdatesAsked(YearMonth? Month, int? Year, string Partner)
{
    private const int LongestMonth = 3;
    private const int ShortestMonth = 3;
    private static readonly string[] Fillers = ["for", "of", "in", "from", "the", "all", "please"];
    private static readonly string[] Names = [.. Enumerable.Range(1, 12).Select(m => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m).ToLowerInvariant())];

    /// <param name="typed">What stands behind the word.</param>
    /// <param name="today">The program's day: a month without a year is the last one of that name that has begun.</param>
    public static UpdatesAsked Parse(string typed, LocalDate today)
    {
        string[] words = [.. typed.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(w => !Fillers.Contains(w, StringComparer.OrdinalIgnoreCase))];
        for (var length = Math.Min(LongestMonth, words.Length); length > 0; length--)
        {
            // A month stands before or behind the partner.
            foreach (var (month, rest) in new[] { (words[..length], words[length..]), (words[^length..], words[..^length]) })
            {
                if (MonthOf(string.Join(' ', month).ToLowerInvariant(), today) is { } found)
                {
                    return new UpdatesAsked(found, null, string.Join(' ', rest));
                }
            }
        }

        return words is [.., var last] && YearAlone().IsMatch(last)
            ? new UpdatesAsked(null, int.Parse(last, CultureInfo.InvariantCulture), string.Join(' ', words[..^1]))
            : new UpdatesAsked(null, null, string.Join(' ', words));
    }

    /// <summary>The month that one word is a slip away from, as it is typed: <c>june</c> for <c>juen</c>.</summary>
    public static string? NearMonth(string typed) => typed.Length > ShortestMonth ? Nearest.To(typed.ToLowerInvariant(), Names).FirstOrDefault() : null;

    private static YearMonth? MonthOf(string typed, LocalDate today)
    {
        var thisMonth = today.ToYearMonth();
        switch (typed)
        {
            case "last month" or "previous month" or "last" or "previous":
                return thisMonth.PlusMonths(-1);
            case "this month" or "current month" or "now" or "current" or "this":
                return thisMonth;
        }

        const string prefix = "month ";
        typed = typed.StartsWith(prefix, StringComparison.Ordinal) ? typed[prefix.Length..] : typed;
        if (Numbers().Match(typed) is { Success: true } numbers)
        {
            return Valid(int.Parse(numbers.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(numbers.Groups["month"].ValueSpan, CultureInfo.InvariantCulture));
        }

        if (Named().Match(typed) is not { Success: true } named || NumberOf(named.Groups["name"].Value) is not { } number)
        {
            return null;
        }

        if (named.Groups["year"] is { Success: true, Value: var year })
        {
            return Valid(int.Parse(year.Replace("'", "20", StringComparison.Ordinal), CultureInfo.InvariantCulture), number);
        }

        return new YearMonth(number <= thisMonth.Month ? thisMonth.Year : thisMonth.Year - 1, number);
    }

    /// <summary><c>jun</c>, <c>june</c>, <c>sept</c>.</summary>
    private static int? NumberOf(string name) =>
        name.Length >= ShortestMonth && Array.FindIndex(Names, n => n.StartsWith(name, StringComparison.Ordinal)) is var index and >= 0 ? index + 1 : null;

    private static YearMonth? Valid(int year, int month) => month is >= 1 and <= 12 && year is >= 1 and <= 9999 ? new YearMonth(year, month) : null;

    [GeneratedRegex("^((?<year>[0-9]{4})[-/. ](?<month>[0-9]{1,2})|(?<month>[0-9]{1,2})[-/. ](?<year>[0-9]{4}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();

    [GeneratedRegex("^((?<year>[0-9]{4})[-/. ]?)?(?<name>[a-z]+)\\.?([-/. ]?(?<year>[0-9]{4}|'[0-9]{2}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex("^(19|20)[0-9]{2}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex YearAlone();
}
