using System.Globalization;
using AoBot.Playground.Repository;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace AoBot.Playground.Page;

/// <summary>The pages that the bot's links to the repository lead to.</summary>
internal static class RepositoryPages
{
    public static void MapRepository(this RouteGroupBuilder page)
    {
        page.MapGet($"/{PlaygroundRepository.FullName}", Whole);
        page.MapGet($"/{PlaygroundRepository.FullName}/tree/{{commit}}/{{**path}}", Whole);
        page.MapGet($"/{PlaygroundRepository.FullName}/blob/{{commit}}/{{**path}}", File);
        page.MapGet($"/{PlaygroundRepository.FullName}/pull/{{number:int}}", Pull);
    }

    private static RazorComponentResult<RepositoryPage> Whole(HttpRequest http, PlaygroundRepository repository, TimeProvider clock)
    {
        var (files, open) = (repository.Files, repository.Open);
        return Shown(
            http,
            "What the repository holds",
            [$"{"file".ToQuantity(files.Count)} on {Day(clock.GetUtcNow())}; {(open.Count == 0 ? "no pull request is open" : $"{"pull request".ToQuantity(open.Count)} open")}."],
            ("Files", files),
            ("Open", open),
            ("Head", repository.Head));
    }

    private static IResult File(HttpRequest http, string commit, string path, PlaygroundRepository repository) =>
        repository.SizeOf(commit, path) is { } size
            ? Shown(http, path[(path.LastIndexOf('/') + 1)..], [path, string.Create(CultureInfo.InvariantCulture, $"{size:N0} bytes, as of commit {commit[..Math.Min(10, commit.Length)]}.")])
            : TypedResults.NotFound();

    private static IResult Pull(HttpRequest http, int number, PlaygroundRepository repository)
    {
        if (repository.Find(number) is not var (pull, paths))
        {
            return TypedResults.NotFound();
        }

        var state = pull switch
        {
            { Merged: { } merged } => $"Merged on {Day(merged)}.",
            { Closed: { } closed } => $"Closed on {Day(closed)}, not merged.",
            _ => "Open: it waits for a review.",
        };
        return Shown(http, $"Pull request #{number}", [$"Opened on {Day(pull.Opened)}. {state}", .. paths]);
    }

    private static string Day(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InUtc().ToString("dddd, MMMM d, uuuu", CultureInfo.InvariantCulture);

    private static RazorComponentResult<RepositoryPage> Shown(HttpRequest http, string title, IReadOnlyList<string> lines, params (string Name, object? Value)[] more)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Title"] = title, ["Lines"] = lines, ["Theme"] = PageRoutes.ThemeOf(http) };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return new(parameters);
    }
}
