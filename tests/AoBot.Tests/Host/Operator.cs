using AoBot.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Host;

/// <summary>What came of a command line.</summary>
public sealed record CommandResult(int Code, string Output, string Errors)
{
    public string All => Output + Errors;
}

/// <summary>An operator at a terminal, in a workspace's folder.</summary>
public static class Operator
{
    public static Task<CommandResult> Run(this Workspace workspace, params string[] arguments) => workspace.RunWith(null, arguments);

    public static async Task<CommandResult> RunWith(this Workspace workspace, Action<IServiceCollection>? change, params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await Patience.For(Task.Run(() => AoBotCommandLine.Run(arguments, output, errors, (forHost, verbs) => workspace.Build(forHost, services =>
        {
            change?.Invoke(services);
            verbs(services);
        }))));
        return new CommandResult(code, output.ToString(), errors.ToString());
    }
}
