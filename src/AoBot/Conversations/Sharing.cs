using AoBot.Slack.Blocks;

namespace AoBot.Conversations;

/// <summary>How an answer for one becomes a message for all.</summary>
public static class Sharing
{
    /// <summary>The id of the button below an answer; its value is the words that were asked.</summary>
    public const string ActionId = "share.in_channel";

    private const int LongestWords = 200;
    private const int LongestName = 80;

    /// <summary>Direct messages (D…) have nobody to share with.</summary>
    public static bool IsPossibleIn(string channelId) => channelId.Length > 0 && channelId[0] is 'C' or 'G';

    public static MessageBody WithButton(Answer answer, string words) =>
        answer.IsShareable && words.Length <= LongestWords
            ? WithButtons(answer, [new Button(ActionId, "Share in channel") { Value = words, AccessibilityLabel = "Share this answer in the channel, for everybody to see" }])
            : answer.ToMessage();

    /// <summary>The answer as everybody sees it, with who shared it.</summary>
    public static MessageBody AsShared(Answer answer, string sharer, string words)
    {
        var name = PlainText.Truncate(sharer, LongestName);
        return new(PlainText.Truncate($"{name} shared: {answer.Text}", BlockLimits.MessageText),
        [
            .. answer.ToMessage().Blocks!,
            Parts.Note(Mrkdwn.Of($"Shared by {name} · `/ao {words}` shows it to you alone")),
        ]);
    }

    public static MessageBody ToMessage(this Answer answer) => WithButtons(answer, []);

    private static MessageBody WithButtons(Answer answer, IReadOnlyList<Button> more)
    {
        IReadOnlyList<BlockElement> buttons = [.. answer.Asks.Select(AskAction.Button), .. more];
        return new MessageBody(answer.Text, buttons.Count == 0 ? answer.Blocks : [.. answer.Blocks, new ActionsBlock(buttons)]);
    }
}
