using AoBot.Playground.GitHub;
using NodaTime;

namespace AoBot.Playground.Repository;

/// <summary>How a pull request stands.</summary>
/// <param name="Number">As in its address.</param>
/// <param name="Partner">The fictional partner whose it is; none for a real one's.</param>
/// <param name="Month">What a fictional partner tells of.</param>
/// <param name="Paths">The files.</param>
/// <param name="Opened">When.</param>
/// <param name="Merges">When it is merged, if nobody does anything; none where that is past.</param>
public sealed record OpenPull(int Number, FictionalPartner? Partner, YearMonth? Month, IReadOnlyList<string> Paths, DateTimeOffset Opened, DateTimeOffset? Merges);

/// <summary>A file on the branch.</summary>
/// <param name="Path">Where.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Written">When its text was written.</param>
/// <param name="Landed">When that reached the branch.</param>
public sealed record HeldFile(string Path, int Size, DateTimeOffset Written, DateTimeOffset Landed);

/// <summary>What comes next in the repository.</summary>
/// <param name="At">When.</param>
/// <param name="IsMerge">Whether something is merged; else something is pushed.</param>
/// <param name="Whose">The folder, or the fictional partner's name.</param>
public sealed record NextInRepository(DateTimeOffset At, bool IsMerge, string Whose);

/// <summary>A pull request on its way.</summary>
/// <param name="script">What is to come of it.</param>
internal sealed class PlayedPull(ScriptedPull script)
{
    public ScriptedPull Script => script;

    /// <summary>None before it is opened, and after it was closed.</summary>
    public HostedPull? Open { get; set; }

    public bool IsMerged { get; set; }

    /// <summary>How many of its commits were pushed.</summary>
    public int Pushed { get; set; }

    public OpenPull Shown(DateTimeOffset now) =>
        new(Open!.Number, script.Partner, script.Partner is null ? null : script.Month, [.. script.Commits.Take(Pushed).SelectMany(commit => commit.Changes).Select(change => change.Path).Distinct(StringComparer.Ordinal)], Open.Opened, script.Merges > now ? script.Merges : null);
}
