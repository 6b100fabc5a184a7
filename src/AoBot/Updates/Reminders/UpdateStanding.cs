using AoBot.Reminders;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Where one update stands on its ladder: what keeps its steps from being sent, and what was said already.</summary>
/// <param name="index">The facts.</param>
/// <param name="periods">All of the engagement's.</param>
/// <param name="at">The place of the one.</param>
internal sealed class UpdateStanding(ReminderIndex index, IReadOnlyList<OwedPeriod> periods, int at)
{
    private const int PeriodsLookedAt = 3;
    private const int InTimeForSilence = 2;

    public OwedPeriod Period => periods[at];

    /// <summary>What keeps a step from being sent; none where it is to be sent.</summary>
    public Silence? WhyNot(LadderStep step, Instant now, IReadOnlyList<YearMonth> months) =>
        Silenced(now, months) ?? (step == LadderStep.HeadsUp && HasEarnedSilence ? Silence.EarnedSilence
            : step == LadderStep.HeadsUp && !WantsHeadsUp ? Silence.HeadsUpOff
            : IsAskedOut(months) ? Silence.Cap
            : null);

    /// <summary>What keeps a promise to ask again from being held; their wish for it goes before what else silences a heads-up.</summary>
    public Silence? WhyNotAgain(Instant now, IReadOnlyList<YearMonth> months) => Silenced(now, months) ?? (IsAskedOut(months) ? Silence.Cap : null);

    /// <summary>What keeps everybody from being asked, whatever the step.</summary>
    public Silence? Silenced(Instant now, IReadOnlyList<YearMonth> months)
    {
        var mutes = index.Mutes(Period).Where(m => m.End > now).ToList();
        return !months.Any(Period.Open.Contains) ? Settled
            : months.Any(m => index.IsUnclear(Period.Row.Key, m)) ? Silence.Unclear
            : HasStopped(now) ? Silence.Stopped
            : mutes.Count > 0 ? (mutes.Exists(m => m.IsClaim) ? Silence.Claimed : Silence.Snoozed)
            : null;
    }

    /// <summary>In time in two of the last three periods.</summary>
    public bool HasEarnedSilence => Earlier.Take(PeriodsLookedAt).Count(p => p.WasInTime) >= InTimeForSilence;

    /// <summary>Whether the period before brought nothing either, so that staff are asked whether the engagement still runs.</summary>
    public bool IsSecondSilent => Earlier.FirstOrDefault() is { } before && IsSilent(before);

    /// <summary>A step is done when it was said, or passed over for good, or a later one was.</summary>
    public bool IsDone(LadderStep step) => Period.Open.Concat([Period.Month]).SelectMany(m => index.Said(Period.Row.Key, m)).Any(said => said >= step);

    /// <summary>Whether staff were told how it ended.</summary>
    public bool IsOver(Instant now) => index.Recorded(Period.Row.Key, Period.Month).Any(n => n.IsDone && n.At <= now && n.Kind is UpdateNotices.Escalation or UpdateNotices.StillRunning);

    /// <summary>A snooze or a belief that ends by now or soon, and after which nobody was asked; none where there is nothing to ask again, or it was asked as often as it may be.</summary>
    public Mute? Promise(Instant now) =>
        index.Mutes(Period).Where(m => m.End <= now + UpdateReminderPolicy.Ahead).MaxBy(m => m.End) is { } last
        && !IsAskedOut(Period.Open) && !Period.Open.SelectMany(m => index.Asked(Period.Row.Key, m)).Any(n => n.At >= last.End)
            ? last : null;

    /// <summary>All who could be asked are away: a promise waits for them, and staff do not.</summary>
    public bool IsNobodyThere(Instant now) =>
        AddresseePolicy.Of(index, Period.Row, Period.Month, LadderStep.Final, now.InZone(index.Facts.Zone).Date) is { Person: null, IsForStaff: false };

    /// <summary>Whether it was asked for as often as it may be.</summary>
    public bool IsAskedOut(IReadOnlyList<YearMonth> months) => months.Any(m => index.AskedOut(Period.Row.Key, m));

    /// <summary>Nobody was asked, as this person was away when the ladder ended, and now they are back.</summary>
    public bool IsUnheardBy(string? person, LocalDate today) =>
        person is not null && !Period.Open.Any(m => index.Asked(Period.Row.Key, m).Any())
        && index.AbsenceOf(person, index.Ladder.DayOf(LadderStep.Final, Period.Due)) is { } absence && absence.Until < today;

    /// <summary>When the ladder has ended: the last step, or what was asked after it, was a working day ago.</summary>
    public LocalDate StaffDay
    {
        get
        {
            var last = Period.Open.SelectMany(m => index.Asked(Period.Row.Key, m)).Select(n => n.At.InZone(index.Facts.Zone).Date)
                .Append(index.Ladder.DayOf(LadderStep.Final, Period.Due)).Max();
            return index.Facts.WorkingDays.Add(last, 1);
        }
    }

    /// <summary>The two periods before brought nothing, staff were asked whether it still runs, and nothing has come since.</summary>
    private bool HasStopped(Instant now)
    {
        if (Earlier.Take(2).ToList() is not [var before, var earlier] || !IsSilent(before) || !IsSilent(earlier) || !WereStaffAsked(before, earlier))
        {
            return false;
        }

        var asked = index.Ladder.DayOf(LadderStep.Final, before.Due);
        return !index.CellsOf(Period.Row).Any(c => new[] { c.Landed, c.Since }.OfType<Instant>().Any(sign => sign <= now && sign.InZone(index.Facts.Zone).Date > asked));
    }

    private bool WereStaffAsked(params OwedPeriod[] about) =>
        about.SelectMany(p => p.Open).SelectMany(m => index.Recorded(Period.Row.Key, m)).Any(n => n.Kind == UpdateNotices.StillRunning && (n.Counts || n.Reason == PassedOver.Preview));

    private Silence Settled => Period.Cells.Select(c => (Silence?)(c.State switch
    {
        CoverageState.InReview => Silence.InReview,
        CoverageState.Received => Silence.Received,
        CoverageState.Skipped => Silence.Skipped,
        _ => Silence.Paused,
    })).Min(s => s) ?? Silence.Received;

    private bool WantsHeadsUp => AddresseePolicy.Of(index, Period.Row, Period.Month, LadderStep.HeadsUp, index.Ladder.DayOf(LadderStep.HeadsUp, Period.Due)).Person is not { } person
        || index.Facts.People.GetValueOrDefault(person)?.WantsHeadsUp != false;

    private IEnumerable<OwedPeriod> Earlier => periods.Take(at).Reverse().Where(p => p.IsAsked);

    private bool IsSilent(OwedPeriod period) => period.IsSilent && !period.Open.Any(m => index.IsUnclear(period.Row.Key, m));
}
