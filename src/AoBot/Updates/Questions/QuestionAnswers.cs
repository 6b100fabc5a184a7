using AoBot.Conversations;
using AoBot.People;
using AoBot.Persistence;
using Humanizer;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Questions;

/// <summary>What staff answer, kept: one row and one row of the audit for each, the same press once, and nobody overwrites what another said meanwhile.</summary>
public sealed class QuestionAnswers(WriteGate gate, ProgramClock clock)
{
    /// <returns>The id of the row, to undo it by; none where the press was delivered before, or the question answered meanwhile.</returns>
    public Task<int?> Keep(string actor, string triggerId, LedgerAnswer answer, CancellationToken cancellationToken) => gate.Write<int?>(
        async db =>
        {
            if (await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken) || await db.LedgerAnswers.AnyAsync(a => a.Path == answer.Path, cancellationToken))
            {
                return null;
            }

            var entry = new LedgerAnswerEntry { Path = answer.Path, IsUpdate = answer.IsUpdate, Months = answer.Months, Partner = answer.Partner, AnsweredBy = actor, AnsweredAt = clock.Now };
            db.Add(entry);
            db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "question.answer", Subject = answer.Path, Detail = Words(answer), TriggerId = triggerId });
            await db.SaveChangesAsync(cancellationToken);
            return entry.Id;
        },
        cancellationToken);

    /// <summary>Takes an answer back; the question comes again. None where there is nothing to take back any more.</summary>
    public Task<LedgerAnswer?> Undo(string actor, string triggerId, int id, CancellationToken cancellationToken) => gate.Write(
        async db =>
        {
            var entry = await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken) ? null : await db.LedgerAnswers.FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
            if (entry is null)
            {
                return null;
            }

            db.Remove(entry);
            db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "question.undo", Subject = entry.Path, Detail = Words(entry.ToAnswer()), TriggerId = triggerId });
            return entry.ToAnswer();
        },
        cancellationToken);

    /// <summary><c>the update for June 2024 of alder</c>, <c>no update</c>, <c>nobody's folder</c>.</summary>
    public static string Words(LedgerAnswer answer) =>
        answer.IsFolder ? "nobody's folder"
        : !answer.IsUpdate ? "no update"
        : $"the update for {answer.Months.Select(DayWords.FullMonth).Humanize("and")}{(answer.Partner is { } partner ? $" of {partner}" : "")}";
}
