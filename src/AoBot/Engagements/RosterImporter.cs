using System.Text;

namespace AoBot.Engagements;

/// <summary>Makes a file the roster. The file is the whole roster: what is not in it is removed.</summary>
public sealed class RosterImporter(RosterRegister register)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a file is meant as a roster and not as something else.</summary>
    public static bool IsMeant(byte[] content) => RosterFile.IsMeant(Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, 4096)));

    public async Task<RosterImportResult> Import(byte[] content, string actor, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return new RosterImportResult.Refused([new RosterProblem(1, "The file is not UTF-8. Save it as CSV in UTF-8.")]);
        }

        var reading = RosterFile.Read(text);
        if (reading.Roster is not { } roster)
        {
            return new RosterImportResult.Refused(reading.Problems);
        }

        var outcome = await register.Change(
            actor,
            triggerId: null,
            before => roster.Rows.Count == 0 && before.Rows.Count > 0
                ? new RosterEdit.Refused([new RosterFieldFault(null, $"The file has no row, and would remove all {before.Rows.Count} engagements. End them instead.")])
                : new RosterEdit.To(roster, Key: null),
            cancellationToken);
        return outcome switch
        {
            RosterOutcome.Refused refused => new RosterImportResult.Refused([.. refused.Faults.Select(f => new RosterProblem(1, f.Message))]),
            RosterOutcome.Done done => new RosterImportResult.Imported(roster.Rows.Count, done.Differences, done.IsWritten),
            _ => throw new InvalidOperationException("An outcome is one of the two."),
        };
    }
}

/// <summary>What came of an import.</summary>
public abstract record RosterImportResult
{
    private RosterImportResult()
    {
    }

    public sealed record Refused(IReadOnlyList<RosterProblem> Problems) : RosterImportResult;

    /// <param name="Rows">How many the roster has now.</param>
    /// <param name="Differences">To what it was.</param>
    /// <param name="IsWritten">Whether anything is new, be it only the order of rows or columns.</param>
    public sealed record Imported(int Rows, IReadOnlyList<RosterDifference> Differences, bool IsWritten) : RosterImportResult;
}
