using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Events;
using AoBot.Home;
using AoBot.KeyResults;
using AoBot.Persistence;
using AoBot.Reports;
using AoBot.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Rendering;

/// <summary>Whatever a report held, and however long: every answer keeps Slack's limits and calls nobody.</summary>
public sealed class LimitsTests
{
    private static readonly string[] Nasty = ["<!channel>", "<!here|x>", "<@U0123456>", "<#C012345>", "<https://evil.example|bank>", "*bold*", "_it_", "`code`", "&amp;", "😀", "\u202e", "a|b", "{ago}", "<!date^1^{ago}|x>", "\n", "words "];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_answer_keeps_the_limits_whatever_a_report_held(int seed)
    {
        await using var desk = await Desk.At(seed: "");
        var random = new Random(seed);
        await desk.Services.GetRequiredService<WriteGate>().Write(
            db =>
            {
                Fill(db, random);
                return Task.FromResult(true);
            },
            CancellationToken.None);
        foreach (var words in new[] { "status", "kr", "kr 1.1", "kr o1", "kr 9.9", "engagement", "engagement audits", "engagement words", "next", "about", "help", Text(random, 300) })
        {
            foreach (var audience in Enum.GetValues<Audience>())
            {
                var answer = await desk.Ask(words, audience);
                var shared = Sharing.AsShared(answer, Text(random, 80), words.Length < 200 ? words : "kr");
                foreach (var body in new[] { Sharing.WithButton(answer, words), shared })
                {
                    Assert.True(BlockValidator.Check(body) is { Count: 0 }, $"seed {seed}, {words}: {string.Join("; ", BlockValidator.Check(body))}");
                    Assert.Empty(Calls(SlackJson.Serialize(body)));
                }
            }
        }

        Assert.Empty(BlockValidator.Check(HomeTab.Render(await desk.Ask("status"), desk.Services.GetRequiredService<ProgramClock>().Today)));
    }

    /// <summary>What would notify somebody or show a link that is not a page of an engagement or report, where Slack would parse it.</summary>
    private static IEnumerable<string> Calls(string json)
    {
        var message = JsonNode.Parse(json)!;
        return Parsed(message["blocks"]!).Append((string)message["text"]!)
            .SelectMany(text => Regex.Matches(text, "<[!@#][^>]*>|<https?://evil[^>]*>").Select(m => m.Value));
    }

    private static IEnumerable<string> Parsed(JsonNode node) => node switch
    {
        JsonObject mrkdwn when (string?)mrkdwn["type"] == "mrkdwn" => [(string)mrkdwn["text"]!],
        JsonObject members => members.Where(m => m.Value is not null).SelectMany(m => Parsed(m.Value!)),
        JsonArray items => items.SelectMany(i => Parsed(i!)),
        _ => [],
    };

    private static void Fill(AoBotDbContext db, Random random)
    {
        var day = new LocalDate(2024, 6, 21);
        var report = new TacReport { Initiative = Text(random, 200), Year = 2024, Quarter = 2, SpeaksOf = day, FileName = "x.md", ContentHash = "x", ImportedAt = Instant.FromUtc(2024, 6, 21, 0, 0), Purpose = Text(random, 5_000) };
        report.Team.AddRange(Enumerable.Range(1, 80).Select(i => new TeamMember { Order = i, Name = Text(random, 90), Affiliation = Text(random, 90) }));
        report.KeyAreas.AddRange(Enumerable.Range(1, 30).Select(i => new KeyArea { Order = i, Text = Text(random, 900) }));
        report.Funding.Add(new FundingFigure { Year = 2024, Kind = FundingKind.Spent, Cents = 1, AsWritten = Text(random, 500) });
        db.Add(report);
        for (var o = 1; o <= random.Next(1, 15); o++)
        {
            var objective = new Objective { Year = 2024, Number = o, Title = Text(random, 3_500), SpeaksOf = day };
            for (var k = 1; k <= random.Next(1, 12); k++)
            {
                var keyResult = new KeyResult { Objective = objective, Number = k, Text = Text(random, 4_000), Deadline = day.PlusDays(random.Next(-20, 30)), SpeaksOf = day };
                keyResult.CheckIns.AddRange(Enumerable.Range(0, random.Next(0, 40)).Select(i => new CheckIn { KeyResult = keyResult, SpeaksOf = day.PlusDays(-i), StatusAsWritten = Text(random, 300), Status = (KeyResultStatus)random.Next(9), Report = report }));
                objective.KeyResults.Add(keyResult);
            }

            db.Add(objective);
        }

        for (var i = 0; i < 120; i++)
        {
            var engagement = new Engagement { Key = $"key{i}", Name = Text(random, 400), SpeaksOf = day, Areas = i % 3 == 0 ? [FocusArea.Audits] : [] };
            engagement.Mentions.Add(new EngagementMention { Engagement = engagement, Report = report, SpeaksOf = day, News = Text(random, 4_000) });
            engagement.Links.Add(new EngagementLink { Url = $"https://example.org/engagements/{i}/{new string('x', random.Next(2_000))}", Title = Text(random, 400), SpeaksOf = day });
            db.Add(engagement);
            db.Add(new PublishedReport { Url = $"https://example.org/{i}", Title = Text(random, 500), Kind = PublishedReportKind.Other, SpeaksOf = day });
            db.Add(new ProgramEvent { Kind = ProgramEventKind.Roundtable, Title = Text(random, 600), Date = day.PlusDays(i), SpeaksOf = day });
        }
    }

    private static string Text(Random random, int most)
    {
        var text = new System.Text.StringBuilder("words");
        for (var length = random.Next(most); text.Length < length;)
        {
            text.Append(Nasty[random.Next(Nasty.Length)]);
        }

        return text.ToString();
    }
}
