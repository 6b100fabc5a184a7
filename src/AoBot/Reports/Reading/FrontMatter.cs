using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Reports.Reading;

/// <summary>The few lines of YAML at the top that a report may carry: <c>date: 2024-06-21</c>, <c>title: …</c>.</summary>
internal static class FrontMatter
{
    public static (string Value, int Line)? Find(IReadOnlyList<(string Text, int Line)> lines, string key)
    {
        foreach (var (text, line) in lines)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && text[..colon].Trim().Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                var value = text[(colon + 1)..];
                var comment = value.IndexOf(" #", StringComparison.Ordinal);
                return ((comment >= 0 ? value[..comment] : value).Trim().Trim('"', '\''), line);
            }
        }

        return null;
    }

    /// <summary><c>2024-06-21</c>, with or without a time, or <c>June 21, 2024</c>.</summary>
    public static LocalDate? Date(string value)
    {
        var day = value.Length > 10 && value[10] is 'T' or ' ' ? value[..10] : value;
        if (LocalDatePattern.Iso.Parse(day) is { Success: true } iso)
        {
            return iso.Value;
        }

        var mentions = new DateWords(new LocalDate(2000, 1, 1)).In(value.Length <= 40 ? value : "");
        return mentions is [{ Date: { } date } only] && only.Text.Length == value.Length && value.Contains(date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? date : null;
    }
}
