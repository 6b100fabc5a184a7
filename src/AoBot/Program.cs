using AoBot;
using AoBot.CommandLine;

return await AoBotCommandLine.Run(args, Console.Out, Console.Error, static (hostArguments, change) =>
{
    var builder = WebApplication.CreateBuilder(hostArguments);
    builder.AddAoBot();
    change(builder.Services);
    return builder.Build();
});
