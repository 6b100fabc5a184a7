namespace AoBot.Reports.Reading;

/// <summary>Gathers what the readers of the parts have to say.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public void Note(int line, string message) => _all.Add(new Finding(FindingSeverity.Note, line, message));

    public void Warn(int line, string message) => _all.Add(new Finding(FindingSeverity.Warning, line, message));

    public IReadOnlyList<Finding> ByLine() => [.. _all.OrderBy(f => f.Line).Distinct()];

    /// <summary>So much of a text as shows which one is meant.</summary>
    public static string Quote(string text)
    {
        var one = text.Trim();
        return one.Length <= 80 ? $"\"{one}\"" : $"\"{one[..77].TrimEnd()}…\"";
    }
}
