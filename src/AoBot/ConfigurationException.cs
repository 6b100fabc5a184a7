namespace AoBot;

/// <summary>A setting that AoBot cannot start with: which, what is wrong with it, and the cure. Shown to the operator without a stack trace.</summary>
public sealed class ConfigurationException(string setting, string problem, string cure)
    : Exception($"{setting} {problem}: {cure}.")
{
    public string Setting { get; } = setting;

    public string Problem { get; } = problem;

    public string Cure { get; } = cure;
}
