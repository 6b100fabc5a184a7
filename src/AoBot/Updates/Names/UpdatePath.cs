using AoBot.Engagements;

namespace AoBot.Updates.Names;

/// <summary>A path taken apart: <c>alpha/engagements/2024/RubyCentral/updates/March.md</c>.</summary>
public sealed record UpdatePath
{
    public required string Path { get; init; }

    /// <summary>The folder that it lies in.</summary>
    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    /// <summary>The year folder nearest to the file; none where no folder is a year.</summary>
    public int? Year { get; init; }

    /// <summary>The folders between the year and the file, the partner's first; empty for a file in the year folder itself.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>What the partner's folder lies in: <c>alpha/engagements/2024/</c>.</summary>
    public string YearFolder { get; init; } = "";

    /// <summary>The partner's folder made comparable; empty for a file in the year folder itself.</summary>
    public string Partner => Folders.Count > 0 ? EngagementDirectory.KeyOf(Folders[0]) : "";

    public required FileForm File { get; init; }

    /// <summary>What the name says; where it names no month, what the folders within the partner's folder say.</summary>
    public required NameReading Name { get; init; }

    /// <summary>Whether the months of <see cref="Name"/> come from a folder.</summary>
    public bool DatedByFolder { get; init; }

    /// <summary>The name with its dates taken out: what two files of one habit have in common.</summary>
    public string Shape => $"{string.Join(' ', Name.Words)}|{Name.SaysUpdate}|{Name.Months.Count > 0}|{Name.Date is not null}";

    /// <param name="path">Full path.</param>
    /// <param name="root">The folder with the year folders.</param>
    public static UpdatePath Read(string path, string root)
    {
        var parts = (root.Length > 0 && path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..] : path).Split('/');
        var folders = parts[..^1];
        var year = folders.Select(YearOf).LastOrDefault(y => y is not null);
        var within = folders.Where(f => YearOf(f) is null).ToList();
        var yearFolders = folders.TakeWhile(f => YearOf(f) is not null).ToList();
        var file = FileForm.Of(parts[^1]);
        var name = NameReader.Read(file.Stem, year);
        var byFolder = name is { Months.Count: 0, Date: null }
            ? within.Skip(1).Reverse().Select(f => NameReader.Read(f, year)).FirstOrDefault(r => r.Months.Count > 0)
            : null;
        return new UpdatePath
        {
            Path = path,
            Year = year,
            Folders = within,
            YearFolder = string.Concat(yearFolders.Prepend(root).Where(f => f.Length > 0).Select(f => f + "/")),
            File = file,
            Name = byFolder is null ? name : name with { Months = byFolder.Months, Doubt = byFolder.Doubt, WholeYear = null, Part = name.Part ?? byFolder.Part },
            DatedByFolder = byFolder is not null,
        };
    }

    private static int? YearOf(string folder) => folder.Length == 4 && int.TryParse(folder, out var year) && year is >= 2000 and <= 2099 ? year : null;
}
