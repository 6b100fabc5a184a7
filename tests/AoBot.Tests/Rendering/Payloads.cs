namespace AoBot.Tests.Rendering;

/// <summary>Rendered payloads for the check against Slack's own types, where <c>AOBOT_PAYLOADS</c> names a folder.</summary>
internal static class Payloads
{
    public static void Write(string name, string kind, string json)
    {
        if (Environment.GetEnvironmentVariable("AOBOT_PAYLOADS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"aobot-{name}.json"), $$"""{"kind": "{{kind}}", "payload": {{json}}}""");
        }
    }
}
