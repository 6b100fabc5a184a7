using System.CommandLine;

namespace AoBot.CommandLine;

/// <summary><c>health</c>: asks a running AoBot on this machine whether it is ready; for the container's health check, which has no curl.</summary>
public static class HealthVerb
{
    /// <summary>Where the container listens.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create(VerbContext verbs)
    {
        var url = new Option<string>("--url") { Description = "Where AoBot listens.", DefaultValueFactory = _ => DefaultUrl };
        var command = new Command("health", "Asks a running AoBot whether it is ready.") { url };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var typed = parsed.GetRequiredValue(url);
            if (!Uri.TryCreate(typed, UriKind.Absolute, out var host) || (host.Scheme != Uri.UriSchemeHttp && host.Scheme != Uri.UriSchemeHttps))
            {
                await verbs.Errors.WriteLineAsync($"--url \"{typed}\" is no web address; write for instance {DefaultUrl}");
                return AoBotCommandLine.WrongUsage;
            }

            return await Ask(verbs, new Uri(host, "/health/ready"), cancellationToken);
        });
        return command;
    }

    private static async Task<int> Ask(VerbContext verbs, Uri ready, CancellationToken cancellationToken)
    {
        // It asks itself: a proxy that the machine uses for the outside is not asked.
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(ready, cancellationToken);
            await verbs.Output.WriteLineAsync(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.StatusCode == System.Net.HttpStatusCode.OK ? AoBotCommandLine.Good : AoBotCommandLine.BadInput;
        }
        catch (HttpRequestException problem)
        {
            await verbs.Errors.WriteLineAsync($"{ready} does not answer: {problem.Message}");
            return AoBotCommandLine.BadInput;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await verbs.Errors.WriteLineAsync($"{ready} did not answer within {Patience.TotalSeconds} seconds.");
            return AoBotCommandLine.BadInput;
        }
    }
}
