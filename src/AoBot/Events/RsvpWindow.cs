using System.Globalization;
using AoBot.Slack.Receiving;
using NodaTime;

namespace AoBot.Events;

/// <summary>What these windows have in common.</summary>
internal static class RsvpWindow
{
    public static int Occurrence(ViewSubmission submission) =>
        int.TryParse(submission.View.PrivateMetadata, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public static ViewSubmissionResponse Error(string field, string words) => ViewSubmissionResponse.Errors(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = words });

    public static ViewSubmissionResponse Answer(RsvpOutcome outcome, LocalDate today, string done) => ViewSubmissionResponse.Update(outcome.Refusal is null
        ? GatheringSavedMessage.Done(done)
        : GatheringSavedMessage.Unchanged(RsvpMessage.Confirm(outcome, today).Text));
}
