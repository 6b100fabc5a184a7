namespace AoBot.Events;

/// <summary>What came of saving a window.</summary>
public abstract record GatheringSaved
{
    private GatheringSaved()
    {
    }

    public sealed record Done(int OccurrenceId) : GatheringSaved;

    /// <param name="Faults">Why not, and the cure.</param>
    public sealed record Refused(IReadOnlyList<FieldFault> Faults) : GatheringSaved;

    /// <param name="Words">Why nothing was changed.</param>
    public sealed record Gone(string Words) : GatheringSaved;
}
