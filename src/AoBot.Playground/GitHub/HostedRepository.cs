using System.Security.Cryptography;
using System.Text;

namespace AoBot.Playground.GitHub;

/// <param name="Mode">As git writes it: <c>100644</c> a file, <c>120000</c> a link, <c>160000</c> a submodule.</param>
/// <param name="Blob">The id of what it holds.</param>
public sealed record HostedFile(string Mode, string Blob);

/// <param name="Sha">Its id.</param>
/// <param name="Parents">The first is the line that it stands on.</param>
/// <param name="Authored">When it was written.</param>
/// <param name="Committed">When it was committed.</param>
/// <param name="Files">The whole tree, by path.</param>
public sealed record HostedCommit(string Sha, IReadOnlyList<string> Parents, DateTimeOffset Authored, DateTimeOffset Committed, IReadOnlyDictionary<string, HostedFile> Files);

/// <summary>A pull request with all that will become of it; what is still to come at an instant is not shown.</summary>
/// <param name="Number">As in its address.</param>
/// <param name="Author">The account.</param>
/// <param name="Head">The commit that it offers.</param>
/// <param name="Opened">When it was opened.</param>
public sealed record HostedPull(int Number, string Author, string Head, DateTimeOffset Opened)
{
    public bool Draft { get; init; }

    public DateTimeOffset? Closed { get; init; }

    public DateTimeOffset? Merged { get; init; }

    /// <summary>Where it shall go; none for the default branch.</summary>
    public string? Base { get; init; }

    public DateTimeOffset? Ended => Merged ?? Closed;
}

/// <summary>A repository in memory: commits, texts, where its branches stood when, and pull requests. Filled once or while it is asked; shown as of an instant.</summary>
/// <param name="fullName">Owner and name.</param>
/// <param name="defaultBranch">The branch that counts.</param>
public sealed class HostedRepository(string fullName, string defaultBranch = "main")
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HostedCommit> _commits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly List<(string Branch, DateTimeOffset At, string Head)> _moves = [];
    private readonly Dictionary<int, HostedPull> _pulls = [];

    public string FullName => fullName;

    public string DefaultBranch => defaultBranch;

    /// <summary>Hidden from whoever has no token.</summary>
    public bool IsPrivate { get; set; }

    public HostedCommit? Commit(string sha)
    {
        lock (_lock)
        {
            return _commits.GetValueOrDefault(sha);
        }
    }

    public byte[]? Blob(string sha)
    {
        lock (_lock)
        {
            return _blobs.GetValueOrDefault(sha);
        }
    }

    public void Add(HostedCommit commit)
    {
        lock (_lock)
        {
            _commits[commit.Sha] = commit;
        }
    }

    /// <summary>Keeps a text, and gives the id that git gives it.</summary>
    public string AddBlob(byte[] text)
    {
        var id = ObjectId("blob", text);
        lock (_lock)
        {
            _blobs[id] = text;
        }

        return id;
    }

    /// <summary>From an instant on, a branch stands at a commit: by a push, a merge, or by force.</summary>
    public void MoveBranch(string branch, DateTimeOffset at, string head)
    {
        lock (_lock)
        {
            _moves.Add((branch, at, head));
        }
    }

    /// <summary>Adds a pull request, or puts it in the place of the one with its number.</summary>
    public void Put(HostedPull pull)
    {
        lock (_lock)
        {
            _pulls[pull.Number] = pull;
        }
    }

    public HostedCommit? Head(string branch, DateTimeOffset now)
    {
        lock (_lock)
        {
            var at = _moves.LastOrDefault(m => m.Branch == branch && m.At <= now);
            return at.Head is null ? null : _commits.GetValueOrDefault(at.Head);
        }
    }

    /// <summary>The pull requests that there are by then, with nothing of what comes later.</summary>
    public IReadOnlyList<HostedPull> Pulls(DateTimeOffset now)
    {
        lock (_lock)
        {
            return [.. _pulls.Values.Where(p => p.Opened <= now).OrderBy(p => p.Number).Select(p => p with { Closed = p.Ended <= now ? p.Ended : null, Merged = p.Merged <= now ? p.Merged : null })];
        }
    }

    /// <summary>All that a commit stands on, itself among them.</summary>
    public HashSet<string> Reachable(string head)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([head]);
        while (open.TryPop(out var sha))
        {
            if (Commit(sha) is { } commit && seen.Add(sha))
            {
                foreach (var parent in commit.Parents)
                {
                    open.Push(parent);
                }
            }
        }

        return seen;
    }

    /// <summary>The id that git gives an object.</summary>
    public static string ObjectId(string type, ReadOnlySpan<byte> content)
    {
#pragma warning disable CA5350 // Git names its objects so; nothing is kept safe by it.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(Encoding.ASCII.GetBytes($"{type} {content.Length}\0"));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
