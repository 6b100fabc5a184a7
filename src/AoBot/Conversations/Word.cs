using AoBot.Slack.Blocks;

namespace AoBot.Conversations;

/// <summary>One <c>/ao</c> word, for instance <c>status</c>. It answers a slash command and a mention alike.</summary>
public interface IWord
{
    WordHelp Help { get; }

    /// <summary>Reads, decides and renders. Writes nothing.</summary>
    Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken);
}

/// <summary>What <c>/ao help</c> says of a word. Help is built from these and nothing else.</summary>
/// <param name="Name">As it is typed; singular or plural, the other is understood too.</param>
/// <param name="Summary">What one gets, in one short line.</param>
/// <param name="Usages">Each form with what it does.</param>
public sealed record WordHelp(string Name, string Summary, params IReadOnlyList<Usage> Usages)
{
    /// <summary>Other names that are understood.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether each asker gets an answer of their own. Only such a word learns who asks, and its answer is kept for nobody else.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether what stands behind the word makes a difference.</summary>
    public bool TakesArgument => Usages.Any(usage => usage.Form.StartsWith($"{Name} ", StringComparison.Ordinal));
}

/// <param name="Form">Without the <c>/ao</c>, for instance <c>kr 2.1</c>.</param>
/// <param name="Does">In a few words.</param>
public sealed record Usage(string Form, string Does);

/// <param name="Argument">What stands behind the word, trimmed; empty for the bare word.</param>
/// <param name="Audience">Who reads the answer; in a channel it is the public, whoever asks.</param>
/// <param name="UserId">Who asks, where the word is personal and only they read the answer; otherwise none.</param>
public sealed record WordRequest(string Argument, Audience Audience, string? UserId = null);

/// <summary>Who reads: everyone, or the fund's staff.</summary>
public enum Audience
{
    Public,
    Staff,
}

/// <summary>What AoBot says to a word.</summary>
/// <param name="Text">The whole answer as one plain text: screen readers and notifications read only this.</param>
/// <param name="Blocks">The answer as people see it.</param>
public sealed record Answer(string Text, IReadOnlyList<Block> Blocks)
{
    public string Text { get; } = PlainText.Truncate(Text, BlockLimits.MessageText);

    /// <summary>At most <see cref="Parts.MostBlocks"/>; what does not fit is said to be left out.</summary>
    public IReadOnlyList<Block> Blocks { get; } = Blocks.Count <= Parts.MostBlocks
        ? Blocks
        : [.. Blocks.Take(Parts.MostBlocks - 1), Parts.Note(Mrkdwn.Of($"There is more than fits into one message. Ask for a part of it: `/ao help` says how."))];

    /// <summary>Whether "Share in channel" is offered.</summary>
    public bool IsShareable { get; init; } = true;

    /// <summary>Whether it reads the same until something is written or a day ends; otherwise it is made anew for each who asks.</summary>
    public bool IsKept { get; init; } = true;

    /// <summary>The window that it is about, where it can be opened: behind a word typed in Slack, or a button.</summary>
    public ModalView? Opens { get; init; }

    /// <summary>What one may want to ask next, as buttons.</summary>
    public IReadOnlyList<Ask> Asks { get; init; } = [];
}

/// <param name="Words">As behind <c>/ao</c>, for instance <c>kr 2.1</c>.</param>
/// <param name="Label">On the button.</param>
public sealed record Ask(string Words, string Label);
