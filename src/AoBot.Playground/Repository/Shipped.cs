namespace AoBot.Playground.Repository;

/// <summary>The files that are part of the program.</summary>
internal static class Shipped
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(Shipped).Assembly.GetManifestResourceStream($"{typeof(Shipped).Namespace}.{name}")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
