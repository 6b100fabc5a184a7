using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AoBot.CommandLine;

/// <summary><c>manifest --url https://host</c>: the app's manifest for that address, to be pasted into Slack.</summary>
public static class ManifestVerb
{
    /// <summary>The address in <c>manifest.json</c> that is replaced.</summary>
    public const string Placeholder = "https://aobot.example.org";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(VerbContext verbs)
    {
        var url = new Option<string>("--url") { Description = "Where Slack reaches AoBot, for instance https://aobot.example.org", Required = true };
        var command = new Command("manifest", "Prints the Slack app's manifest for a host.") { url };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var typed = parsed.GetRequiredValue(url);
            if (!Uri.TryCreate(typed, UriKind.Absolute, out var host) || host.Scheme != Uri.UriSchemeHttps || host.Query.Length > 0 || host.Fragment.Length > 0 || host.UserInfo.Length > 0)
            {
                await verbs.Errors.WriteLineAsync($"--url \"{typed}\" is no address that Slack can call: it begins with https:// and has no query, for instance https://aobot.example.org");
                return AoBotCommandLine.WrongUsage;
            }

            var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "manifest.json"), cancellationToken))!;
            Replace(manifest, host.GetLeftPart(UriPartial.Path).TrimEnd('/'));
            await verbs.Output.WriteLineAsync(manifest.ToJsonString(Indented));
            return AoBotCommandLine.Good;
        });
        return command;
    }

    private static void Replace(JsonNode node, string host)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (value is JsonValue text && text.TryGetValue<string>(out var address) && address.StartsWith(Placeholder, StringComparison.Ordinal))
                    {
                        members[name] = host + address[Placeholder.Length..];
                    }
                    else if (value is not null)
                    {
                        Replace(value, host);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    if (item is not null)
                    {
                        Replace(item, host);
                    }
                }

                break;
        }
    }
}
