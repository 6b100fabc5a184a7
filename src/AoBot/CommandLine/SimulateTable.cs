using System.Globalization;
using System.Text;
using AoBot.Conversations;
using AoBot.Simulation;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.CommandLine;

/// <summary>A period that was played, for a person at a terminal: month by month, then the whole.</summary>
public static class SimulateTable
{
    public static string Write(PlayedPeriod played, DateTimeZone zone)
    {
        var text = new StringBuilder();
        text.AppendLine(Row("sent in", "heads-up", "due day", "final", "staff"));
        foreach (var month in played.Sent.GroupBy(n => n.At.InZone(zone).Date.ToYearMonth()))
        {
            text.AppendLine(Row(DayWords.FullMonth(month.Key), Count(UpdateNotices.HeadsUp), Count(UpdateNotices.Due), Count(UpdateNotices.Final),
                Number(month.Where(n => n.To == "staff").DistinctBy(n => n.Key).Count())));

            string Count(string kind) => Number(month.Count(n => n.Kind == kind));
        }

        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"update".ToQuantity(played.Updates)} came, {"reminder".ToQuantity(played.Nags.Count)} asked for them: {played.NagsPerUpdate:0.00} for each update.");
        text.AppendLine(CultureInfo.InvariantCulture, $"{played.NagsWrong.Count} asked for what had been written. {played.HeadsUpsUseful} of {"heads-up".ToQuantity(played.HeadsUps.Count)} went to somebody who did not come in time.");
        return text.ToString().TrimEnd();
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Row(string first, params IReadOnlyList<string> cells) => first.PadRight(16) + string.Concat(cells.Select(c => c.PadLeft(10)));
}
