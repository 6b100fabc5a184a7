using System.Text;
using AoBot.Updates.Names;
using NodaTime;

namespace AoBot.Updates.GitHub;

/// <summary>
/// From the files that a commit or a pull request names to changes, with the sizes that GitHub does not tell there. A patch tells most of it; where it
/// does not, the text is asked for, or the tree, once.
/// </summary>
internal sealed class ChangeReader(GitHubRepository repository, TreeReader trees, KnownTexts texts)
{
    /// <param name="files">As GitHub names them.</param>
    /// <param name="commit">What they are part of: where the tree is looked at.</param>
    /// <param name="sizesBefore">How large files were before, by path.</param>
    /// <param name="withTexts">Whether texts are read; otherwise sizes alone.</param>
    /// <param name="written">What is said of each.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IReadOnlyList<FileChange>> Read(
        IReadOnlyList<FileFacts> files, string commit, IReadOnlyDictionary<string, long> sizesBefore, bool withTexts, Instant written, CancellationToken cancellationToken)
    {
        var changes = new List<FileChange>();
        IReadOnlyDictionary<string, TreeItem>? tree = null;
        foreach (var file in files.Where(f => f.Status != "unchanged"))
        {
            var (isHere, before) = (trees.Holds(file.Filename), file is { Status: "renamed", PreviousFilename: { } was } && trees.Holds(was) ? was : null);
            var patch = Patch.Read(file.Patch);
            if (before is not null && (!isHere || IsAnother(patch, sizesBefore, before)))
            {
                changes.Add(new FileChange(before, null, null, 0, written));
                before = null;
            }

            if (!isHere)
            {
                continue;
            }

            if (file.Status == "removed")
            {
                changes.Add(new FileChange(file.Filename, null, null, 0, written));
                continue;
            }

            var sizeBefore = sizesBefore.TryGetValue(before ?? file.Filename, out var size) ? size : (long?)null;
            if (file.Sha is not { } blob || !await Know(file, blob, patch, sizeBefore, withTexts, cancellationToken))
            {
                tree ??= await trees.Read(commit, cancellationToken);
                var item = tree.GetValueOrDefault(file.Filename) ?? throw new GitHubException(GitHubProblem.Unreadable, $"GitHub contradicts itself about {file.Filename} in {commit}");
                (blob, size) = (item.Sha, item.IsFile ? item.Size ?? 0 : 0);
                texts.Size(blob, size);
                await ReadText(file.Filename, blob, size, withTexts, cancellationToken);
            }

            changes.Add(new FileChange(file.Filename, before, blob, texts.SizeOf(blob)!.Value, written));
        }

        return [.. changes.OrderBy(c => c.Path, StringComparer.Ordinal)];
    }

    /// <summary>GitHub calls two files one that moved where half of the text is the same; a clone is read with a higher bar.</summary>
    private static bool IsAnother(Patch? patch, IReadOnlyDictionary<string, long> sizesBefore, string before) =>
        patch is { IsUnsound: false } && sizesBefore.TryGetValue(before, out var size) && patch.Likeness(size) < Patch.Alike;

    /// <summary>Whether the size of a file is known now, and its text if it is to be read. Otherwise only the tree can tell.</summary>
    private async Task<bool> Know(FileFacts file, string blob, Patch? patch, long? sizeBefore, bool withTexts, CancellationToken cancellationToken)
    {
        if (file.Status == "changed")
        {
            return false;
        }

        if (texts.SizeOf(blob) is { } known)
        {
            await ReadText(file.Filename, blob, known, withTexts, cancellationToken);
            return true;
        }

        if (patch?.NewText(blob) is { } whole)
        {
            return Take(file.Filename, blob, Encoding.UTF8.GetBytes(whole));
        }

        if (withTexts)
        {
            return FileForm.Of(FileForm.NameOf(file.Filename)).Form == FileFormKind.Text
                && await repository.Blob(blob, cancellationToken) is { } text
                && Take(file.Filename, blob, text);
        }

        if (patch is { IsUnsound: false } && sizeBefore is { } before && before - patch.Removed + patch.Added is >= 0 and var after)
        {
            texts.Size(blob, after);
            return true;
        }

        return false;
    }

    private bool Take(string path, string blob, byte[] text)
    {
        if (CouldBeLink(text))
        {
            return false;
        }

        texts.Text(blob, path, text);
        return true;
    }

    private async Task ReadText(string path, string blob, long size, bool withTexts, CancellationToken cancellationToken)
    {
        if (withTexts && UpdateText.IsWorthReading(path, size) && !texts.IsRead(blob) && await repository.Blob(blob, cancellationToken) is { } text)
        {
            texts.Text(blob, path, text);
        }
    }

    /// <summary>What a link holds is where it points to, and nothing tells it from a file but the tree.</summary>
    private static bool CouldBeLink(byte[] text) => text.Length is > 0 and < 4096 && !text.Any(b => b is (byte)' ' or (byte)'\n' or (byte)'\t' or 0);
}
