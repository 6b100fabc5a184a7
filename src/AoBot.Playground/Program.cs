using AoBot.Playground;

return await PlaygroundHost.Run(args);
