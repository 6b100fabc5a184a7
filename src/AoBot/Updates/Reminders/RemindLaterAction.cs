using AoBot.Conversations;
using AoBot.Slack.Receiving;

namespace AoBot.Updates.Reminders;

/// <summary>"Remind me tomorrow": nothing is asked about this item until then, by nobody.</summary>
public sealed class RemindLaterAction(ReminderDesk desk, ReminderAnswers answers) : IBlockActionHandler
{
    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) => Later(desk, answers, request, request.Action.ActionId, cancellationToken);

    /// <summary>The same for the entries of the menu.</summary>
    internal static Task Later(ReminderDesk desk, ReminderAnswers answers, BlockActionRequest request, string choice, CancellationToken cancellationToken) => desk.Settle(
        request,
        async (matter, by) =>
            matter.IsAskedOut ? $"That was my last note about {matter.Row.Name} for this time; the fund's staff take it from here. Nothing was changed."
            : SnoozePolicy.Until(choice, matter.TodayOf(by.Person), matter.NextDue(desk.DueDays)) is not { } until ? "By then the next update is due, and I write about that one. Nothing was changed."
            : await answers.Snooze(by, matter.About, until, cancellationToken) ? $"Gladly: I come back to {matter.Row.Name} on {DayWords.Day(until, matter.TodayOf(by.Person))}, and leave you in peace until then."
            : "Noted already.",
        cancellationToken);
}
