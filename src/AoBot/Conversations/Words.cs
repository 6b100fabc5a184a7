using Humanizer;

namespace AoBot.Conversations;

/// <summary>All words that AoBot knows, and how what somebody typed becomes one of them.</summary>
public sealed class Words
{
    private const int LongestTyped = 200;
    private readonly IWord _help;
    private readonly Dictionary<string, IWord> _byName;

    public Words(IEnumerable<IWord> features)
    {
        All = [.. features];
        _help = new HelpCommand(All);
        All = [.. All, _help];
        _byName = All
            .SelectMany(word => word.Help.Aliases.Prepend(word.Help.Name).Select(name => (Name: Plain(name), word)))
            .ToDictionary(pair => pair.Name, pair => pair.word, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<IWord> All { get; }

    /// <summary>Answers what somebody typed behind <c>/ao</c> or a mention. Bare, it is the help.</summary>
    public Task<Answer> Answer(string typed, Audience audience, CancellationToken cancellationToken)
    {
        var parts = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return _help.Answer(new WordRequest("", audience), cancellationToken);
        }

        // Two words first, so that "key results 2024" is not the word "key".
        foreach (var length in new[] { 2, 1 })
        {
            if (parts.Length >= length && _byName.TryGetValue(Plain(string.Join(' ', parts[..length])), out var word))
            {
                return word.Answer(new WordRequest(string.Join(' ', parts[length..]), audience), cancellationToken);
            }
        }

        return Task.FromResult(HelpMessage.Unknown(parts[0], string.Join(' ', parts[1..]), Suggestions(parts[0])));
    }

    /// <summary>The names of the words nearest to what was typed, at most three.</summary>
    public IReadOnlyList<string> Suggestions(string typed) =>
        [.. Nearest.To(Shorten(typed), _byName.Keys).Select(name => _byName[name].Help.Name).Distinct(StringComparer.Ordinal).Take(3)];

    private static string Shorten(string typed) => typed.Length <= LongestTyped ? typed : typed[..LongestTyped];

    /// <summary>Singular, in lower case, without the punctuation around it.</summary>
    private static string Plain(string typed)
    {
        var bare = Shorten(typed).Trim('.', ',', '!', '?', ':', ';', '"', '\'', '`', '/', '*', '_').ToLowerInvariant();
        return bare is "status" or "next" or "help" or "about" ? bare : bare.Singularize(inputIsKnownToBePlural: false);
    }
}
