namespace AoBot.Engagements;

/// <summary>The four key areas that the fund works in.</summary>
public enum FocusArea
{
    /// <summary>Dedicated security roles within ecosystems and foundations.</summary>
    Staffing,

    /// <summary>Artifact repositories and package registries.</summary>
    Registries,

    /// <summary>Security audits and remediation.</summary>
    Audits,

    Experiments,
}
