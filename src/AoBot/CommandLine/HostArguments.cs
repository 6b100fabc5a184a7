namespace AoBot.CommandLine;

/// <summary>Tells the arguments of a verb from those of the host: <c>--urls</c>, <c>--Program:TimeZone=…</c>.</summary>
public static class HostArguments
{
    private static readonly string[] Known = ["--urls", "--environment", "--contentRoot", "--applicationName"];

    public static (string[] Own, string[] ForHost) Split(string[] arguments)
    {
        var own = new List<string>();
        var forHost = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i].Split('=', 2)[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !(Known.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Contains(':', StringComparison.Ordinal)))
            {
                own.Add(arguments[i]);
                continue;
            }

            forHost.Add(arguments[i]);
            if (!arguments[i].Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Length)
            {
                forHost.Add(arguments[++i]);
            }
        }

        return ([.. own], [.. forHost]);
    }
}
