using System.Text;

namespace AoBot.Updates.GitHub;

/// <summary>What is known of texts by their ids: a text never changes, so that nothing is asked for twice.</summary>
internal sealed class KnownTexts
{
    private const string Nothing = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal) { [Nothing] = 0 };
    private readonly Dictionary<string, UpdateText> _facts;

    public KnownTexts(RepositoryHistory history)
    {
        _facts = new Dictionary<string, UpdateText>(history.Texts, StringComparer.Ordinal);
        foreach (var change in history.Landings.SelectMany(l => l.Changes).Concat(history.PullRequests.SelectMany(p => p.Files)))
        {
            if (change.Blob is { } blob)
            {
                _sizes[blob] = change.Size;
            }
        }
    }

    public IReadOnlyDictionary<string, UpdateText> Facts => _facts;

    public bool IsRead(string blob) => _facts.ContainsKey(blob);

    public long? SizeOf(string blob) => _sizes.TryGetValue(blob, out var size) ? size : null;

    public void Size(string blob, long size) => _sizes[blob] = size;

    /// <summary>Keeps what the text says, where that could be of use.</summary>
    public void Text(string blob, string path, byte[] text)
    {
        _sizes[blob] = text.Length;
        if (UpdateText.IsWorthReading(path, text.Length))
        {
            _facts[blob] = TextReading.Read(Encoding.UTF8.GetString(text));
        }
    }
}
