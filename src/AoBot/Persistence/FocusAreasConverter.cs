using AoBot.Engagements;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AoBot.Persistence;

/// <summary><c>Audits,Registries</c>.</summary>
public sealed class FocusAreasConverter() : ValueConverter<IReadOnlyList<FocusArea>, string>(
    areas => string.Join(',', areas),
    text => Parse(text))
{
    private static IReadOnlyList<FocusArea> Parse(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<FocusArea>)];
}

/// <summary>Lists are equal when their areas are.</summary>
public sealed class FocusAreasComparer() : ValueComparer<IReadOnlyList<FocusArea>>(
    (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
    areas => areas.Aggregate(0, HashCode.Combine),
    areas => areas);
