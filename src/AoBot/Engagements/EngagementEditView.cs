using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;

namespace AoBot.Engagements;

/// <summary>The window in which staff add an engagement to the roster, or change everything about one.</summary>
public sealed class EngagementEditView(RosterSubmission submissions) : IViewSubmissionHandler
{
    public const string CallbackId = "engagement.edit";

    /// <param name="name">What is known of its name.</param>
    /// <param name="known">See <see cref="RosterForm.Fields"/>.</param>
    public static ModalView New(string name, IReadOnlySet<string> known) =>
        RosterWindow.New.View(CallbackId, "Add an engagement", "Add", RosterForm.Fields(new RosterRow { Key = "", Name = name }, known, isNew: true));

    public static ModalView Edit(RosterRow row, IReadOnlySet<string> known) =>
        RosterWindow.Of(row).View(CallbackId, "Edit an engagement", "Save", [RosterSubmission.Heading(row), .. RosterForm.Fields(row, known, isNew: false)]);

    public ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken) =>
        submissions.Answer(submission, (row, faults) => RosterForm.Read(submission.View.State, row ?? new RosterRow { Key = "", Name = "" }, faults), cancellationToken);
}
