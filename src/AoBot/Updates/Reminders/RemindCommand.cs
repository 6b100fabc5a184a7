using System.Globalization;
using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary><c>/ao remind preview</c>: what the next days bring; <c>/ao remind NAME</c>: one reminder by hand, after a look at it. For staff.</summary>
public sealed class RemindCommand(IDbContextFactory<AoBotDbContext> contexts, ReminderBook book, ReminderOutlook outlook, ProgramClock clock) : IWord
{
    private const string Preview = "preview";
    private const int UsualDays = 7;
    private const int MostDays = 31;

    public WordHelp Help { get; } = new(
        "remind",
        "For staff: who is going to be reminded, and one reminder by hand",
        new Usage("remind preview", "who would get which text, when, and why the others would not; remind preview 14 looks 14 days ahead"),
        new Usage("remind homebrew", "ask one partner now, after a look at what they would read"))
    {
        Aliases = ["nudge", "reminder"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.Audience != Audience.Staff)
        {
            return ReminderPreviewMessage.StaffOnly;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await ReminderBook.Switch(db, cancellationToken);
        string[] typed = request.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (typed is [] || typed[0].Equals(Preview, StringComparison.OrdinalIgnoreCase))
        {
            var days = UsualDays;
            return typed is [_, var number, ..] && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MostDays)
                ? Parts.Short($"\"{PlainText.Truncate(number, 60)}\" is no number of days that I can look ahead. Write 1 to {MostDays}, for instance `/ao remind preview 14`.")
                : await outlook.Show(db, chosen, days, cancellationToken);
        }

        return await book.Read(db, chosen.Since, cancellationToken) is { Facts: var facts }
            ? ByHand(facts, chosen.Mode, request.Argument, clock.Now, clock.Today)
            : ReminderPreviewMessage.Unknown;
    }

    private static Answer ByHand(ReminderFacts facts, ReminderMode mode, string typed, Instant now, LocalDate today)
    {
        var key = EngagementDirectory.KeyOf(typed);
        var row = facts.Roster.Rows.Where(r => r.NameKeys.Any(k => k == key || (key.Length > 2 && k.Contains(key, StringComparison.Ordinal)))).OrderByDescending(r => r.LivesOn(today)).ThenBy(r => r.Key, StringComparer.Ordinal).FirstOrDefault();
        if (row is null)
        {
            return Parts.Short(Nearest.To(typed.Split(' ')[0], [Preview]).Any()
                ? $"Did you mean `/ao remind {Preview}`? I know no engagement of the roster called \"{PlainText.Truncate(typed, 60)}\"."
                : $"I know no engagement of the roster called \"{PlainText.Truncate(typed, 60)}\". `/ao engagement` lists them.");
        }

        if (mode != ReminderMode.On)
        {
            return Parts.Short($"Nothing leaves while reminders are {(mode == ReminderMode.Off ? "off" : "in preview")}: `/ao admin reminders` turns them on.");
        }

        var decision = NudgePolicy.Decide(facts, row, now);
        return decision.Plan is not { } plan
            ? Parts.Short($"I don't remind {row.Name}: {decision.Refusal}.")
            : RemindByHandMessage.Render(row, plan, decision.Items, SilenceWords.NameOf(facts, plan.Recipient), facts.HoursOf(plan.Recipient, row.Zone).Zone, today);
    }
}
