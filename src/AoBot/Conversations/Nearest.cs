namespace AoBot.Conversations;

/// <summary>Which known words are near to what somebody typed.</summary>
public static class Nearest
{
    /// <summary>The candidates within a third of their length (at least one, at most three slips), nearest first.</summary>
    public static IEnumerable<string> To(string typed, IEnumerable<string> candidates) =>
        from candidate in candidates
        let distance = Distance(typed.ToLowerInvariant(), candidate.ToLowerInvariant())
        where distance <= Math.Clamp(Math.Max(candidate.Length, typed.Length) / 3, 1, 3)
        orderby distance, candidate.Length, candidate
        select candidate;

    /// <summary>Letters to add, leave out, change or swap with their neighbour (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
