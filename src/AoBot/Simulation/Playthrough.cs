using AoBot.Engagements;
using AoBot.Updates;
using AoBot.Updates.Reminders;
using NodaTime;

namespace AoBot.Simulation;

/// <summary>
/// A period of the repository's history, lived by the bot: its clock jumps from one instant at which something may be seen or said to the next. Nobody
/// answers: no question, no button.
/// </summary>
public sealed class Playthrough(Func<string[], Action<IServiceCollection>, WebApplication> build, RepositoryHistory history, Roster roster, DateTimeZone zone)
{
    private readonly Dictionary<(string, YearMonth, Reminders.LadderStep), SilentStep> _silent = [];

    public async Task<PlayedPeriod> Play(Instant from, Instant to, Action<Instant>? progress, CancellationToken cancellationToken)
    {
        await using var bot = new PlayedBot(build, roster, from);
        await bot.Begin(history, cancellationToken);
        foreach (var tick in Ticks(from, to))
        {
            while (await bot.NextPlanned(cancellationToken) is { } due && due < tick)
            {
                Keep(await bot.Send(due, cancellationToken));
            }

            Keep(await bot.Plan(tick, cancellationToken));
            Keep(await bot.Send(tick, cancellationToken));
            progress?.Invoke(tick);
        }

        return new PlayedPeriod(await bot.Sent(cancellationToken), [.. _silent.Values], await bot.Reading(cancellationToken), from);
    }

    private void Keep(IEnumerable<SilentStep> silent)
    {
        foreach (var step in silent)
        {
            _silent.TryAdd((step.Partner, step.Month, step.Step), step);
        }
    }

    /// <summary>Each night, and whenever something can be seen in the repository.</summary>
    private IEnumerable<Instant> Ticks(Instant from, Instant to)
    {
        var nights = new List<Instant>();
        for (var day = from.InZone(zone).Date; zone.AtStartOfDay(day).ToInstant() <= to; day = day.PlusDays(1))
        {
            nights.Add(zone.AtStartOfDay(day).ToInstant());
        }

        return PlayedHistory.Changes(history).Concat(nights).Append(from).Append(to).Where(t => t >= from && t <= to).Distinct().Order();
    }
}
