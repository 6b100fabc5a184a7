using System.Globalization;
using System.Text.RegularExpressions;
using AoBot.KeyResults;

namespace AoBot.Reports.Reading;

/// <summary>The ids of objectives and key results in all their spellings, and a status at the end of a sentence.</summary>
internal static partial class KeyResultWords
{
    /// <param name="Number">Of the objective.</param>
    /// <param name="AsWritten">The id as written.</param>
    /// <param name="Rest">What follows it.</param>
    public sealed record ObjectiveId(int Number, string AsWritten, string Rest);

    /// <param name="Objective">None in <c>KR1</c>, which counts from 1 in each objective.</param>
    /// <param name="Number">In its objective.</param>
    /// <param name="AsWritten">The id as written.</param>
    /// <param name="Rest">What follows it.</param>
    /// <param name="Separated">Whether a colon or the like parts the two.</param>
    public sealed record KeyResultId(int? Objective, int Number, string AsWritten, string Rest, bool Separated);

    public static ObjectiveId? Objective(string text)
    {
        var match = ObjectivePattern().Match(text);
        return match.Success ? new ObjectiveId(Number(match.Groups["number"]), match.Groups["id"].Value, match.Groups["rest"].Value.Trim()) : null;
    }

    /// <param name="text">The text that may begin with an id.</param>
    /// <param name="bare">Whether <c>1.1</c> alone counts.</param>
    public static KeyResultId? KeyResult(string text, bool bare)
    {
        var match = KeyResultPattern().Match(text);
        if (!match.Success && bare)
        {
            match = BarePattern().Match(text);
        }

        return match.Success
            ? new KeyResultId(
                match.Groups["objective"].Success ? Number(match.Groups["objective"]) : null,
                Number(match.Groups["number"]),
                match.Groups["id"].Value,
                match.Groups["rest"].Value.Trim(),
                match.Groups["separator"].Value.AsSpan().Trim().Length > 0)
            : null;
    }

    /// <summary><c>text (On target)</c>, <c>text - On target</c>, <c>(On target): text</c>, <c>text Status: On target</c>.</summary>
    public static (string Text, string Status) SplitStatus(string text)
    {
        var named = NamedStatus().Match(text);
        if (named.Success)
        {
            return (text[..named.Index].TrimEnd(' ', '-', '–', '—', ';'), named.Groups["status"].Value.Trim());
        }

        // In brackets at the end, in brackets at the start, or after a dash or colon at the end.
        var end = text.TrimEnd(' ', '.');
        var open = end.Length > 0 && end[^1] is ')' or ']' ? end.LastIndexOfAny(['(', '[']) : -1;
        if (open > 0 && IsStatus(end[(open + 1)..^1]))
        {
            return (text[..open].TrimEnd(), end[(open + 1)..^1].Trim());
        }

        var close = text.Length > 0 && text[0] is '(' or '[' ? text.IndexOfAny([')', ']']) : -1;
        if (close > 0 && IsStatus(text[1..close]))
        {
            return (text[(close + 1)..].TrimStart(' ', ':', '-', '–', '—'), text[1..close].Trim());
        }

        var dash = end.LastIndexOfAny(['–', '—', ':', '|', '→']);
        dash = Math.Max(dash, end.LastIndexOf(" - ", StringComparison.Ordinal) + 1);
        if (dash > 0 && IsStatus(end[(dash + 1)..]))
        {
            return (end[..dash].TrimEnd(), end[(dash + 1)..].Trim());
        }

        return (text, "");
    }

    /// <summary>A list item that is only the status of the key result above it.</summary>
    public static string? StatusAlone(string text) => StatusLine().Match(text) is { Success: true } match ? match.Groups["status"].Value.Trim() : null;

    private static bool IsStatus(string text) => KeyResultStatuses.Parse(text) != KeyResultStatus.Unknown;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\W{0,5}(?<id>(?:Objective|Obj\.?|O)[\s-]{0,2}#?\s?(?<number>[0-9]{1,2}))(?![0-9]|\.[0-9])(?:\s{0,2}[:.)–—-]\s{0,3}|\s{1,3}|$)(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ObjectivePattern();

    [GeneratedRegex(
        @"^\W{0,5}(?<id>(?:KR|Key\sResult)s?[\s.#:_-]{0,3}(?:(?<objective>[0-9]{1,2})\s?[.-]\s?)?(?<number>[0-9]{1,3}))(?![0-9]|\.[0-9]|[a-z])(?<separator>\s{0,3}[:.)–—-]?\s{0,3})(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex KeyResultPattern();

    [GeneratedRegex(@"^\W{0,5}(?<id>(?<objective>[0-9]{1,2})\.(?<number>[0-9]{1,3}))(?![0-9]|\.[0-9]|[a-z%])(?<separator>\s{0,3}[:.)–—-]?\s{0,3})(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex BarePattern();

    [GeneratedRegex(@"\bStatus\s?[:=]\s{0,3}(?<status>[^\n]{1,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedStatus();

    [GeneratedRegex(@"^\s{0,3}Status\s?[:=-]\s{0,3}(?<status>.{1,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StatusLine();
}
