namespace AoBot.Updates.Names;

/// <summary>What the last part of a path is by its ending.</summary>
/// <param name="Stem">The name without the endings that say a format. What looks like an ending but is none stays: of <c>2023.10</c> all of it.</param>
/// <param name="Form">What the ending says.</param>
public sealed record FileForm(string Stem, FileFormKind Form)
{
    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        "md", "markdown", "mdown", "mkd", "mdx", "txt", "text", "rst", "rest", "adoc", "asciidoc", "org", "textile", "rdoc", "pod", "wiki", "mediawiki", "html", "htm", "tex",
    };

    private static readonly HashSet<string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        "pdf", "doc", "docx", "odt", "rtf", "pages", "epub", "ppt", "pptx", "odp", "eml",
    };

    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "tif", "tiff", "heic", "avif", "ico", "drawio", "excalidraw", "puml", "dot", "mmd",
        "csv", "tsv", "xls", "xlsx", "ods", "numbers", "json", "jsonl", "yml", "yaml", "toml", "xml", "ini", "lock", "log", "patch", "diff", "sig", "asc", "bib",
        "zip", "tar", "gz", "tgz", "bz2", "xz", "zst", "7z", "mp4", "mov", "webm", "mkv", "mp3", "wav", "ics", "key", "bak", "tmp", "swp", "orig",
        "py", "js", "ts", "sh", "rb", "rs", "go", "c", "h", "cpp", "java", "cs", "ipynb", "css", "scss",
    };

    /// <summary>Reads the last part of a path.</summary>
    public static FileForm Of(string name)
    {
        var stem = name.Trim();
        var form = FileFormKind.Text;
        var inner = false;
        while (stem.LastIndexOf('.') is > 0 and var dot && Known(stem[(dot + 1)..].Trim()) is { } known)
        {
            // The outermost ending says it, but for a text that was saved twice ("update.md.txt").
            form = inner ? form : known;
            inner = true;
            stem = stem[..dot].TrimEnd();
        }

        return new FileForm(stem, form);
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static FileFormKind? Known(string ending) =>
        Texts.Contains(ending) ? FileFormKind.Text
        : Documents.Contains(ending) ? FileFormKind.Document
        : Others.Contains(ending) ? FileFormKind.Other
        : null;
}

public enum FileFormKind
{
    /// <summary>Text that people write and the ledger can read, also without an ending.</summary>
    Text,

    /// <summary>What people write in an office program: may be an update, but its text is not read.</summary>
    Document,

    /// <summary>Pictures, tables, archives, code: beside an update, never one.</summary>
    Other,
}
