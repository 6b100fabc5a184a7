using AoBot.Engagements;

namespace AoBot.CommandLine;

/// <summary>The roster that a verb was given as a file.</summary>
/// <param name="Roster">None where no file was named.</param>
internal sealed record RosterAtHand(Roster? Roster)
{
    private const long LargestRoster = 5 * 1024 * 1024;

    /// <summary>None where the file cannot be used; standard error says why, with file and line.</summary>
    public static async Task<RosterAtHand?> Read(VerbContext verbs, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return new RosterAtHand(Roster: null);
        }

        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > LargestRoster)
            {
                await verbs.Errors.WriteLineAsync($"{path} {(Directory.Exists(path) ? "is a folder; name one CSV file" : file.Exists ? "is too large to be a roster" : "is not there")}.");
                return null;
            }

            var reading = RosterFile.Read(await File.ReadAllTextAsync(path, cancellationToken));
            foreach (var problem in reading.Problems)
            {
                await verbs.Errors.WriteLineAsync($"{path}:{problem.Line}: {problem.Message}");
            }

            return reading.Roster is null ? null : new RosterAtHand(reading.Roster);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await verbs.Errors.WriteLineAsync($"{path} cannot be read: {problem.Message}");
            return null;
        }
    }
}
