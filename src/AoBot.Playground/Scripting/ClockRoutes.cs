using System.Text.Json.Nodes;
using AoBot.Playground.Bot;
using AoBot.Playground.Clock;
using AoBot.Playground.Workspace;
using NodaTime;

namespace AoBot.Playground.Scripting;

/// <summary>The clock: looked at, and moved on.</summary>
internal static class ClockRoutes
{
    private const string Next = "next";

    public static void MapClock(this RouteGroupBuilder scripts)
    {
        scripts.MapGet("/clock", async (TimePlayer player, BotHost bot, CancellationToken cancellationToken) => ScriptRoutes.Answer(await Write(player, await Zone(bot, cancellationToken), cancellationToken)));
        scripts.MapPost("/clock", Move);
    }

    private static async Task<IResult> Move(HttpRequest http, PlaygroundWorkspace workspace, TimePlayer player, BotHost bot, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var zone = await Zone(bot, cancellationToken);
        var now = Instant.FromDateTimeOffset(player.Now);
        var target = await Target(request, now, zone, player, cancellationToken);
        if (target < now)
        {
            throw new ScriptException("The clock does not go back. Reset the Playground to begin anew.");
        }

        if (target - now > Duration.FromTimeSpan(TimePlayer.Longest))
        {
            throw new ScriptException("That is too far: at most two years at once.");
        }

        var changes = request.Text("to") is Next ? await player.PlayUntilSaid(target.ToDateTimeOffset(), cancellationToken) : await player.PlayTo(target.ToDateTimeOffset(), cancellationToken);
        var answer = await Write(player, zone, cancellationToken);
        answer["sent"] = doings.Messages(changes);
        return ScriptRoutes.Answer(answer);
    }

    private static async Task<Instant> Target(ScriptRequest request, Instant now, DateTimeZone zone, TimePlayer player, CancellationToken cancellationToken)
    {
        switch (request.Text("advance"), request.Text("to"))
        {
            case ({ } period, null):
                return ClockTarget.Advance(period, now, zone) ?? throw new ScriptException($"\"{period}\" is no length of time. Write for instance \"P1D\" for a day or \"PT1H\" for an hour.");
            case (null, Next):
                return await player.Next(cancellationToken) is { } due ? Instant.FromDateTimeOffset(due) : throw new ScriptException("Nothing is ahead. Go on by a time, for instance {\"advance\":\"P1D\"}.");
            case (null, { } text):
                return ClockTarget.To(text, zone) ?? throw new ScriptException($"\"{text}\" is no time. Write for instance \"2024-07-05T09:00\" or \"2024-07-05T13:00:00Z\", or \"next\".");
            default:
                throw new ScriptException("Send either {\"advance\":\"P1D\"} or {\"to\":\"2024-07-05T09:00\"}.");
        }
    }

    /// <summary>The program's zone; New York where the bot is not ours.</summary>
    private static async Task<DateTimeZone> Zone(BotHost bot, CancellationToken cancellationToken) =>
        (await bot.Services(cancellationToken))?.GetRequiredService<ProgramClock>().Zone ?? DateTimeZoneProviders.Tzdb["America/New_York"];

    private static async Task<JsonObject> Write(TimePlayer player, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var now = player.Now;
        return new JsonObject
        {
            ["now"] = now.UtcDateTime,
            ["local"] = Instant.FromDateTimeOffset(now).InZone(zone).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm:ss", null),
            ["zone"] = zone.Id,
            ["next"] = (await player.Next(cancellationToken))?.UtcDateTime,
        };
    }
}
