namespace AoBot.Slack.Blocks;

/// <summary>What a message says, whichever way it is sent.</summary>
/// <param name="Text">
/// The whole answer in words: notifications and screen readers take it instead of the blocks. Slack parses it as mrkdwn.
/// Best under 4,000 characters; Slack cuts at 40,000.
/// </param>
/// <param name="Blocks">At most 50 blocks; null shows the text alone.</param>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text</remarks>
public sealed record MessageBody(string Text, IReadOnlyList<Block>? Blocks = null);
