namespace AoBot.Playground;

/// <summary>What may stand on the command line, and what is wrong with what does.</summary>
public static class PlaygroundArguments
{
    public const string Usage = """
        The Playground: a small Slack workspace in a browser page, with the real AoBot behind it.

          --urls http://localhost:5081        another port than 5080
          --data FILE                         keep everything: the bot's database in FILE, messages, views and the clock in FILE.workspace.json
          --Clock:Start=2024-07-01T13:00:00Z  where the program's clock begins
          --Program:TimeZone=Europe/Berlin    and other settings of the program: Holidays, CalendarLink, SeedFile
          --scopes chat:write,users:read      what the bot's token may do
          --manifest FILE                     another app manifest: commands, events, shortcuts, scopes
          --bot URL --signing-secret S --token T
                                              play Slack for a bot of your own that listens at URL

        docs/playground.md says more.
        """;

    private static readonly string[] Known = ["urls", "data", "Clock:Start", "scopes", "manifest", "bot", "signing-secret", "token", "environment", "Program:TimeZone", "Program:Holidays", "Program:CalendarLink", "Program:SeedFile"];

    /// <summary>The first argument that means nothing here; none where all do.</summary>
    public static string? Unknown(IEnumerable<string> arguments)
    {
        var isValue = false;
        foreach (var argument in arguments)
        {
            if (isValue || !argument.StartsWith("--", StringComparison.Ordinal))
            {
                if (!isValue)
                {
                    return argument;
                }

                isValue = false;
                continue;
            }

            var key = argument[2..].Split('=')[0];
            if (!Known.Contains(key, StringComparer.OrdinalIgnoreCase) && !key.StartsWith("Program:Holidays", StringComparison.OrdinalIgnoreCase) && !key.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase))
            {
                return argument;
            }

            isValue = !argument.Contains('=', StringComparison.Ordinal);
        }

        return null;
    }

    /// <exception cref="ConfigurationException">Nobody can listen there.</exception>
    public static void CheckUrls(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var problem = Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) ? Problem(address) : "which is no web address";
            if (problem is not null)
            {
                throw new ConfigurationException("--urls", $"is \"{url}\", {problem}", "write for instance --urls http://localhost:5081");
            }
        }
    }

    private static string? Problem(Uri address) => address switch
    {
        { Scheme: "https" } => "and the Playground has no certificate",
        { Scheme: not "http" } or { Host: "unix" } => "which is no web address",
        { AbsolutePath: not "/" } => "which has a path",
        { Port: 0, Host: "localhost" } => "and a port that the system chooses goes with 127.0.0.1 alone",
        _ => null,
    };
}
