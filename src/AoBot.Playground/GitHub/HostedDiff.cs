using System.Text;
using System.Text.Json.Nodes;

namespace AoBot.Playground.GitHub;

/// <summary>What changed between two trees, as GitHub tells it: renames found where half of a text is the same, patches for what is text.</summary>
/// <param name="repository">Where the texts are.</param>
internal sealed class HostedDiff(HostedRepository repository)
{
    private const int Context = 3;

    /// <summary>A patch with more lines than this is left out.</summary>
    private const int MostLines = 3000;

    public IReadOnlyList<JsonObject> Between(IReadOnlyDictionary<string, HostedFile> before, IReadOnlyDictionary<string, HostedFile> after)
    {
        var removed = before.Where(f => !after.ContainsKey(f.Key)).ToDictionary(StringComparer.Ordinal);
        var added = after.Where(f => !before.ContainsKey(f.Key)).ToDictionary(StringComparer.Ordinal);
        var found = new List<JsonObject>();
        foreach (var (path, was) in Renames(removed, added))
        {
            found.Add(File(path, "renamed", removed[was], added[path], was));
            removed.Remove(was);
            added.Remove(path);
        }

        found.AddRange(removed.Select(f => File(f.Key, "removed", f.Value, null, null)));
        found.AddRange(added.Select(f => File(f.Key, "added", null, f.Value, null)));
        found.AddRange(after.Where(f => before.TryGetValue(f.Key, out var old) && old != f.Value).Select(f => File(f.Key, before[f.Key].Mode[..3] == f.Value.Mode[..3] ? "modified" : "changed", before[f.Key], f.Value, null)));
        return [.. found.OrderBy(f => f["filename"]!.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The most alike first; of those that are the same, the ones that keep their names.</summary>
    private List<(string Path, string Was)> Renames(Dictionary<string, HostedFile> removed, Dictionary<string, HostedFile> added)
    {
        var pairs = from to in added
                    from was in removed
                    where to.Value.Mode == was.Value.Mode && to.Value.Mode != "160000"
                    let likeness = Likeness(was.Value.Blob, to.Value.Blob)
                    where likeness >= 0.5
                    orderby likeness descending, Path.GetFileName(was.Key) == Path.GetFileName(to.Key) descending, to.Key, was.Key
                    select (to.Key, Was: was.Key);
        var (taken, found) = (new HashSet<string>(StringComparer.Ordinal), new List<(string, string)>());
        foreach (var (path, was) in pairs)
        {
            if (!taken.Contains("+" + path) && !taken.Contains("-" + was))
            {
                taken.Add("+" + path);
                taken.Add("-" + was);
                found.Add((path, was));
            }
        }

        return found;
    }

    private double Likeness(string before, string after)
    {
        if (before == after)
        {
            return 1;
        }

        var (a, b) = (Text(before), Text(after));
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var pieces = Pieces(b).GroupBy(p => p, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(p => p.Length), StringComparer.Ordinal);
        var common = Pieces(a).GroupBy(p => p, StringComparer.Ordinal).Sum(g => Math.Min(g.Sum(p => p.Length), pieces.GetValueOrDefault(g.Key)));
        return (double)common / Math.Max(a.Length, b.Length);
    }

    /// <summary>Lines, and of a long one each 64 bytes.</summary>
    private static IEnumerable<string> Pieces(byte[] text) => Lines(Encoding.Latin1.GetString(text)).SelectMany(l => l.Chunk(64)).Select(c => new string(c));

    private static List<string> Lines(string text)
    {
        var lines = text.Split('\n').Select(l => l + "\n").ToList();
        lines[^1] = lines[^1][..^1];
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private JsonObject File(string path, string status, HostedFile? before, HostedFile? after, string? was)
    {
        var file = new JsonObject { ["sha"] = (after ?? before)!.Blob, ["filename"] = path, ["status"] = status };
        var patch = before?.Blob == after?.Blob ? null : Patch(before, after);
        file["additions"] = patch?.Split('\n').Count(l => l.StartsWith('+')) ?? 0;
        file["deletions"] = patch?.Split('\n').Count(l => l.StartsWith('-')) ?? 0;
        file["changes"] = file["additions"]!.GetValue<int>() + file["deletions"]!.GetValue<int>();
        if (was is not null)
        {
            file["previous_filename"] = was;
        }

        if (patch is not null)
        {
            file["patch"] = patch;
        }

        return file;
    }

    /// <summary>None for what is no text, is empty, or is too long.</summary>
    private string? Patch(HostedFile? before, HostedFile? after)
    {
        var (old, now) = (Shown(before), Shown(after));
        if (old.Contains((byte)0) || now.Contains((byte)0))
        {
            return null;
        }

        // What both begin and end with stays; all between went and came. It is a patch, if not the shortest.
        var (a, b) = (Lines(Encoding.UTF8.GetString(old)), Lines(Encoding.UTF8.GetString(now)));
        var (head, tail) = (0, 0);
        while (head < a.Count && head < b.Count && a[head] == b[head])
        {
            head++;
        }

        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        var (from, to) = (Math.Max(0, head - Context), Math.Min(Context, tail));
        var lines = a[from..head].Select(l => " " + l)
            .Concat(a[head..^tail].Select(l => "-" + l))
            .Concat(b[head..^tail].Select(l => "+" + l))
            .Concat(a[^tail..].Take(to).Select(l => " " + l))
            .ToList();
        if (lines.Count is 0 or > MostLines)
        {
            return null;
        }

        var (oldCount, newCount) = (lines.Count(l => l[0] != '+'), lines.Count(l => l[0] != '-'));
        var hunk = new StringBuilder($"@@ -{(oldCount == 0 ? 0 : from + 1)},{oldCount} +{(newCount == 0 ? 0 : from + 1)},{newCount} @@\n");
        foreach (var line in lines)
        {
            hunk.Append(line.EndsWith('\n') ? line : line + "\n\\ No newline at end of file\n");
        }

        return hunk.ToString().TrimEnd('\n');
    }

    private byte[] Shown(HostedFile? file) => file is null ? [] : file.Mode == "160000" ? Encoding.ASCII.GetBytes($"Subproject commit {file.Blob}\n") : Text(file.Blob);

    private byte[] Text(string blob) => repository.Blob(blob) ?? [];
}
