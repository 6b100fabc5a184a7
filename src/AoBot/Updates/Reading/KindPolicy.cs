using AoBot.Updates.Names;

namespace AoBot.Updates.Reading;

/// <param name="Kind">What a file is.</param>
/// <param name="Sure">Beyond doubt.</param>
/// <param name="Why">In words for staff.</param>
internal sealed record Judgement(FileKind Kind, bool Sure, string Why);

/// <summary>What kind of file something is, by its name, its size and the facts of its text.</summary>
internal static class KindPolicy
{
    public static Judgement Of(UpdatePath path, long size, UpdateText text)
    {
        var name = path.Name;
        if (size <= LedgerFile.LargestPlaceholder)
        {
            return name.IsReadme ? new(FileKind.Readme, true, "a README without text yet") : new(FileKind.Placeholder, true, $"no text yet: {size} bytes");
        }

        if (path.File.Form == FileFormKind.Other)
        {
            return new(FileKind.Attachment, true, "a picture, a table or an archive");
        }

        if (FileForm.NameOf(path.Path).StartsWith('.'))
        {
            return new(FileKind.Other, true, "a hidden file");
        }

        if (name.IsReadme)
        {
            return Readme(path, text);
        }

        if (name.SaysOther && !(name.SaysUpdate && name.Months.Count > 0))
        {
            return new(FileKind.Other, !name.IsDated && text.Sections.Count == 0, "its name says that it is something else");
        }

        if (name.Months.Count > 0)
        {
            var clear = name.SaysUpdate || name.Words.Count == 0 || !path.DatedByFolder;
            return new(FileKind.Update, clear && !name.SaysOther, path.DatedByFolder ? "its folder names it" : name.Date is null ? "its name names it" : MonthWords.FullDate);
        }

        if (name.Date is not null)
        {
            return new(FileKind.Update, false, MonthWords.FullDate);
        }

        return (text.Sections.Count > 0 || text.Title.Count > 0) && path.Folders.Count > 0 ? new(FileKind.Update, true, "its headings name it") : Undated(path);
    }

    private static Judgement Readme(UpdatePath path, UpdateText text) =>
        text.Sections.Any(m => m.Year is not null) ? new(FileKind.Update, false, "called a README, but its headings are dated")
        : path.DatedByFolder ? new(FileKind.Update, true, "a README in a folder that is named after a month")
        : path.Name.Months.Count > 0 ? new(FileKind.Readme, false, "a README that is named after a month, without dated headings")
        : new(FileKind.Readme, true, "a README");

    private static Judgement Undated(UpdatePath path)
    {
        var name = path.Name;
        if (path.Folders.Count > 0 && (name.SaysUpdate || (name.WholeYear is not null && name.Words.Count == 0)))
        {
            return new(FileKind.Update, false, name.Doubt ?? "it names no month");
        }

        return path.File.Form == FileFormKind.Document
            ? new(FileKind.Attachment, true, "a document without a month in its name")
            : new(FileKind.Other, true, "it names no month and no update");
    }
}
