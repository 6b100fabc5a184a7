using AoBot;
using AoBot.CommandLine;

return await AoBotCommandLine.Run(args, Console.Out, Console.Error, static hostArguments =>
{
    var builder = WebApplication.CreateBuilder(hostArguments);
    builder.AddAoBot();
    return builder.Build();
});
