using System.CommandLine;
using System.Net.Sockets;
using AoBot.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AoBot.CommandLine;

/// <summary>
/// The verbs of the command line. Exit codes: 0 good, warnings included; 1 the input or the configuration is bad;
/// 2 wrong usage.
/// </summary>
public static class AoBotCommandLine
{
    public const int Good = 0;
    public const int BadInput = 1;
    public const int WrongUsage = 2;

    /// <param name="arguments">As the process got them.</param>
    /// <param name="output">Answers.</param>
    /// <param name="errors">Errors, logs and progress.</param>
    /// <param name="build">Makes the application from the arguments that belong to the host (<c>--urls</c>, <c>--Setting:Name=value</c>), with what a verb changes of its services.</param>
    public static async Task<int> Run(string[] arguments, TextWriter output, TextWriter errors, Func<string[], Action<IServiceCollection>, WebApplication> build)
    {
        var (own, forHost) = HostArguments.Split(arguments);
        try
        {
            if (own.Length == 0)
            {
                return await ServeVerb.Run(build(forHost, static _ => { }));
            }

            // What a verb says is its answer; only warnings stand beside it.
            var verbs = new VerbContext(output, errors, (more, change) => build([.. forHost, "--Logging:LogLevel:AoBot=Warning", .. more], change));
            var root = new RootCommand("AoBot, the Slack bot of a small open-source security fund. Without a verb it serves.")
            {
                SayVerb.Create(verbs),
                ImportVerb.Create(verbs),
                ExportVerb.Create(verbs),
                ForgetVerb.Create(verbs),
                LedgerVerb.Create(verbs),
                SimulateVerb.Create(verbs),
                ManifestVerb.Create(verbs),
                DoctorVerb.Create(verbs),
                HealthVerb.Create(verbs),
            };

            var parsed = root.Parse(own);
            if (parsed.Errors.Count > 0)
            {
                foreach (var error in parsed.Errors)
                {
                    await errors.WriteLineAsync(error.Message);
                }

                await errors.WriteLineAsync("How it is used: aobot --help");
                return WrongUsage;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (ConfigurationException problem)
        {
            await errors.WriteLineAsync($"AoBot cannot start. {problem.Message}");
            return BadInput;
        }
        catch (Exception problem) when (problem is SqliteException or DbUpdateException or IOException or UnauthorizedAccessException or SocketException)
        {
            // A locked or full disk, a port that needs rights: the operator's to mend, and no matter for a stack trace.
            await errors.WriteLineAsync($"AoBot cannot go on: {(problem.InnerException ?? problem).Message}. Look at the disk, the rights of the files, and what else uses them, then try again.");
            return BadInput;
        }
    }
}

/// <summary>What a verb works with.</summary>
/// <param name="Output">Answers.</param>
/// <param name="Errors">Errors, logs and progress.</param>
/// <param name="BuildWith">Makes the application, with settings and a change of services of the verb's own; nothing of it is started.</param>
public sealed record VerbContext(TextWriter Output, TextWriter Errors, Func<string[], Action<IServiceCollection>, WebApplication> BuildWith)
{
    public WebApplication Build() => BuildWith([], static _ => { });

    /// <summary>As <see cref="WithDatabase"/>, on a copy that is thrown away: whatever the work does, nothing has changed.</summary>
    public async Task<int> WithThrowawayCopy(Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("aobot-dry-run-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.db");
            await using (var app = Build())
            {
                var database = app.Services.GetRequiredService<SqliteDatabase>();
                if (File.Exists(database.FilePath))
                {
                    await database.Backup(copy, cancellationToken);
                }
            }

            return await (this with { BuildWith = (more, change) => BuildWith([.. more, $"--ConnectionStrings:AoBot=Data Source={copy};Pooling=False"], change) }).WithDatabase(work, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs <paramref name="work"/> with the application's services, after its database is brought up to date.</summary>
    public async Task<int> WithDatabase(Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var app = Build();
        await app.Services.GetRequiredService<Startup>().Prepare(cancellationToken);
        return await work(app.Services);
    }
}
