namespace AoBot.Doctor;

/// <summary>What AoBot asks of a workspace, and for what. README and the manifest say the same; a test compares them.</summary>
public static class Scopes
{
    /// <summary>Without one of these a part of AoBot does not work.</summary>
    public static IReadOnlyDictionary<string, string> Base { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["commands"] = "/ao is answered",
        ["chat:write"] = "answers to mentions, welcomes and shared answers are posted",
        ["users:read"] = "people's names and who is a full member are known",
        ["app_mentions:read"] = "mentions are heard",
        ["channels:read"] = "newcomers to the channel are welcomed",
    };
}
