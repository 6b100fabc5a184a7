using System.Text.Json.Nodes;

namespace AoBot.Playground.Api;

/// <summary>What a method answers.</summary>
/// <param name="Body">With <c>ok</c>.</param>
public sealed record ApiAnswer(JsonObject Body)
{
    public bool IsOk => Body.Flag("ok");

    public string? ErrorCode => Body.Text("error");

    public static ApiAnswer Ok(JsonObject? rest = null)
    {
        var body = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in rest ?? [])
        {
            body[name] = value?.DeepClone();
        }

        return new(body);
    }

    /// <param name="code">Slack's name of the error.</param>
    /// <param name="messages">More about it: what, and where.</param>
    public static ApiAnswer Error(string code, params IEnumerable<string> messages)
    {
        var body = new JsonObject { ["ok"] = false, ["error"] = code };
        var more = Json.Array(messages);
        if (more.Count > 0)
        {
            body["errors"] = more.DeepClone();
            body["response_metadata"] = new JsonObject { ["messages"] = more };
        }

        return new(body);
    }

    /// <summary>https://docs.slack.dev/reference/methods: an argument that is required is missing.</summary>
    public static ApiAnswer Missing(string argument) => Error("invalid_arguments", $"[ERROR] missing required field: {argument}");
}
