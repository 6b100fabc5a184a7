using AoBot.Reminders;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>The kinds of notices about updates, and how their keys are written.</summary>
public static class UpdateNotices
{
    public const string HeadsUp = "update-heads-up";
    public const string Due = "update-due";
    public const string Final = "update-final";

    /// <summary>A draft that rests is asked about, once.</summary>
    public const string Draft = "update-draft";

    /// <summary>Staff asked by hand: <c>/ao remind</c>. It counts like a step.</summary>
    public const string Nudge = "update-nudge";

    public const string Escalation = "escalation";
    public const string StillRunning = "still-running";
    public const string ReviewWaiting = "review-waiting";
    public const string Question = "question";
    public const string Thanks = "thanks-edit";
    public const string Digest = "digest";

    /// <summary>Somebody answered a reminder: its message is written anew.</summary>
    public const string Edit = "reminder-edit";

    /// <summary>In preview, staff read once a day what would have been sent.</summary>
    public const string Preview = "preview";

    /// <summary>A contact says that they are not the one; staff decide about whom they name.</summary>
    public const string NotMe = "not-me";

    /// <summary>What asks a partner for an update: what is counted, and what becomes a thanks.</summary>
    public static IReadOnlyList<string> Asking { get; } = [HeadsUp, Due, Final, Draft, Nudge];

    /// <summary>Everything that is planned from the ledger.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Asking, Escalation, StillRunning, ReviewWaiting, Question, Thanks, Digest];

    /// <summary>What is not sent in preview but shown to staff: what asks partners, and how that ended.</summary>
    public static bool IsHeldInPreview(string kind) => Asking.Contains(kind) || kind is Escalation or StillRunning;

    public static string KindOf(LadderStep step) => step switch
    {
        LadderStep.HeadsUp => HeadsUp,
        LadderStep.Due => Due,
        _ => Final,
    };

    /// <summary>What a notice is for one of its subjects: a message may hold several steps, and its row is of the last of them.</summary>
    public static string KindOf(string kind, Outbox.NoticeSubject subject) => StepOf(kind) is not null && StepOf(subject.Step) is { } step ? KindOf(step) : kind;

    /// <summary>Of a kind or of a subject's step; none where it is no step.</summary>
    public static LadderStep? StepOf(string? kindOrWord) => kindOrWord switch
    {
        HeadsUp or "heads-up" => LadderStep.HeadsUp,
        Due or "due" => LadderStep.Due,
        Final or "final" => LadderStep.Final,
        _ => null,
    };

    /// <summary>As a subject and a key have it: <c>heads-up</c>.</summary>
    public static string Word(LadderStep step) => KindOf(step)["update-".Length..];

    /// <summary><c>update-due/2024-06/U123</c>: one for each person, whatever their engagements.</summary>
    public static string Key(string kind, YearMonth month, string whom) => $"{kind}/{YearMonthPattern.Iso.Format(month)}/{whom}";

    /// <summary><c>escalation/homebrew/2024-06</c>.</summary>
    public static string KeyOf(string kind, string partner, YearMonth month) => $"{kind}/{partner}/{YearMonthPattern.Iso.Format(month)}";
}

/// <summary>Why a step was passed over for good. Whatever else keeps a notice from being sent may be gone tomorrow.</summary>
public static class PassedOver
{
    public const string BeforeStart = "before start";
    public const string Late = "skipped, a newer step applies";

    /// <summary>Staff saw it in preview.</summary>
    public const string Preview = "in preview, shown to staff";

    public static bool IsForGood(string? reason) => reason is BeforeStart or Late or Preview;
}
