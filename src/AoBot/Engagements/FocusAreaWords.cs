namespace AoBot.Engagements;

/// <summary>How the key areas are named and asked for.</summary>
public static class FocusAreaWords
{
    public static string Words(this FocusArea area) => area switch
    {
        FocusArea.Staffing => "Security staffing",
        FocusArea.Registries => "Package registries",
        FocusArea.Audits => "Audits and remediation",
        _ => "Experiments",
    };

    /// <summary>The area that a word stands for, in any case, singular or plural; none if it is no area.</summary>
    public static FocusArea? Parse(string typed) => EngagementDirectory.KeyOf(typed) switch
    {
        "staffing" or "staff" or "role" or "roles" or "securitystaffing" or "securityroles" => FocusArea.Staffing,
        "registry" or "registries" or "packageregistry" or "packageregistries" or "repository" or "repositories" or "artifactrepositories" or "packages" => FocusArea.Registries,
        "audit" or "audits" or "remediation" or "auditsandremediation" or "securityaudit" or "securityaudits" => FocusArea.Audits,
        "experiment" or "experiments" or "experimentation" => FocusArea.Experiments,
        _ => null,
    };

    /// <summary>The one word that people can type for an area.</summary>
    public static string Typed(this FocusArea area) => Typeable[(int)area];

    /// <summary>What people can type for each area.</summary>
    public static IReadOnlyList<string> Typeable { get; } = ["staffing", "registries", "audits", "experiments"];
}
