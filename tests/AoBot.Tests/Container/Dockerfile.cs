namespace AoBot.Tests.Container;

/// <summary>The Dockerfile, one instruction a line, by stage.</summary>
internal static class Dockerfile
{
    public static IReadOnlyList<Instruction> All { get; } = Read(Repository.Read("Dockerfile"));

    public static IReadOnlyList<string> Of(string stage, string name) => [.. All.Where(i => i.Stage == stage && i.Name == name).Select(i => i.Words)];

    private static IReadOnlyList<Instruction> Read(string text)
    {
        var found = new List<Instruction>();
        var stage = "";
        foreach (var line in text.Replace("\\\n", "", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (name, words) = line.Split(' ', 2) is [var first, var rest] ? (first, rest) : (line, "");
            stage = name == "FROM" ? words.Split(' ')[^1] : stage;
            found.Add(new Instruction(stage, name, words));
        }

        return found;
    }

    /// <param name="Stage">Empty before the first.</param>
    /// <param name="Name">For instance <c>COPY</c>.</param>
    /// <param name="Words">The rest of the line.</param>
    internal sealed record Instruction(string Stage, string Name, string Words);
}
