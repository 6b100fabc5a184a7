using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Outbox;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What a reminder says now: of each engagement that it asks for, what is asked, or what became of it.</summary>
public static class ReminderItemPolicy
{
    /// <param name="facts">As of now.</param>
    /// <param name="kind">Of the notice.</param>
    /// <param name="recipient">Who reads it.</param>
    /// <param name="subjects">What it asks for.</param>
    /// <param name="now">The moment.</param>
    /// <param name="own">The notice's row, where it is among the facts.</param>
    public static IReadOnlyList<ReminderItem> Of(ReminderFacts facts, string kind, string recipient, IReadOnlyList<NoticeSubject> subjects, Instant now, long? own = null)
    {
        var index = new ReminderIndex(facts);
        return
        [
            .. from subject in subjects
               where subject is { Partner: not null, Month: not null }
               let row = facts.Roster.Rows.FirstOrDefault(r => r.Key.Equals(subject.Partner, StringComparison.OrdinalIgnoreCase))
               where row is not null
               let period = index.PeriodsOf(row).FirstOrDefault(p => p.Cells.Any(c => c.Month == subject.Month))
               group subject by (row, period?.Due) into of
               select Item(index, of.Key.row, kind, recipient, [.. of], now, own),
        ];
    }

    /// <summary>What became of it, where there is nothing to answer any more; none while it is open, or silent for a time only.</summary>
    public static string? Settled(ReminderFacts facts, RosterRow row, IReadOnlyList<YearMonth> months, Instant now)
    {
        var index = new ReminderIndex(facts);
        var periods = index.PeriodsOf(row);
        var at = periods.Index().Where(p => p.Item.Cells.Any(c => months.Contains(c.Month))).Select(p => (int?)p.Index).FirstOrDefault();
        if (at is not { } place)
        {
            return "This is not owed any more, so there is nothing left to do. Thank you!";
        }

        return periods[place].Open.Any(months.Contains) ? null : Noted(index, new UpdateStanding(index, periods, place), months, now.InZone(facts.Zone).Date, now);
    }

    private static ReminderItem Item(ReminderIndex index, RosterRow row, string kind, string recipient, IReadOnlyList<NoticeSubject> subjects, Instant now, long? own)
    {
        var facts = index.Facts;
        var months = subjects.Select(s => s.Month!.Value).Order().ToList();
        var periods = index.PeriodsOf(row);
        var at = periods.Index().Where(p => p.Item.Cells.Any(c => months.Contains(c.Month))).Select(p => (int?)p.Index).FirstOrDefault();
        var step = UpdateNotices.StepOf(subjects[0].Step) ?? AoBot.Reminders.LadderStep.Due;
        var said = UpdateNotices.KindOf(kind, subjects[0]);
        var today = now.InZone(facts.Zone).Date;
        if (at is not { } place)
        {
            return new ReminderItem(row.Key, row.Name, months, today, said) { Noted = "This is not owed any more, so there is nothing left to do." };
        }

        // A draft that is asked about is in review, and still rests.
        var draft = kind == UpdateNotices.Draft ? periods[place].Cells.FirstOrDefault(c => c is { State: CoverageState.InReview, Draft: true } && months.Contains(c.Month)) : null;
        var address = AddresseePolicy.Of(index, row, periods[place].Month, step, today);
        return new ReminderItem(row.Key, row.Name, months, periods[place].Due, said)
        {
            Noted = index.IsDenied(row.Key, recipient) ? "Noted: I ask you no more about it."
                : draft is null ? Noted(index, new UpdateStanding(index, periods, place), months, today, now)
                : null,
            PullRequest = draft?.PullRequest,
            IsAgain = subjects[0].Reason == SilenceWords.AskedAgain && index.Mutes(periods[place]).Any(m => m.By == recipient),
            IsLast = months.Exists(m => index.AskedOut(row.Key, m, own, more: 1)),
            Unreachable = address.IsForStaff && StaffAddress.Of(facts, row).Contains(recipient) && !row.Contacts.Contains(recipient)
                ? new Unreachable(address.Passed.Count == 0 ? "the roster names nobody" : string.Join("; ", address.Passed.Select(p => $"{SilenceWords.NameOf(facts, p.Contact)}: {p.Why}").Distinct()), row.Contacts.FirstOrDefault(People.NamedPerson.IsEmail))
                : null,
        };
    }

    private static string? Noted(ReminderIndex index, UpdateStanding standing, IReadOnlyList<YearMonth> months, LocalDate today, Instant now)
    {
        var open = months.Where(standing.Period.Open.Contains).ToList();
        return standing.Silenced(now, open.Count > 0 ? open : months) switch
        {
            null => null,
            Silence.Received => "It is in. Thank you!",
            Silence.InReview when standing.Period.Cells.Any(c => c.Draft && months.Contains(c.Month)) => "I see your draft. Thank you! Mark it as ready when it is, and the rest is ours.",
            Silence.InReview => "Your pull request is open and waits for a review. Thank you, the rest is ours!",
            Silence.Skipped => "Noted: nothing is due this time.",
            Silence.Paused => "This engagement is paused, so there is nothing to do.",
            Silence.Unclear => "I found a file that may be it and ask the fund's staff about it. There is nothing to do for you now.",
            Silence.Claimed => "Noted as sent. Thank you! I look again in two working days.",
            Silence.Snoozed when index.Mutes(standing.Period).Where(m => m.End > now).MaxBy(m => m.End) is { } mute => $"I come back to this on {DayWords.Day(mute.Until, today)}.",
            _ => "There is nothing to do for you now.",
        };
    }
}
