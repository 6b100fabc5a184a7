namespace AoBot.Engagements;

/// <summary>How often an engagement owes an update.</summary>
public enum Cadence
{
    /// <summary>Nobody said; it is learnt from what comes.</summary>
    Unstated,

    Monthly,
    TwoMonthly,
    Quarterly,
}

/// <summary>How cadences are written in a roster.</summary>
public static class CadenceWords
{
    public const string Known = "monthly, two-monthly or quarterly, or leave it blank";

    /// <summary>Blank for unstated.</summary>
    public static string Words(this Cadence cadence) => cadence switch
    {
        Cadence.Monthly => "monthly",
        Cadence.TwoMonthly => "two-monthly",
        Cadence.Quarterly => "quarterly",
        _ => "",
    };

    /// <summary>None if it is no cadence. "Bimonthly" is none either: it means two things.</summary>
    public static Cadence? Parse(string written) => written.Trim().ToLowerInvariant() switch
    {
        "" => Cadence.Unstated,
        "monthly" => Cadence.Monthly,
        "two-monthly" => Cadence.TwoMonthly,
        "quarterly" => Cadence.Quarterly,
        _ => null,
    };
}
