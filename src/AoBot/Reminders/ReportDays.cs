using NodaTime;

namespace AoBot.Reminders;

/// <summary>When staff are reminded of a report of their own: working days before, on the day, and then every second working day.</summary>
/// <param name="workingDays">Of the program.</param>
public sealed class ReportDays(WorkingDays workingDays)
{
    public const int Early = 5;
    public const int Soon = 2;
    private const int Every = 2;

    /// <summary>The days on which staff are told, up to a day.</summary>
    /// <param name="due">When the report is due.</param>
    /// <param name="last">The last day that is asked about.</param>
    public IEnumerable<(string Step, LocalDate Day)> Until(LocalDate due, LocalDate last)
    {
        IEnumerable<(string Step, LocalDate Day)> first = [("early", workingDays.Add(due, -Early)), ("soon", workingDays.Add(due, -Soon)), ("due", due)];
        foreach (var step in first.Where(s => s.Day <= last))
        {
            yield return step;
        }

        for (var day = workingDays.Add(due, Every); day <= last; day = workingDays.Add(day, Every))
        {
            yield return ($"after-{NodaTime.Text.LocalDatePattern.Iso.Format(day)}", day);
        }
    }
}
