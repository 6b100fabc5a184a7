using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>What a message says, whichever way it is sent.</summary>
/// <param name="Text">
/// The whole answer in plain words: notifications and screen readers take it instead of the blocks. Slack would parse it as
/// mrkdwn, so it is escaped when it is written: nothing in it becomes a mention, a link or a date.
/// Best under 4,000 characters; Slack cuts at 40,000.
/// </param>
/// <param name="Blocks">At most 50 blocks; null shows the text alone.</param>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text</remarks>
public sealed record MessageBody([property: JsonConverter(typeof(EscapedTextConverter))] string Text, IReadOnlyList<Block>? Blocks = null)
{
    /// <summary>As it is sent.</summary>
    internal string EscapedText => MrkdwnEscaping.Escape(Text);
}
