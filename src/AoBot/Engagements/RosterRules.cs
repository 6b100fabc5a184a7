namespace AoBot.Engagements;

/// <summary>What must hold of rows together and of each as a whole.</summary>
public static class RosterRules
{
    /// <summary>Each fault with the index of its row and the column to mend.</summary>
    public static IEnumerable<RosterFault> Check(IReadOnlyList<RosterRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.End < row.Start)
            {
                yield return new RosterFault(i, null, RosterColumns.End, $"end {RosterDates.Write(row.End.Value)} is before start {RosterDates.Write(row.Start.Value)}. Put them right.");
            }

            for (var j = 0; j < i; j++)
            {
                if (row.Key.Equals(rows[j].Key, StringComparison.OrdinalIgnoreCase))
                {
                    yield return new RosterFault(i, j, RosterColumns.Key, $"key {row.Key} is there already. Give each row a key of its own; a second span of the same partner may be {row.Key}-2.");
                }

                if (row.MeetsSpanOf(rows[j]) && row.Folders.FirstOrDefault(f => rows[j].Folders.Any(f.Meets)) is { } folder)
                {
                    yield return new RosterFault(i, j, RosterColumns.Folders, $"folder {folder} belongs to {rows[j].Key} too, and both live at the same time. Take it from one of them, or end one before the other starts.");
                }
            }
        }
    }
}

/// <param name="Row">Its index.</param>
/// <param name="Other">The index of the row that it disagrees with; none where it is at odds with itself.</param>
/// <param name="Column">Where to mend it.</param>
/// <param name="Message">What is wrong, and the cure.</param>
public sealed record RosterFault(int Row, int? Other, string Column, string Message);
