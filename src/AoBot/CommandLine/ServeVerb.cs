using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace AoBot.CommandLine;

/// <summary>No verb: serves Slack. The port opens only when the settings are whole and the database is ready.</summary>
public static class ServeVerb
{
    public static async Task<int> Run(WebApplication app)
    {
        await using (app)
        {
            app.Services.GetRequiredService<Settings>().CheckForServing();
            CheckAddresses(app.Configuration[WebHostDefaults.ServerUrlsKey]);
            app.UseAoBot();
            await app.Services.GetRequiredService<Startup>().Prepare(app.Lifetime.ApplicationStopping);
            try
            {
                await app.RunAsync();
            }
            catch (Exception problem) when (problem is IOException { InnerException: AddressInUseException } or SocketException)
            {
                throw new ConfigurationException("--urls", $"names an address that cannot be listened to ({problem.Message})", "stop what listens there, or name another one, for instance --urls http://localhost:5081");
            }

            return AoBotCommandLine.Good;
        }
    }

    private static void CheckAddresses(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(url))
            {
                throw new ConfigurationException("--urls", $"holds \"{url}\", which is no address to listen to", "write for instance --urls http://localhost:5081");
            }
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: <= ushort.MaxValue };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
