using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.KeyResults;

/// <summary>The objectives of a year with what is known of each key result.</summary>
public sealed record ProgramYear(int Year, IReadOnlyList<ObjectiveState> Objectives)
{
    public IEnumerable<KeyResultState> KeyResults => Objectives.SelectMany(o => o.KeyResults);

    /// <summary>When the key result that was looked at last was looked at.</summary>
    public LocalDate? NewestDay => KeyResults.Max(k => k.Current?.SpeaksOf);

    /// <summary>The years that have key results, newest first.</summary>
    public static async Task<IReadOnlyList<int>> Known(AoBotDbContext db, CancellationToken cancellationToken) =>
        await db.KeyResults.Select(k => k.Objective.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellationToken);

    /// <summary>The year that people mean when they name none: this one or the last before it that is known, else the first one to come.</summary>
    public static int? Meant(IReadOnlyList<int> known, LocalDate today) =>
        known.Where(y => y <= today.Year).Select(y => (int?)y).FirstOrDefault() ?? known.Select(y => (int?)y).LastOrDefault();

    public static async Task<ProgramYear> Read(AoBotDbContext db, int year, CancellationToken cancellationToken)
    {
        var keyResults = await db.KeyResults
            .Where(k => k.Objective.Year == year)
            .OrderBy(k => k.Objective.Number).ThenBy(k => k.Number)
            .Select(k => new { k.Id, k.Number, k.Text, k.Deadline, Objective = k.Objective.Number, k.Objective.Title })
            .ToListAsync(cancellationToken);
        var history = (await db.CheckIns
            .Where(c => c.KeyResult.Objective.Year == year)
            .OrderByDescending(c => c.SpeaksOf).ThenByDescending(c => c.Id)
            .Select(c => new { c.KeyResultId, Said = new Said(c.SpeaksOf, c.StatusAsWritten, c.Status, c.Report.Year, c.Report.Quarter, c.Report.Initiative) })
            .ToListAsync(cancellationToken)).ToLookup(c => c.KeyResultId, c => c.Said);

        return new ProgramYear(year,
        [
            .. from k in keyResults
               group k by (k.Objective, k.Title) into objective
               select new ObjectiveState(objective.Key.Objective, objective.Key.Title,
                   [.. objective.Select(k => new KeyResultState($"{k.Objective}.{k.Number}", k.Text, k.Deadline, [.. history[k.Id]]))]),
        ]);
    }
}

public sealed record ObjectiveState(int Number, string Title, IReadOnlyList<KeyResultState> KeyResults);

/// <param name="Id">Without the letters: <c>2.1</c>.</param>
/// <param name="Text">The official wording.</param>
/// <param name="Deadline">The last day, where the text names one.</param>
/// <param name="History">What was said of it, the newest first.</param>
public sealed record KeyResultState(string Id, string Text, LocalDate? Deadline, IReadOnlyList<Said> History)
{
    public string Name => $"KR {Id}";

    public Said? Current => History.Count > 0 ? History[0] : null;

    public string StatusAsWritten => Current?.StatusAsWritten ?? "No status yet";

    /// <summary>Nothing more is to be done about it.</summary>
    public bool IsSettled => Current?.Status is KeyResultStatus.Completed or KeyResultStatus.Missed;
}

/// <summary>A status with the day it speaks of and the report that said it.</summary>
public sealed record Said(LocalDate SpeaksOf, string StatusAsWritten, KeyResultStatus Status, int ReportYear, int ReportQuarter, string Initiative)
{
    public string ReportName => $"{ReportYear} Q{ReportQuarter} report";
}
