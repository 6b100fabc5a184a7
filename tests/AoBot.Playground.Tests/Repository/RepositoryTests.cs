using System.Net;
using System.Text.Json.Nodes;
using AoBot.Playground.Repository;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Repository;

/// <summary>The partners' repository as the clock goes on, and what AoBot knows of it; a fixture of its own, as the clock never goes back.</summary>
public sealed class RepositoryTests(RealBot playground) : IClassFixture<RealBot>
{
    /// <summary>When the last of five was merged that day; the first was two minutes before.</summary>
    private static readonly DateTimeOffset Together = new(2024, 7, 1, 15, 51, 13, TimeSpan.Zero);

    [Fact]
    public async Task A_partner_goes_from_not_in_to_in_review_to_received_as_the_clock_moves()
    {
        Assert.Equal(200, (await playground.Script("reset", new { })).Status);

        // A real partner's days, as they were.
        Assert.Contains("Rust Foundation: in review, since Tuesday, June 25", await Update(), StringComparison.Ordinal);
        Assert.Contains("Python Software Foundation: not in yet", await Update(), StringComparison.Ordinal);

        await To("2024-06-28T21:10:00Z");
        Assert.Contains("Python Software Foundation: in review, since Friday, June 28", await Update(), StringComparison.Ordinal);

        // What is merged within minutes is one thing to stop at.
        await To("2024-07-01T15:40:00Z");
        Assert.InRange((await To("next"))["now"]!.GetValue<DateTimeOffset>(), Together, Together.AddMinutes(2));
        Assert.Contains("Rust Foundation: received, landed Monday, July 1", await Update(), StringComparison.Ordinal);
        Assert.Contains("Python Software Foundation: received, landed Monday, July 1", await Update(), StringComparison.Ordinal);

        // A fictional one's, by its habit.
        await To("2024-07-09T09:00");
        Assert.Contains("Example Foundation (fictional): not in yet", await Update(), StringComparison.Ordinal);
        await To("2024-07-10T08:00:00Z");
        Assert.Contains("Example Foundation (fictional): in review, since Wednesday, July 10", await Update(), StringComparison.Ordinal);
        await To("2024-07-12T15:00:00Z");
        Assert.Contains("Example Foundation (fictional): received, landed Friday, July 12", await Update(), StringComparison.Ordinal);

        // The bot knew at once, by the webhook, whose signature it took for good.
        var told = playground.Get<RequestLog>().All.Where(request => request.Path == "/github/webhook").ToList();
        Assert.NotEmpty(told);
        Assert.All(told, request => Assert.Equal((202, (bool?)true), (request.Status, request.IsSignatureGood)));
    }

    [Fact]
    public async Task A_visitor_opens_closes_and_merges_for_a_fictional_partner_and_for_nobody_else()
    {
        Assert.Equal(200, (await playground.Script("reset", new { })).Status);
        await To("2024-07-01T09:00");

        var number = Number(await Do(new { open = "placeholder-project" }));
        Assert.Contains("Placeholder Project (fictional): in review, since Monday, July 1", await Update(), StringComparison.Ordinal);
        await Do(new { close = number });
        Assert.Contains("Placeholder Project (fictional): not in yet", await Update(), StringComparison.Ordinal);
        var second = Number(await Do(new { open = "placeholder-project", month = "2024-06" }));
        Assert.NotEqual(number, second);
        await Do(new { merge = second });
        Assert.Contains("Placeholder Project (fictional): received, landed Monday, July 1", await Update(), StringComparison.Ordinal);

        // Its habit would have been later; that happens no more.
        await To("2024-07-25T09:00");
        Assert.Contains("Placeholder Project (fictional): received, landed Monday, July 1", await Update(), StringComparison.Ordinal);

        Assert.Contains("has nothing to tell of June 2024", (await playground.Script("repository", new { open = "placeholder-project", month = "2024-06" })).Error, StringComparison.Ordinal);
        Assert.Contains("What real partners did is history", (await playground.Script("repository", new { open = "rust" })).Error, StringComparison.Ordinal);
        Assert.Contains("is no month", (await playground.Script("repository", new { open = "placeholder-project", month = "June" })).Error, StringComparison.Ordinal);
        Assert.Contains("No pull request of a fictional partner waits", (await playground.Script("repository", new { merge = second })).Error, StringComparison.Ordinal);
        Assert.Contains("Send {", (await playground.Script("repository", new { })).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_repository_holds_is_on_a_page_and_so_is_where_each_link_of_an_answer_leads()
    {
        Assert.Equal(200, (await playground.Script("reset", new { })).Status);
        var page = await playground.Http.GetStringAsync(PlaygroundRepository.FullName);
        Assert.Contains("2 pull requests open", page, StringComparison.Ordinal);
        Assert.Contains("Rust Foundation/update-2024-06.md", page, StringComparison.Ordinal);
        Assert.DoesNotContain("update-2024-07", page, StringComparison.Ordinal);

        var answer = await playground.Script("command", new { user = "fay", channel = "#alpha_omega", text = "update rust" });
        var links = Links(answer.Body["answer"]!).Where(link => link.Contains(PlaygroundRepository.FullName, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains(links, link => link.Contains("/pull/", StringComparison.Ordinal));
        Assert.Contains(links, link => link.Contains("/blob/", StringComparison.Ordinal));
        foreach (var link in links)
        {
            using var shown = await playground.Http.GetAsync(new Uri(link));
            Assert.True(shown.StatusCode == HttpStatusCode.OK, link);
        }

        using var gone = await playground.Http.GetAsync($"{PlaygroundRepository.FullName}/pull/99999");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static IEnumerable<string> Links(JsonNode? node) => node switch
    {
        JsonObject json => (json["type"]?.ToString() == "link" ? [json["url"]!.ToString()] : Enumerable.Empty<string>()).Concat(json.SelectMany(member => Links(member.Value))),
        JsonArray list => list.SelectMany(Links),
        _ => [],
    };

    private static int Number(JsonNode answer) => answer["pull_requests"]!.AsArray().First(pull => pull!["partner"]?.ToString() == "placeholder-project")!["number"]!.GetValue<int>();

    /// <summary>What everybody may know.</summary>
    private async Task<string> Update() => (await playground.Message("command", new { user = "gus", channel = "#alpha_omega", text = "update 2024-06" }))["text"]!.ToString();

    private async Task<JsonNode> To(string target) => await Done("clock", new { to = target });

    private async Task<JsonNode> Do(object body) => await Done("repository", body);

    private async Task<JsonNode> Done(string route, object body)
    {
        var answer = await playground.Script(route, body);
        Assert.True(answer.Status == 200, answer.Body.ToJsonString());
        Assert.Equal("true", answer.Body["idle"]?.ToJsonString() ?? "true");
        return answer.Body;
    }
}
