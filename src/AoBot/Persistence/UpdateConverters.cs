using System.Globalization;
using AoBot.Updates;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Persistence;

/// <summary><c>2024-04;2024-05</c>.</summary>
public sealed class YearMonthsConverter() : ValueConverter<IReadOnlyList<YearMonth>, string>(
    months => string.Join(';', months.Select(m => YearMonthPattern.Iso.Format(m))),
    text => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(m => YearMonthPattern.Iso.Parse(m).Value).ToList());

/// <summary><c>2024-04;--05</c>: a month whose year was left out has none.</summary>
public sealed class NamedMonthsConverter() : ValueConverter<IReadOnlyList<NamedMonth>, string>(
    months => string.Join(';', months.Select(Write)),
    text => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList())
{
    private static string Write(NamedMonth month) =>
        string.Create(CultureInfo.InvariantCulture, $"{(month.Year is { } year ? $"{year:0000}" : "-")}-{month.Month:00}");

    private static NamedMonth Read(string written) =>
        new(written.StartsWith('-') ? null : int.Parse(written[..^3], CultureInfo.InvariantCulture), int.Parse(written[^2..], CultureInfo.InvariantCulture));
}
