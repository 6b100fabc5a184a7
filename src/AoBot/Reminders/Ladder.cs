using NodaTime;

namespace AoBot.Reminders;

/// <summary>The steps of a reminder for an update, in their order.</summary>
public enum LadderStep
{
    /// <summary>A few working days before, for those who like to be told.</summary>
    HeadsUp,

    /// <summary>On the day.</summary>
    Due,

    /// <summary>The last one, some working days after.</summary>
    Final,
}

/// <summary>On which days the steps are. The holidays of the program decide the days; the recipient's own hour decides the moment.</summary>
/// <param name="workingDays">Of the program.</param>
/// <param name="rules">How far the steps are apart.</param>
public sealed class Ladder(WorkingDays workingDays, ReminderRules rules)
{
    public static IReadOnlyList<LadderStep> Steps { get; } = [LadderStep.HeadsUp, LadderStep.Due, LadderStep.Final];

    public LocalDate DayOf(LadderStep step, LocalDate due) => step switch
    {
        LadderStep.HeadsUp => workingDays.Add(due, -rules.HeadsUpWorkingDays),
        LadderStep.Due => due,
        _ => workingDays.Add(due, rules.FinalWorkingDays),
    };

    /// <summary>The newest step whose day has come; none before the first.</summary>
    public LadderStep? StepOn(LocalDate day, LocalDate due) => Steps.Where(s => DayOf(s, due) <= day).Select(s => (LadderStep?)s).LastOrDefault();
}

/// <summary>How reminders are paced; each is a setting.</summary>
public sealed record ReminderRules
{
    /// <summary>How many working days before the due day the heads-up is.</summary>
    public int HeadsUpWorkingDays { get; init; } = 3;

    /// <summary>How many working days after the due day the last reminder is.</summary>
    public int FinalWorkingDays { get; init; } = 5;

    /// <summary>How many reminders there are at most for an engagement and a month, whoever gets them.</summary>
    public int MostPerMonth { get; init; } = 3;

    /// <summary>When somebody is written to, by their own clock, unless they chose another hour.</summary>
    public LocalTime From { get; init; } = new(9, 30);

    /// <summary>From when on nobody is written to any more that day.</summary>
    public LocalTime QuietFrom { get; init; } = new(17, 0);

    /// <summary>For how many working days "already sent" is believed before it is asked once more.</summary>
    public int BelievedWorkingDays { get; init; } = 2;

    /// <summary>After how many working days in review the fund's staff hear that it waits for them.</summary>
    public int ReviewWorkingDays { get; init; } = 3;

    /// <summary>After how many working days a draft that rests is asked about.</summary>
    public int DraftWorkingDays { get; init; } = 10;
}
