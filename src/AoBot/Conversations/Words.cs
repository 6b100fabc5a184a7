using System.Globalization;
using System.Text.RegularExpressions;

namespace AoBot.Conversations;

/// <summary>All words that AoBot knows, and how what somebody typed becomes one of them.</summary>
public sealed partial class Words
{
    // No word needs more; what is longer is cut before anybody looks at it or repeats it.
    private const int LongestTyped = 200;
    private readonly IWord _help;
    private readonly Dictionary<string, IWord> _byName;

    public Words(IEnumerable<IWord> features)
    {
        All = [.. features];
        All = [.. All, new AdminCommand(All)];
        _help = new HelpCommand(All);
        All = [.. All, _help];
        _byName = All
            .SelectMany(word => word.Help.Aliases.Prepend(word.Help.Name).Select(name => (Name: name.ToLowerInvariant(), word)))
            .ToDictionary(pair => pair.Name, pair => pair.word, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<IWord> All { get; }

    /// <summary>Answers for everybody to see, or for nobody in particular.</summary>
    public Task<Answer> Answer(string typed, Audience audience, CancellationToken cancellationToken) => Answer(typed, audience, userId: null, cancellationToken);

    /// <summary>Answers what somebody typed behind <c>/ao</c> or a mention. Bare, it is the help.</summary>
    /// <param name="typed">As Slack delivers it, read by <see cref="TypedText"/>.</param>
    /// <param name="audience">Who reads the answer.</param>
    /// <param name="userId">Who asks, where they alone read it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Answer> Answer(string typed, Audience audience, string? userId, CancellationToken cancellationToken)
    {
        var asked = Read(typed);
        if (asked.Word is not { } word)
        {
            return HelpMessage.Unknown(asked.First, asked.Rest, Suggestions(asked.First));
        }

        var answer = await word.Answer(new WordRequest(asked.Rest, audience, word.Help.IsPersonal ? userId : null), cancellationToken);
        return word.Help.TakesArgument || asked.Rest.Length == 0 || answer.Opens is not null ? answer : HelpMessage.WithoutArgument(answer, word.Help.Name, asked.Rest);
    }

    /// <summary>Whether what was typed is a word whose answer is the asker's own.</summary>
    public bool IsPersonal(string typed) => Read(typed).Word?.Help.IsPersonal == true;

    /// <summary>The one spelling of what was typed: <c>KRs  2.1</c> is <c>kr 2.1</c>, and <c>status please</c> is <c>status</c>.</summary>
    public string Spelling(string typed)
    {
        var asked = Read(typed);
        return asked.Word is { Help: { TakesArgument: false, Name: var name } } ? name : $"{asked.Word?.Help.Name ?? asked.First} {asked.Rest}".Trim().ToLowerInvariant();
    }

    /// <summary>The names of the words nearest to what was typed, at most three.</summary>
    public IReadOnlyList<string> Suggestions(string typed) =>
        [.. Nearest.To(typed, _byName.Keys).Select(name => _byName[name].Help.Name).Distinct(StringComparer.Ordinal).Take(3)];

    private Asked Read(string typed)
    {
        // Who copies "/ao status" from the help, into a mention or a terminal, means "status".
        string[] parts = [.. Clean(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part.Equals(AoCommand.Command, StringComparison.OrdinalIgnoreCase))];
        if (parts.Length == 0)
        {
            return new Asked(_help, "", "");
        }

        // Two words first, so that "key results 2024" is not the word "key".
        foreach (var length in new[] { 2, 1 })
        {
            if (parts.Length >= length && Find(string.Join(' ', parts[..length])) is { } word)
            {
                return new Asked(word, parts[0], string.Join(' ', parts[length..]));
            }
        }

        var glued = Glued().Match(parts[0]);
        return glued.Success && Find(glued.Groups["word"].Value) is { } before
            ? new Asked(before, parts[0], string.Join(' ', parts[1..].Prepend(glued.Groups["number"].Value)))
            : new Asked(null, parts[0], string.Join(' ', parts[1..]));
    }

    /// <summary>Cut to a length that people type, never within a character, and without what cannot be seen or turns the writing around.</summary>
    private static string Clean(string typed)
    {
        var end = Math.Min(typed.Length, LongestTyped);
        var cut = end > 0 && char.IsHighSurrogate(typed[end - 1]) ? typed[..(end - 1)] : typed[..end];
        return string.Create(cut.Length, cut, static (clean, from) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = IsUnseen(from[i]) ? ' ' : from[i];
            }
        });
    }

    // The joiners (U+200C, U+200D) hold emoji and some scripts together; they stay.
    private static bool IsUnseen(char c) =>
        char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200c' or '\u200d'));

    /// <summary>In any case, for one or many, whatever punctuation stands around it.</summary>
    private IWord? Find(string typed)
    {
        var bare = typed.Trim('.', ',', '!', '?', ':', ';', '"', '\'', '`', '/', '*', '_').ToLowerInvariant();
        return Nouns.Singulars(bare).Select(_byName.GetValueOrDefault).FirstOrDefault(word => word is not null);
    }

    /// <summary><c>kr2.1</c>: a word and a number without a blank.</summary>
    [GeneratedRegex("^(?<word>\\p{L}+)(?<number>[0-9].*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Glued();

    /// <param name="Word">None when it is unknown.</param>
    /// <param name="First">The first of what was typed.</param>
    /// <param name="Rest">What stands behind the word.</param>
    private sealed record Asked(IWord? Word, string First, string Rest);
}
