using AoBot.KeyResults;

namespace AoBot.Status;

/// <summary>How many key results stand at each status, the most first.</summary>
public static class StatusCounts
{
    public static IEnumerable<(string Words, int Count)> Of(ProgramYear year) =>
        from keyResult in year.KeyResults
        group keyResult by keyResult.Current?.Status.Words() ?? "no status yet" into status
        orderby status.Count() descending, status.Key
        select (status.Key, status.Count());
}
