using AoBot.Engagements;
using AoBot.Slack.Receiving;

namespace AoBot.Updates.Questions;

/// <summary>"Take this roster" below the proposal for the first day.</summary>
public sealed class TakeRosterAction(QuestionDesk desk, RosterRegister register, Settings settings) : IBlockActionHandler
{
    public const string ActionId = "roster.take_proposal";

    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) => desk.Settle(
        request,
        async picture =>
        {
            if (picture.Ledger.HasRoster || picture.Reading is null)
            {
                return new Noted("There is a roster already, so the proposal was not taken.");
            }

            var proposal = RosterProposal.Of(picture.Ledger.History, picture.Reading, settings.UpdatesPath, picture.Today);
            if (VersionOf(proposal) != request.Action.Value)
            {
                return new Noted("The repository has changed since this was proposed. Please look at it again.");
            }

            // One press adds many rows, and a row of the audit holds one press: that the roster is empty before makes it happen once.
            await register.Change(request.User.Id, triggerId: null, roster => new RosterEdit.To(roster.Rows.Count == 0 ? proposal : roster, Key: null), cancellationToken);
            return new Noted($"Noted: {"engagement".ToQuantity(proposal.Rows.Count)} are in the roster now. Next: name their contacts, with /ao engagement NAME.");
        },
        cancellationToken);

    /// <summary>What a proposal looks like, so that what is taken is what was shown.</summary>
    public static string VersionOf(Roster proposal) => QuestionRef.KeyOf(RosterFile.Write(proposal));
}
