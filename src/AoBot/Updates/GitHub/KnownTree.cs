namespace AoBot.Updates.GitHub;

/// <summary>The tree as the landings made it: what lies where, and how large it is.</summary>
internal sealed class KnownTree
{
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _blobs = new(StringComparer.Ordinal);

    public KnownTree(IEnumerable<Landing> landings)
    {
        foreach (var landing in landings)
        {
            Play(landing);
        }
    }

    public IReadOnlyDictionary<string, long> Sizes => _sizes;

    public void Play(Landing landing)
    {
        foreach (var gone in landing.Changes.Select(c => c.Blob is null ? c.Path : c.PreviousPath).OfType<string>())
        {
            _sizes.Remove(gone);
            _blobs.Remove(gone);
        }

        foreach (var change in landing.Changes.Where(c => c.Blob is not null))
        {
            (_sizes[change.Path], _blobs[change.Path]) = (change.Size, change.Blob!);
        }
    }

    /// <summary>Whether it holds the same texts at the same places.</summary>
    public bool IsSameAs(IReadOnlyDictionary<string, TreeItem> tree) => _blobs.Count == tree.Count && _blobs.All(file => tree.TryGetValue(file.Key, out var item) && item.Sha == file.Value);
}
