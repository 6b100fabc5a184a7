using AoBot.Conversations;
using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Engagements;

/// <summary>What all windows of the roster do when they are submitted: staff only, the row as it was when the window opened, once.</summary>
public sealed class RosterSubmission(RosterRegister register, Roles roles)
{
    /// <summary>Which row the window is about.</summary>
    public static Block Heading(RosterRow row) => Parts.Plain($"{row.Name} ({row.Key})");

    /// <param name="submission">What was submitted.</param>
    /// <param name="edit">The row as it shall be, from the row as it is (none for a new one), with what is wrong with the fields. Pure.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    public async ValueTask<ViewSubmissionResponse> Answer(ViewSubmission submission, Func<RosterRow?, List<RosterFieldFault>, RosterRow?> edit, CancellationToken cancellationToken)
    {
        if (!roles.IsStaff(submission.User.Id))
        {
            return Say("Only the fund's staff can change engagements, so nothing was changed. If something is wrong here, please tell them.");
        }

        if (RosterWindow.Read(submission.View.PrivateMetadata) is not { } window)
        {
            return Say("This window is from another version of mine, so nothing was changed. Please open it anew.");
        }

        var outcome = await register.Change(submission.User.Id, submission.TriggerId, roster => Apply(roster, window, edit), cancellationToken);
        return outcome is RosterOutcome.Refused refused ? Errors(submission.View.State, refused.Faults) : ViewSubmissionResponse.Close;
    }

    private static RosterEdit Apply(Roster roster, RosterWindow window, Func<RosterRow?, List<RosterFieldFault>, RosterRow?> edit)
    {
        var before = window.Key is null ? null : roster.Rows.FirstOrDefault(r => r.Key == window.Key);
        if (window.Key is not null && (before is null || !window.IsOf(before)))
        {
            return new RosterEdit.Refused([new RosterFieldFault(null, before is null
                ? "This engagement was taken out of the roster meanwhile. Nothing was changed."
                : "Somebody changed this engagement while the window was open. Close it and open it anew.")]);
        }

        var faults = new List<RosterFieldFault>();
        var after = edit(before, faults);
        return faults.Count > 0 || after is null
            ? new RosterEdit.Refused(faults)
            : new RosterEdit.To(roster with { Rows = before is null ? [.. roster.Rows, after] : [.. roster.Rows.Select(r => r == before ? after : r)] }, after.Key);
    }

    /// <summary>Each at its field; what has no field of this window stands at the first one.</summary>
    private static ViewSubmissionResponse Errors(ViewState state, IReadOnlyList<RosterFieldFault> faults) =>
        state.Values.Count == 0
            ? Say(string.Join(" ", faults.Select(f => f.Message)))
            : ViewSubmissionResponse.Errors(faults
                .GroupBy(f => f.Field is { } field && state.Values.ContainsKey(field) ? field : state.Values.Keys.First(), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => string.Join(" ", g.Select(f => f.Message)), StringComparer.Ordinal));

    private static ViewSubmissionResponse Say(string words) => ViewSubmissionResponse.Update(new ModalView("Nothing was changed", [Parts.Plain(words)]) { Close = "Close" });
}
