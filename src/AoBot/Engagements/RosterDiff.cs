namespace AoBot.Engagements;

/// <summary>What is different between two rosters, row by row.</summary>
public static class RosterDiff
{
    public static IReadOnlyList<RosterDifference> Between(Roster before, Roster after)
    {
        var was = before.Rows.ToDictionary(r => r.Key, StringComparer.OrdinalIgnoreCase);
        var stays = after.Rows.Select(r => r.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. after.Rows.Select<RosterRow, RosterDifference?>(row => was.TryGetValue(row.Key, out var old) ? Changed(old, row) : new RosterDifference.Added(row)).OfType<RosterDifference>(),
            .. before.Rows.Where(r => !stays.Contains(r.Key)).Select(r => new RosterDifference.Removed(r)),
        ];
    }

    /// <summary>None where both rows say the same.</summary>
    private static RosterDifference.Changed? Changed(RosterRow old, RosterRow row)
    {
        var cells = RosterColumns.All
            .Select(c => new CellChange(c.Name, c.Write(old), c.Write(row)))
            .Concat(old.Extra.Keys.Union(row.Extra.Keys, StringComparer.OrdinalIgnoreCase).Select(c => new CellChange(c, old.Extra.GetValueOrDefault(c, ""), row.Extra.GetValueOrDefault(c, ""))))
            .Where(c => c.From != c.To)
            .ToList();
        return cells.Count > 0 ? new RosterDifference.Changed(row, cells) : null;
    }
}

/// <summary>One row that is different.</summary>
/// <param name="Row">The row as it is now, or was before it was removed.</param>
public abstract record RosterDifference(RosterRow Row)
{
    public sealed record Added(RosterRow Row) : RosterDifference(Row);

    /// <param name="Row">As it is now.</param>
    /// <param name="Cells">At least one.</param>
    public sealed record Changed(RosterRow Row, IReadOnlyList<CellChange> Cells) : RosterDifference(Row)
    {
        /// <summary>Whether it got a last day that it had not.</summary>
        public bool Ends => Cells.Any(c => c is { Column: RosterColumns.End, From.Length: 0 });
    }

    public sealed record Removed(RosterRow Row) : RosterDifference(Row);
}

/// <param name="Column">Which.</param>
/// <param name="From">As it was written; may hold e-mail addresses.</param>
/// <param name="To">As it is written; may hold e-mail addresses.</param>
public sealed record CellChange(string Column, string From, string To);
