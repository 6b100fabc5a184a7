using System.Globalization;
using System.Text.Json.Nodes;

namespace AoBot.Playground.GitHub;

/// <summary>What one repository answers at an instant.</summary>
/// <param name="repository">Which.</param>
/// <param name="now">As of when.</param>
/// <param name="largestTree">How many entries a recursive tree holds.</param>
/// <param name="address">The address that was asked, without its query, for links to other pages.</param>
/// <param name="query">What was asked.</param>
internal sealed class HostedAnswers(HostedRepository repository, DateTimeOffset now, int largestTree, string address, IQueryCollection query)
{
    private const int MostFiles = 300;
    private const int LargestPage = 100;
    private const int UsualPage = 30;

    private readonly HostedDiff _diff = new(repository);

    public GitHubReply Answer(string[] path) => path switch
    {
        [] => GitHubReply.Ok(new JsonObject { ["full_name"] = repository.FullName, ["private"] = repository.IsPrivate, ["default_branch"] = repository.DefaultBranch }),
        ["branches", .. var branch] => Branch(string.Join('/', branch)),
        ["git", "trees", var tree] => Tree(tree),
        ["git", "blobs", var blob] => Blob(blob),
        ["commits"] => Commits(),
        ["commits", var sha] => Commit(sha),
        ["compare", .. var between] => Compare(string.Join('/', between)),
        ["pulls"] => Pulls(),
        ["pulls", var number, .. var rest] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var pull) => Pull(pull, rest),
        _ => NotFound,
    };

    private static GitHubReply NotFound => GitHubReply.Error(404, "Not Found");

    private GitHubReply Branch(string name) =>
        repository.Head(name, now) is { } head
            ? GitHubReply.Ok(new JsonObject { ["name"] = name, ["commit"] = Facts(head), ["protected"] = false })
            : GitHubReply.Error(404, "Branch not found");

    private GitHubReply Tree(string sha)
    {
        var root = Find(sha) is { } commit ? HostedTree.Of(commit.Files) : null;
        var tree = root ?? repository.Reachable(repository.Head(repository.DefaultBranch, now)?.Sha ?? "").Select(c => HostedTree.Of(repository.Commit(c)!.Files)).SelectMany(t => t.All()).FirstOrDefault(t => t.Sha == sha);
        if (tree is null)
        {
            return NotFound;
        }

        // Any value asks for all that lies below, as GitHub has it.
        var isRecursive = query.ContainsKey("recursive");
        var all = isRecursive ? tree.Recursive().ToList() : [.. tree.Items.Select(i => (Path: i.Name, i.Mode, i.Sha, IsTree: i.Below is not null))];
        var cut = isRecursive && all.Count > largestTree;
        return GitHubReply.Ok(new JsonObject
        {
            ["sha"] = tree.Sha,
            ["tree"] = new JsonArray([.. all.Take(cut ? largestTree : int.MaxValue).Select(i => (JsonNode)Item(i.Path, i.Mode, i.Sha, i.IsTree))]),
            ["truncated"] = cut,
        });
    }

    private JsonObject Item(string path, string mode, string sha, bool isTree)
    {
        var item = new JsonObject { ["path"] = path, ["mode"] = mode, ["type"] = isTree ? "tree" : mode == "160000" ? "commit" : "blob", ["sha"] = sha };
        if (!isTree && repository.Blob(sha) is { } text)
        {
            item["size"] = text.Length;
        }

        return item;
    }

    private GitHubReply Blob(string sha) =>
        repository.Blob(sha) is { } text
            ? GitHubReply.Ok(new JsonObject { ["sha"] = sha, ["size"] = text.Length, ["content"] = Convert.ToBase64String(text, Base64FormattingOptions.InsertLineBreaks), ["encoding"] = "base64" })
            : NotFound;

    private GitHubReply Commits()
    {
        var start = query["sha"] is [{ Length: > 0 } named] ? named : repository.DefaultBranch;
        if (Find(start) is not { } head)
        {
            return NotFound;
        }

        return Page(Walk(head.Sha, query["path"].ToString().TrimEnd('/')), c => Facts(c));
    }

    /// <summary>Newest first; for a path as git does it: at a merge that is no different from a parent below the path, only that parent is followed.</summary>
    private List<HostedCommit> Walk(string head, string path)
    {
        var found = new List<HostedCommit>();
        var open = new PriorityQueue<HostedCommit, (long, int)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        void Open(string sha)
        {
            if (repository.Commit(sha) is { } commit && seen.Add(sha))
            {
                open.Enqueue(commit, (-commit.Committed.ToUnixTimeSeconds(), seen.Count));
            }
        }

        Open(head);
        while (open.TryDequeue(out var commit, out _))
        {
            var same = path.Length == 0 ? null : commit.Parents.FirstOrDefault(p => repository.Commit(p) is { } parent && IsSame(parent, commit, path));
            if (path.Length == 0 || (same is null && !(commit.Parents.Count == 0 && !commit.Files.Keys.Any(f => IsBelow(f, path)))))
            {
                found.Add(commit);
            }

            foreach (var parent in same is null ? commit.Parents : [same])
            {
                Open(parent);
            }
        }

        return found;
    }

    private static bool IsBelow(string file, string path) => file == path || file.StartsWith(path + "/", StringComparison.Ordinal);

    private static bool IsSame(HostedCommit a, HostedCommit b, string path)
    {
        var (left, right) = (a.Files.Where(f => IsBelow(f.Key, path)).ToList(), b.Files.Count(f => IsBelow(f.Key, path)));
        return left.Count == right && left.TrueForAll(f => b.Files.TryGetValue(f.Key, out var other) && other == f.Value);
    }

    private GitHubReply Commit(string sha)
    {
        if (Find(sha) is not { } commit)
        {
            return GitHubReply.Error(422, $"No commit found for SHA: {sha}");
        }

        var files = _diff.Between(commit.Parents.Count > 0 ? repository.Commit(commit.Parents[0])!.Files : new Dictionary<string, HostedFile>(StringComparer.Ordinal), commit.Files);
        return Page(files, file => file, MostFiles, shown => Facts(commit, shown));
    }

    private GitHubReply Compare(string between)
    {
        if (between.Split("...") is not [var from, var to] || Find(from) is not { } before || Find(to) is not { } after)
        {
            return NotFound;
        }

        var (below, above) = (repository.Reachable(before.Sha), repository.Reachable(after.Sha));
        var ahead = Walk(after.Sha, "").Where(c => !below.Contains(c.Sha)).Reverse().ToList();
        var behind = below.Count(c => !above.Contains(c));
        var middle = Walk(after.Sha, "").Find(c => below.Contains(c.Sha));
        if (middle is null)
        {
            return GitHubReply.Error(404, $"No common ancestor between {from} and {to}.");
        }

        var files = _diff.Between(middle.Files, after.Files).Take(MostFiles);
        var isFirst = Number("page", 1) == 1;
        return Page(ahead, c => Facts(c), UsualPage, shown => new JsonObject
        {
            ["status"] = (ahead.Count, behind) switch { (0, 0) => "identical", (_, 0) => "ahead", (0, _) => "behind", _ => "diverged" },
            ["ahead_by"] = ahead.Count,
            ["behind_by"] = behind,
            ["total_commits"] = ahead.Count,
            ["merge_base_commit"] = Facts(middle),
            ["commits"] = shown,
            ["files"] = isFirst ? new JsonArray([.. files]) : [],
        });
    }

    private GitHubReply Pulls()
    {
        var state = query["state"] is [{ Length: > 0 } asked] ? asked : "open";
        var pulls = repository.Pulls(now)
            .Where(p => state == "all" || p.Ended is null == (state == "open"))
            .Where(p => query["base"].Count == 0 || (p.Base ?? repository.DefaultBranch) == query["base"].ToString())
            .OrderBy(p => p.Opened)
            .ToList();
        if (query["direction"].ToString() != "asc")
        {
            pulls.Reverse();
        }

        return Page(pulls, Facts);
    }

    private GitHubReply Pull(int number, string[] rest)
    {
        if (repository.Pulls(now).FirstOrDefault(p => p.Number == number) is not { } pull || repository.Commit(pull.Head) is not { } head)
        {
            return NotFound;
        }

        var below = repository.Head(pull.Base ?? repository.DefaultBranch, pull.Merged is { } merged ? merged.AddTicks(-1) : now) is { } target ? repository.Reachable(target.Sha) : [];
        var middle = Walk(head.Sha, "").Find(c => below.Contains(c.Sha));
        return rest switch
        {
            [] => GitHubReply.Ok(Facts(pull)),
            ["files"] => Page(_diff.Between(middle?.Files ?? new Dictionary<string, HostedFile>(StringComparer.Ordinal), head.Files), file => file),
            ["commits"] => Page([.. Walk(head.Sha, "").Where(c => !below.Contains(c.Sha)).Reverse()], c => Facts(c)),
            _ => NotFound,
        };
    }

    private HostedCommit? Find(string named) => repository.Commit(named) ?? repository.Head(named, now);

    private static JsonObject Facts(HostedCommit commit, JsonArray? files = null)
    {
        var facts = new JsonObject
        {
            ["sha"] = commit.Sha,
            ["commit"] = new JsonObject
            {
                ["author"] = Signature(commit.Authored),
                ["committer"] = Signature(commit.Committed),
                ["message"] = "x",
                ["tree"] = new JsonObject { ["sha"] = HostedTree.Of(commit.Files).Sha },
            },
            ["parents"] = new JsonArray([.. commit.Parents.Select(p => (JsonNode)new JsonObject { ["sha"] = p })]),
        };
        if (files is not null)
        {
            facts["files"] = files;
        }

        return facts;
    }

    private static JsonObject Signature(DateTimeOffset at) => new() { ["name"] = "Somebody", ["email"] = "somebody@example.org", ["date"] = Time(at) };

    private JsonObject Facts(HostedPull pull) => new()
    {
        ["number"] = pull.Number,
        ["state"] = pull.Ended is null ? "open" : "closed",
        ["draft"] = pull.Draft,
        ["title"] = "x",
        ["user"] = new JsonObject { ["login"] = pull.Author },
        ["created_at"] = Time(pull.Opened),
        ["updated_at"] = Time(pull.Ended ?? pull.Opened),
        ["closed_at"] = pull.Ended is { } ended ? Time(ended) : null,
        ["merged_at"] = pull.Merged is { } merged ? Time(merged) : null,
        ["head"] = new JsonObject { ["ref"] = $"update-{pull.Number}", ["sha"] = pull.Head },
        ["base"] = new JsonObject { ["ref"] = pull.Base ?? repository.DefaultBranch, ["sha"] = repository.Head(repository.DefaultBranch, now)?.Sha ?? "" },
    };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private GitHubReply Page<T>(IReadOnlyList<T> all, Func<T, JsonNode> facts, int usual = UsualPage, Func<JsonArray, JsonNode>? around = null)
    {
        var (size, page) = (Math.Clamp(Number("per_page", usual), 1, Math.Max(LargestPage, query["per_page"].Count == 0 ? usual : 0)), Math.Max(1, Number("page", 1)));
        var last = Math.Max(1, (all.Count + size - 1) / size);
        var shown = new JsonArray([.. all.Skip((page - 1) * size).Take(size).Select(facts)]);
        var reply = GitHubReply.Ok(around is null ? shown : around(shown));
        var links = new List<string>();
        if (page < last)
        {
            links.AddRange([Link(page + 1, "next"), Link(last, "last")]);
        }

        if (page > 1)
        {
            links.AddRange([Link(page - 1, "prev"), Link(1, "first")]);
        }

        return links.Count > 0 ? reply.With("Link", string.Join(", ", links)) : reply;
    }

    private string Link(int page, string relation)
    {
        var asked = query.Where(q => q.Key != "page").Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}");
        return $"<{address}?{string.Join('&', asked.Append($"page={page}"))}>; rel=\"{relation}\"";
    }

    private int Number(string name, int otherwise) => int.TryParse(query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
