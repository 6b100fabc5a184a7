namespace AoBot.Events;

/// <summary>What came of saving a window.</summary>
public abstract record GatheringSaved
{
    private GatheringSaved()
    {
    }

    /// <param name="Occurrence">As it is now; none where the same window was saved before.</param>
    public sealed record Done(Occurrence? Occurrence) : GatheringSaved;

    /// <param name="Faults">Why not, and the cure.</param>
    public sealed record Refused(IReadOnlyList<FieldFault> Faults) : GatheringSaved;

    /// <param name="Words">Why nothing was changed.</param>
    public sealed record Gone(string Words) : GatheringSaved;
}
