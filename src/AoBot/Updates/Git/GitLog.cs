using System.Globalization;
using NodaTime;

namespace AoBot.Updates.Git;

/// <summary>A commit of <c>git log --raw -z</c>.</summary>
/// <param name="Id">Whole.</param>
/// <param name="Committed">The committer date.</param>
/// <param name="Authored">The author date.</param>
/// <param name="Changes">What it changed.</param>
internal sealed record LoggedCommit(string Id, Instant Committed, Instant Authored, IReadOnlyList<LoggedChange> Changes);

/// <param name="Path">Where it is; of a deleted file, where it was.</param>
/// <param name="PreviousPath">Where a renamed file was.</param>
/// <param name="Blob">None when it was deleted.</param>
/// <param name="IsFile">Or a link or a submodule, which holds no text of its own.</param>
internal sealed record LoggedChange(string Path, string? PreviousPath, string? Blob, bool IsFile);

/// <summary>Reads the output of <c>git log --raw -z --no-abbrev</c>, in which file names may hold anything but a zero byte.</summary>
internal static class GitLog
{
    /// <summary>What a commit begins with: its id and two times, after a byte that no field begins with.</summary>
    public const string Format = "--format=%x01%H %ct %at";

    private const char Begin = '\u0001';

    public static IReadOnlyList<LoggedCommit> Read(string output)
    {
        var commits = new List<LoggedCommit>();
        var changes = new List<LoggedChange>();
        var fields = output.Split('\0');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i].TrimStart('\n');
            if (field.StartsWith(Begin))
            {
                changes = [];
                commits.Add(Commit(field[1..], changes));
            }
            else if (field.StartsWith(':'))
            {
                // :100644 100644 <old id> <new id> R096, then one name or two
                var parts = field.Split(' ');
                var (mode, blob, status) = (parts[1], parts[3], parts[4][0]);
                var name = fields[++i];
                var renamed = status == 'R' ? fields[++i] : null;
                var copied = status == 'C' ? fields[++i] : null;
                changes.Add(new LoggedChange(renamed ?? copied ?? name, renamed is null ? null : name, status == 'D' ? null : blob, mode is "100644" or "100755"));
            }
        }

        return commits;
    }

    private static LoggedCommit Commit(string line, List<LoggedChange> changes)
    {
        var parts = line.TrimEnd('\n').Split(' ');
        return new LoggedCommit(parts[0], Time(parts[1]), Time(parts[2]), changes);
    }

    /// <summary>Seconds since 1970; what lies beyond all calendars is brought to their end.</summary>
    public static Instant Time(string seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? Instant.FromUnixTimeSeconds(Math.Clamp(value, 0, 253_402_300_799))
            : Instant.FromUnixTimeSeconds(0);
}
