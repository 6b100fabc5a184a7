using System.Globalization;
using System.Text.Json.Nodes;
using AoBot.Playground.Repository;
using AoBot.Playground.Workspace;
using NodaTime.Text;

namespace AoBot.Playground.Scripting;

/// <summary>The repository of the updates: what waits in it, and what fictional partners do in it.</summary>
internal static class RepositoryRoutes
{
    public static void MapRepository(this RouteGroupBuilder scripts)
    {
        scripts.MapGet("/repository", (PlaygroundRepository repository) => ScriptRoutes.Answer(Write(repository)));
        scripts.MapPost("/repository", Do);
    }

    private static async Task<IResult> Do(HttpRequest http, PlaygroundWorkspace workspace, PlaygroundRepository repository, RepositoryWebhook webhook, Doings doings, CancellationToken cancellationToken)
    {
        var request = await ScriptRequest.Read(http, workspace, cancellationToken);
        var act = Act(request, repository);
        var done = await doings.Do(
            async () =>
            {
                act();
                workspace.Feed.Publish(WorkspaceChangeKind.RepositoryChanged);
                await webhook.Tell(cancellationToken);
                return null;
            },
            cancellationToken);
        var answer = Write(repository);
        answer["messages"] = doings.Messages(done.Changes);
        answer["idle"] = done.IsIdle;
        return ScriptRoutes.Answer(answer);
    }

    private static Action Act(ScriptRequest request, PlaygroundRepository repository) => (request.Text("open"), request.Text("merge"), request.Text("close")) switch
    {
        ({ } key, null, null) => Opening(request, repository, key),
        (null, { } number, null) => Ending(number, repository.TryMerge),
        (null, null, { } number) => Ending(number, repository.TryClose),
        _ => throw new ScriptException("Send {\"open\":\"example-foundation\"}, {\"merge\":12} or {\"close\":12}."),
    };

    private static Action Opening(ScriptRequest request, PlaygroundRepository repository, string key)
    {
        var partner = FictionalPartner.All.FirstOrDefault(partner => string.Equals(partner.Key, key, StringComparison.OrdinalIgnoreCase))
            ?? throw new ScriptException($"There is no fictional partner \"{key}\". There are: {string.Join(", ", FictionalPartner.All.Select(partner => partner.Key))}. What real partners did is history.");
        var missing = repository.Missing(partner);
        var month = request.Text("month") switch
        {
            null => missing is [var first, ..] ? first : throw new ScriptException($"{partner.Name} has told of every month so far."),
            { } text => YearMonthPattern.Iso.Parse(text) is { Success: true, Value: var named } ? named : throw new ScriptException($"\"{text}\" is no month. Write for instance \"2024-06\"."),
        };
        return missing.Contains(month)
            ? () => Done(repository.TryOpen(partner, month))
            : throw new ScriptException($"{partner.Name} has nothing to tell of {month.ToString("MMMM uuuu", CultureInfo.InvariantCulture)}: it has done so, or the month is not there yet.");
    }

    private static Action Ending(string number, Func<int, bool> end) =>
        () => Done(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var pull) && end(pull));

    private static void Done(bool isDone)
    {
        if (!isDone)
        {
            throw new ScriptException("No pull request of a fictional partner waits under that number. What real partners did is history.");
        }
    }

    private static JsonObject Write(PlaygroundRepository repository) => new()
    {
        ["pull_requests"] = new JsonArray([.. repository.Open.Select(pull => (JsonNode)new JsonObject
        {
            ["number"] = pull.Number,
            ["partner"] = pull.Partner?.Key,
            ["paths"] = Json.Array(pull.Paths),
            ["opened"] = pull.Opened.UtcDateTime,
            ["merges"] = pull.Merges?.UtcDateTime,
        })]),
        ["fictional_partners"] = new JsonArray([.. FictionalPartner.All.Select(partner => (JsonNode)new JsonObject
        {
            ["key"] = partner.Key,
            ["name"] = partner.Name,
            ["habit"] = partner.Habit,
            ["months"] = Json.Array(repository.Missing(partner).Select(month => month.ToString("uuuu-MM", CultureInfo.InvariantCulture))),
        })]),
    };
}
