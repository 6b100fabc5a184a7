using NodaTime;

namespace AoBot.Updates.Reading;

/// <summary>A file through its renames, from its first landing on.</summary>
internal sealed class FileLife(string path)
{
    private readonly List<FileVersion> _versions = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal) { path };

    public string Path { get; private set; } = path;

    /// <summary>All that it ever held, oldest first.</summary>
    public IReadOnlyList<FileVersion> Versions => _versions;

    public FileVersion Now => _versions[^1];

    /// <summary>The landing that took it away; none while it is there.</summary>
    public Landing? Gone { get; set; }

    /// <summary>The landing that last changed or moved it.</summary>
    public required Landing LastLanding { get; set; }

    /// <summary>The version that first had text.</summary>
    public FileVersion? FirstText => _versions.Find(v => v.HasText);

    /// <summary>The version that brought at least half of the text that it has now: a stub that is filled later has not brought it.</summary>
    public FileVersion? MostOfText => _versions.Find(v => v.HasText && 2 * v.Size >= Now.Size);

    public void Add(FileVersion version) => _versions.Add(version);

    public void MoveTo(string newPath)
    {
        Path = newPath;
        _paths.Add(newPath);
    }

    /// <summary>Whether it lies there, or did before a rename.</summary>
    public bool Was(string where) => _paths.Contains(where);
}

/// <param name="Blob">The id of the text.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Landing">What brought it.</param>
/// <param name="Written">When it was written.</param>
internal sealed record FileVersion(string Blob, long Size, Landing Landing, Instant Written)
{
    public bool HasText => Size > LedgerFile.LargestPlaceholder;
}
