using NodaTime;

namespace AoBot.Updates;

/// <summary>How well the repository is known. Instants are by the program's clock.</summary>
/// <param name="Source"><c>owner/name</c> at GitHub, or the path of a clone; none while nothing was ever tried.</param>
/// <param name="WebUrl">Where people look at it, without a slash at its end; none for a clone.</param>
/// <param name="Branch">The branch that counts.</param>
/// <param name="ReadAt">When it was last read well; none while it never was.</param>
/// <param name="TriedAt">When it was last tried.</param>
/// <param name="Failure">Why the last try failed, with the cure, in words for staff.</param>
/// <param name="IsComplete">Whether the whole history is here: before that nobody is asked for anything.</param>
/// <param name="Progress">How far a first read has come, in words for staff.</param>
public sealed record RepositoryState(string? Source, string? WebUrl, string Branch, Instant? ReadAt, Instant? TriedAt, string? Failure, bool IsComplete, string? Progress)
{
    public static RepositoryState Unread { get; } = new(null, null, "", null, null, null, false, null);

    /// <summary>The page of a file as it was at a commit; none for a clone, which has no pages.</summary>
    public Uri? PageOf(string path, string commit) =>
        WebUrl is null ? null : new Uri($"{WebUrl}/blob/{commit}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}");

    /// <summary>The page of a folder as it was at a commit; none for a clone.</summary>
    public Uri? PageOfFolder(string path, string commit) =>
        WebUrl is null ? null : new Uri($"{WebUrl}/tree/{commit}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}");

    /// <summary>The page of a pull request; none for a clone.</summary>
    public Uri? PageOf(int pullRequest) => WebUrl is null ? null : new Uri(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{WebUrl}/pull/{pullRequest}"));
}
