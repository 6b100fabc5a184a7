using AoBot.Benchmarks;

const string usage = """
    Measures AoBot against its figures, on this machine and in this run. Other work on the machine makes them worthless.
      dotnet run -c Release --project tests/AoBot.Benchmarks -- status   requests per second and latency of /ao status
      dotnet run -c Release --project tests/AoBot.Benchmarks -- start    from process start to the first right answer, and memory
      dotnet run -c Release --project tests/AoBot.Benchmarks -- size     1,000 engagements and ten years of rows
      dotnet run -c Release --project tests/AoBot.Benchmarks -- decide   10,000 engagements: whom to remind of what
      dotnet run -c Release --project tests/AoBot.Benchmarks -- update   /ao update of 25 partners
      dotnet run -c Release --project tests/AoBot.Benchmarks -- burst    500 people press 20 times each, 1,000 presses a second
      dotnet run -c Release --project tests/AoBot.Benchmarks -- deliver  10,000 messages to 1,000 people: half an hour, as Slack takes 300 a minute
      dotnet run -c Release --project tests/AoBot.Benchmarks -- all      all but the last
    """;

if (args is ["bare", var url, var answerFile])
{
    await BareEndpoint.Run(url, answerFile);
    return 0;
}

if (args is not [var what] || what is not ("status" or "start" or "size" or "decide" or "update" or "burst" or "deliver" or "all"))
{
    Console.Error.WriteLine(usage);
    return 2;
}

var scale = new Scale();
if (what is "decide" or "all")
{
    DecideFigure.Measure(scale);
}

if (what is "decide")
{
    return scale.Conclude();
}

var published = await Published.Make();
if (what is "status" or "all")
{
    await StatusFigure.Measure(published, scale);
}

if (what is "start" or "all")
{
    await StartFigure.Measure(published, scale);
}

if (what is "size" or "all")
{
    await SizeFigure.Measure(published, scale);
}

if (what is "update" or "all")
{
    await UpdateFigure.Measure(published, scale);
}

if (what is "deliver")
{
    await DeliverFigure.Measure(published, scale);
}

if (what is "burst" or "all")
{
    await BurstFigure.Measure(published, scale);
}

return scale.Conclude();
