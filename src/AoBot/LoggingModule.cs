namespace AoBot;

/// <summary>JSON lines where machines read them, plain lines in Development. Never a message's text, a token or a payload.</summary>
public static class LoggingModule
{
    public static void AddAoBotLogging(this IServiceCollection services, IHostEnvironment environment) =>
        services.AddLogging(logging =>
        {
            logging.ClearProviders();
            if (environment.IsProduction())
            {
                logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
            }
            else
            {
                logging.AddSimpleConsole(options => options.SingleLine = true);
            }

            // The address of a request may be a secret: a calendar's is.
            logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

            // Standard output belongs to the answers of the command line.
            services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        });
}
