using AoBot.People;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Engagements;

/// <summary>The one way to change the roster: all or nothing, one audit row for each row that changes, the same press once.</summary>
public sealed class RosterRegister(WriteGate gate, ProgramClock clock)
{
    /// <param name="actor">A Slack id, or <c>operator</c>.</param>
    /// <param name="triggerId">The submission that asks for it; none from the command line. One submission changes one row.</param>
    /// <param name="edit">What becomes of the roster as it is now; it may run only inside the change and must be pure.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    public Task<RosterOutcome> Change(string actor, string? triggerId, Func<Roster, RosterEdit> edit, CancellationToken cancellationToken) => gate.Write<RosterOutcome>(
        async db =>
        {
            if (triggerId is not null && await db.Audit.AnyAsync(a => a.TriggerId == triggerId, cancellationToken))
            {
                return new RosterOutcome.Done([], IsWritten: false);
            }

            var before = await RosterTable.Read(db, cancellationToken);
            switch (edit(before))
            {
                case RosterEdit.Refused refused:
                    return new RosterOutcome.Refused(refused.Faults);
                case RosterEdit.To { Roster: var after, Key: var edited }:
                    // The edited row last: what two rows disagree about is said of the later one.
                    var faults = RosterRules.Check([.. after.Rows.OrderBy(r => r.Key == edited)]).Select(f => new RosterFieldFault(f.Column, f.Message)).ToList();
                    if (faults.Count > 0)
                    {
                        return new RosterOutcome.Refused(faults);
                    }

                    var differences = RosterDiff.Between(before, after);
                    var isWritten = RosterFile.Write(before) != RosterFile.Write(after);
                    if (isWritten)
                    {
                        await RosterTable.Write(db, after, clock.Today, cancellationToken);
                        await AskAgain(db, before, after, cancellationToken);
                        db.Audit.AddRange(differences.Select(d => new AuditEntry { At = clock.Now, Actor = actor, Action = Action(d), Subject = d.Row.Key, Detail = RosterDiffWords.Detail(d), TriggerId = triggerId }));
                    }

                    return new RosterOutcome.Done(differences, isWritten);
                default:
                    throw new InvalidOperationException("An edit is one of the two.");
            }
        },
        cancellationToken);

    /// <summary>Whom the roster names anew is asked, whatever they said before.</summary>
    private static async Task AskAgain(AoBotDbContext db, Roster before, Roster after, CancellationToken cancellationToken)
    {
        var known = before.Rows.ToDictionary(r => r.Key, r => r.Contacts, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, named) in after.Rows.Select(r => (r.Key, r.Contacts.Except(known.GetValueOrDefault(r.Key) ?? []).ToList())).Where(r => r.Item2.Count > 0))
        {
            await db.ContactDenials.Where(d => d.Partner == key && named.Contains(d.Person)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static string Action(RosterDifference difference) => difference switch
    {
        RosterDifference.Added => "roster.add",
        RosterDifference.Removed => "roster.remove",
        RosterDifference.Changed { Ends: true } => "roster.end",
        _ => "roster.change",
    };
}

/// <summary>What an edit makes of a roster.</summary>
public abstract record RosterEdit
{
    private RosterEdit()
    {
    }

    /// <param name="Roster">As it shall be.</param>
    /// <param name="Key">The one row that was edited; none where it may be any.</param>
    public sealed record To(Roster Roster, string? Key) : RosterEdit;

    /// <param name="Faults">Why not, and the cure.</param>
    public sealed record Refused(IReadOnlyList<RosterFieldFault> Faults) : RosterEdit;
}

/// <summary>What came of a change.</summary>
public abstract record RosterOutcome
{
    private RosterOutcome()
    {
    }

    /// <param name="Differences">Row by row; none where nothing changed in meaning.</param>
    /// <param name="IsWritten">Whether the file would look different, be it only in the order of rows or columns.</param>
    public sealed record Done(IReadOnlyList<RosterDifference> Differences, bool IsWritten) : RosterOutcome;

    /// <param name="Faults">Why not, and the cure.</param>
    public sealed record Refused(IReadOnlyList<RosterFieldFault> Faults) : RosterOutcome;
}
