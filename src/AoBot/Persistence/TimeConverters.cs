using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Persistence;

// Times are stored as ISO text that sorts as it reads: SQLite orders and compares it, and so does a person with a shell.

/// <summary>UTC with milliseconds, always of one length: <c>2024-06-28T13:00:00.000Z</c>.</summary>
public sealed class InstantConverter() : ValueConverter<Instant, string>(
    instant => Pattern.Format(instant),
    text => Pattern.Parse(text).Value)
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");
}

/// <summary><c>2024-06-28</c>.</summary>
public sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date),
    text => LocalDatePattern.Iso.Parse(text).Value);

/// <summary><c>2024-06</c>.</summary>
public sealed class YearMonthConverter() : ValueConverter<YearMonth, string>(
    month => YearMonthPattern.Iso.Format(month),
    text => YearMonthPattern.Iso.Parse(text).Value);

/// <summary><c>10:00</c>, by the clocks of a zone that stands beside it.</summary>
public sealed class LocalTimeConverter() : ValueConverter<LocalTime, string>(
    time => Pattern.Format(time),
    text => Pattern.Parse(text).Value)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
}
