using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Extensions;
using Quartz;

namespace AoBot.Events;

/// <summary>
/// How a series repeats: a part of RFC 5545's RRULE, computed by Quartz on plain days without a zone, so that no clock change can touch it.
/// See docs/adr/0009-series-by-quartz-calendars-by-hand.md.
/// </summary>
public sealed partial record Recurrence
{
    private static readonly string[] Known = ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT"];
    private static readonly string[] Counted = ["", "1", "2", "3", "4", "-1"];
    private static readonly string[] CountedWords = ["", "first", "second", "third", "fourth", "last"];

    private Recurrence(string rule) => Rule = rule;

    /// <summary>As it is kept and as calendars read it.</summary>
    public string Rule { get; }

    /// <summary>
    /// What a person typed: <c>monthly</c> (on the same weekday of the month), <c>first Wednesday</c>, <c>weekly</c>, <c>every two weeks</c>, <c>quarterly</c>, or a rule as calendars have it.
    /// </summary>
    /// <param name="typed">None or blank where it does not repeat.</param>
    /// <param name="first">The first day.</param>
    /// <param name="problem">What is wrong, and the cure.</param>
    /// <returns>None where it does not repeat, or where it cannot be read.</returns>
    public static Recurrence? Read(string? typed, LocalDate first, out string? problem)
    {
        problem = null;
        var words = (typed ?? "").Trim();
        if (words.Length == 0 || words.Equals("no", StringComparison.OrdinalIgnoreCase) || words.Equals("once", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (RuleOf(words, first) is not { } rule)
        {
            problem = "I cannot read this. Write for instance: monthly, first Wednesday, weekly, every two weeks, quarterly. Blank: it does not repeat.";
            return null;
        }

        problem = Problem(rule, first);
        return problem is null ? new Recurrence(rule) : null;
    }

    /// <summary>A rule that was read before.</summary>
    public static Recurrence Of(string rule) => new(rule);

    /// <summary>The days from the first on, however many there are.</summary>
    public IEnumerable<LocalDate> Days(LocalDate first)
    {
        // Quartz counts what a trigger has fired; here nothing fires.
        var parts = Rule.Split(';').ToLookup(p => p.StartsWith("COUNT=", StringComparison.Ordinal));
        var most = parts[true].FirstOrDefault() is { } count ? int.Parse(count["COUNT=".Length..], CultureInfo.InvariantCulture) : int.MaxValue;
        return Endless(string.Join(';', parts[false]), first).Take(most);
    }

    private static IEnumerable<LocalDate> Endless(string rule, LocalDate first)
    {
        var start = new DateTimeOffset(first.ToDateTimeUnspecified(), TimeSpan.Zero).AddHours(12);
        var trigger = TriggerBuilder.Create().StartAt(start).WithRecurrenceSchedule(rule, r => r.InTimeZone(TimeZoneInfo.Utc)).Build();
        var next = trigger.GetFireTimeAfter(start.AddSeconds(-1));
        while (next is { } at)
        {
            yield return DateOnly.FromDateTime(at.UtcDateTime).ToLocalDate();
            next = trigger.GetFireTimeAfter(at);
        }
    }

    private static string? RuleOf(string words, LocalDate first)
    {
        if (words.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) || words.StartsWith("FREQ=", StringComparison.OrdinalIgnoreCase))
        {
            return words.ToUpperInvariant().Replace("RRULE:", "", StringComparison.Ordinal).Trim().TrimEnd(';');
        }

        var plain = Blanks().Replace(words.ToLowerInvariant().Replace("every ", "", StringComparison.Ordinal).Replace("on the ", "", StringComparison.Ordinal), " ").Trim();
        var weekday = DayOf(first.DayOfWeek);
        var monthly = $"BYDAY={Counted[Math.Min((first.Day + 6) / 7, 5)]}{weekday}";
        switch (plain)
        {
            case "week" or "weekly": return $"FREQ=WEEKLY;BYDAY={weekday}";
            case "two weeks" or "2 weeks" or "other week" or "biweekly" or "fortnightly": return $"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}";
            case "month" or "monthly": return $"FREQ=MONTHLY;{monthly}";
            case "two months" or "2 months": return $"FREQ=MONTHLY;INTERVAL=2;{monthly}";
            case "quarter" or "quarterly" or "three months" or "3 months": return $"FREQ=MONTHLY;INTERVAL=3;{monthly}";
            case "year" or "yearly": return $"FREQ=YEARLY;BYMONTH={first.Month.ToString(CultureInfo.InvariantCulture)};{monthly}";
        }

        var counted = CountedDay().Match(plain);
        return counted.Success && Enum.TryParse<IsoDayOfWeek>(counted.Groups["day"].Value, ignoreCase: true, out var day)
            ? $"FREQ=MONTHLY;BYDAY={Counted[Array.IndexOf(CountedWords, counted.Groups["count"].Value)]}{DayOf(day)}"
            : null;
    }

    /// <summary>A rule is good when its next days can be computed, and the first of them is the day that it shall begin on.</summary>
    private static string? Problem(string rule, LocalDate first)
    {
        var parts = rule.Split(';').Select(p => p.Split('=')).ToList();
        if (parts.Exists(p => p.Length != 2 || p[1].Length == 0 || !Known.Contains(p[0], StringComparer.Ordinal)) || parts.Select(p => p[0]).Distinct(StringComparer.Ordinal).Count() != parts.Count
            || parts.Find(p => p[0] == "FREQ")?[1] is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY"))
        {
            return $"I know rules of days, weeks, months and years, of these parts: {string.Join(", ", Known)}.";
        }

        try
        {
            var days = new Recurrence(rule).Days(first).Take(4).ToList();
            return days.Count == 0 ? "This never takes place."
                : days[0] != first ? $"By this rule the first day would be {days[0].ToString("dddd, MMMM d, uuuu", CultureInfo.InvariantCulture)}. Begin on that day, or choose another rule."
                : null;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or InvalidOperationException or SchedulerException or OverflowException)
        {
            return "This is no rule that calendars understand.";
        }
    }

    private static string DayOf(IsoDayOfWeek day) => $"{day}"[..2].ToUpperInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^(?<count>first|second|third|fourth|last) (?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)( of (the |each )?month)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CountedDay();
}
