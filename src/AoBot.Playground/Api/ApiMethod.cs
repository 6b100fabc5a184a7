namespace AoBot.Playground.Api;

/// <summary>One method of the Web API as the stand-in knows it.</summary>
/// <param name="Name">Slack's name.</param>
/// <param name="PerMinute">How often it may be called, as its tier says; chat.postMessage has rules of its own.</param>
/// <param name="TakesJson">Slack reads a JSON body of methods that write; of those that read, a form or the query alone.</param>
/// <param name="Scope">What the token needs for these arguments; none where any token does.</param>
/// <param name="Run">Does it.</param>
public sealed record ApiMethod(string Name, int PerMinute, bool TakesJson, Func<ApiArguments, string?> Scope, Func<ApiArguments, ApiAnswer> Run)
{
    public Uri Documentation => new("https://docs.slack.dev/reference/methods/" + Name);
}
