using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Reminders;

/// <summary>"Send it" below a reminder by hand: decided again, planned, and counted.</summary>
public sealed class RemindByHandAction(IDbContextFactory<AoBotDbContext> contexts, ReminderBook book, ReminderDesk desk, ReminderAnswers answers, Roles roles, ProgramClock clock) : IBlockActionHandler
{
    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken) =>
        await desk.Say(request, await Send(request, cancellationToken), cancellationToken);

    private async Task<string> Send(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (!roles.IsStaff(request.User.Id))
        {
            return "Only the fund's staff remind somebody by hand. Nothing was sent.";
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await ReminderBook.Switch(db, cancellationToken);
        if (chosen.Mode != ReminderMode.On || await book.Read(db, chosen.Since, cancellationToken) is not { Facts: var facts } || new ReminderRef(request.Action.Value ?? "", []).In(facts.Roster) is not { } row)
        {
            return "Reminders are not on, or I don't know this engagement any more. Nothing was sent.";
        }

        var decision = NudgePolicy.Decide(facts, row, clock.Now);
        return decision.Plan is not { } plan ? $"I don't remind {row.Name}: {decision.Refusal}."
            : await answers.Nudge(new Answerer(request.User.Id, request.TriggerId), plan, cancellationToken) ? $"It is on its way to {SilenceWords.NameOf(facts, plan.Recipient)}, at their next good hour."
            : "It was sent already.";
    }
}
