using System.Text;

namespace AoBot.Playground.GitHub;

/// <summary>A folder of a commit with the id that git gives it.</summary>
internal sealed class HostedTree
{
    private HostedTree(string sha, IReadOnlyList<(string Name, string Mode, string Sha, HostedTree? Below)> items) => (Sha, Items) = (sha, items);

    public string Sha { get; }

    public IReadOnlyList<(string Name, string Mode, string Sha, HostedTree? Below)> Items { get; }

    public static HostedTree Of(IReadOnlyDictionary<string, HostedFile> files) => Of(files.Select(f => (Parts: f.Key.Split('/'), f.Value)), 0);

    /// <summary>Itself and all folders below.</summary>
    public IEnumerable<HostedTree> All() => Items.Select(i => i.Below).OfType<HostedTree>().SelectMany(t => t.All()).Prepend(this);

    /// <summary>All that lies below, folders before what they hold.</summary>
    public IEnumerable<(string Path, string Mode, string Sha, bool IsTree)> Recursive(string prefix = "")
    {
        foreach (var item in Items)
        {
            yield return (prefix + item.Name, item.Mode, item.Sha, item.Below is not null);
            foreach (var below in item.Below?.Recursive($"{prefix}{item.Name}/") ?? [])
            {
                yield return below;
            }
        }
    }

    private static HostedTree Of(IEnumerable<(string[] Parts, HostedFile File)> files, int depth)
    {
        var items = files.GroupBy(f => (Name: f.Parts[depth], IsTree: f.Parts.Length > depth + 1))
            .Select(g => g.Key.IsTree && Of(g, depth + 1) is { } below ? (g.Key.Name, "040000", below.Sha, below) : (g.Key.Name, g.First().File.Mode, g.First().File.Blob, (HostedTree?)null))
            .OrderBy(i => i.Item4 is null ? i.Name : i.Name + "/", StringComparer.Ordinal)
            .ToList();
        using var content = new MemoryStream();
        foreach (var (name, mode, sha, _) in items)
        {
            content.Write(Encoding.UTF8.GetBytes($"{mode.TrimStart('0')} {name}\0"));
            content.Write(Convert.FromHexString(sha));
        }

        return new HostedTree(HostedRepository.ObjectId("tree", content.ToArray()), items);
    }
}
