using System.Text.Json;
using System.Text.Json.Serialization;
using AoBot.Engagements;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AoBot.Persistence;

// What a cell of the roster holds is kept as it is written, so that a person with a shell reads it: 2023/rust;2024/rust.

/// <summary><c>2023/rust;rust</c>.</summary>
public sealed class RosterFoldersConverter() : ValueConverter<IReadOnlyList<RosterFolder>, string>(
    folders => string.Join(';', folders),
    text => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(RosterFolder.Parse).ToList());

/// <summary><c>2024-03-01..2024-04-30;2024-06-01..</c>.</summary>
public sealed class RosterPausesConverter() : ValueConverter<IReadOnlyList<RosterPause>, string>(
    pauses => string.Join(';', pauses),
    text => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(RosterPause.Parse).ToList());

/// <summary>Contacts and links, none of which holds a semicolon.</summary>
public sealed class RosterPartsConverter() : ValueConverter<IReadOnlyList<string>, string>(
    parts => string.Join(';', parts),
    text => text.Split(';', StringSplitOptions.RemoveEmptyEntries));

/// <summary>Names of columns may hold anything: a JSON array.</summary>
public sealed class TextListConverter() : ValueConverter<IReadOnlyList<string>, string>(
    texts => JsonSerializer.Serialize(texts.ToArray(), RosterJson.Default.StringArray),
    text => JsonSerializer.Deserialize(text, RosterJson.Default.StringArray)!);

/// <summary>Cells of columns that AoBot does not know: a JSON object, sorted by column.</summary>
public sealed class RosterExtraConverter() : ValueConverter<IReadOnlyDictionary<string, string>, string>(
    cells => JsonSerializer.Serialize(new SortedDictionary<string, string>(cells.ToDictionary(), StringComparer.Ordinal), RosterJson.Default.SortedDictionaryStringString),
    text => new Dictionary<string, string>(JsonSerializer.Deserialize(text, RosterJson.Default.SortedDictionaryStringString)!, StringComparer.OrdinalIgnoreCase));

/// <summary>Lists are equal when what they hold is.</summary>
public sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
    (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
    list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
    list => list);

/// <summary>Cells are equal when each column's are.</summary>
public sealed class RosterExtraComparer() : ValueComparer<IReadOnlyDictionary<string, string>>(
    (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.Count == b.Count && a.All(cell => b.Contains(cell))),
    cells => cells.Count,
    cells => cells);

[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class RosterJson : JsonSerializerContext;
