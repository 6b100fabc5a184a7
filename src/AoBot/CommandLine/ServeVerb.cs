namespace AoBot.CommandLine;

/// <summary>No verb: serves Slack. The port opens only when the settings are whole and the database is ready.</summary>
public static class ServeVerb
{
    public static async Task<int> Run(WebApplication app)
    {
        await using (app)
        {
            app.Services.GetRequiredService<Settings>().CheckForServing();
            app.UseAoBot();
            await app.Services.GetRequiredService<Startup>().Prepare(app.Lifetime.ApplicationStopping);
            try
            {
                await app.RunAsync();
            }
            catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                throw new ConfigurationException("--urls", $"names an address that is taken ({problem.Message})", "stop what listens there, or name another one, for instance --urls http://localhost:5081");
            }

            return AoBotCommandLine.Good;
        }
    }
}
