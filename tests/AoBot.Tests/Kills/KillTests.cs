using System.Globalization;
using AoBot.Outbox;
using AoBot.Tests.Host;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace AoBot.Tests.Kills;

/// <summary>
/// Real processes, really killed, with a Slack that fails meanwhile. <c>AOBOT_KILLS=25</c> kills so often, three of five times with the history to look
/// into. <c>tests/kills.sh 500</c> does so in earnest.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Usual = 2;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_at_any_point_nothing_is_said_twice_and_nothing_is_lost(bool hasHistory)
    {
        var all = int.TryParse(Environment.GetEnvironmentVariable("AOBOT_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 2 * Usual;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("AOBOT_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 1;
        var kills = asked == 0 ? Usual : hasHistory ? all * 3 / 5 : all - (all * 3 / 5);

        await using var workspace = await Workspace.Create();
        await using var slack = await FailingSlack.Start(seed, hasHistory);
        var bot = new KilledBot(workspace, slack, new Random(seed));
        var planned = await bot.Plan(kills);
        slack.IsTroubled = true;
        for (var kill = 0; kill < kills; kill++)
        {
            await bot.Die((DeathMoment)(kill % Enum.GetValues<DeathMoment>().Length));
        }

        await bot.Finish(hasHistory);
        var (sent, uncertain, twice, lost) = await Judge(workspace, slack);
        foreach (var words in lost)
        {
            Say($"Lost: {words}");
        }

        Say($"{kills} kills {(hasHistory ? "with" : "without")} the history (seed {seed}): {sent + uncertain} notices due of {planned}, {sent} sent, {uncertain} uncertain, {twice} twice, {lost.Count} lost; {string.Join(", ", bot.Deaths.Select(d => $"{d.Key} {d.Value}"))}; {string.Join(", ", slack.Troubles.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} {t.Value}"))}");

        Assert.Equal((0, 0), (twice, lost.Count));
        Assert.True(sent > 0);
        if (hasHistory)
        {
            Assert.Equal(0, uncertain);
        }
        else
        {
            var listed = await workspace.Start();
            Assert.Contains(uncertain == 0 ? "Nothing is uncertain" : $"{uncertain} uncertain", (await listed.AsStaff("/ao admin outbox")).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>What is said to be sent, and is uncertain; what stands in Slack twice; and what is said to be sent or to have failed, and is not so.</summary>
    private static async Task<(int Sent, int Uncertain, int Twice, IReadOnlyList<string> Lost)> Judge(Workspace workspace, FailingSlack slack)
    {
        var arrived = slack.Taken.ToLookup(m => m.Token);
        var (sent, uncertain) = (0, 0);
        var lost = new List<string>();
        await using var connection = workspace.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Token, State, Ts, Key, Reason FROM Notices WHERE NotBefore < '2021'";
        await using SqliteDataReader rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var (token, state) = (rows.GetString(0), Enum.Parse<NoticeState>(rows.GetString(1)));
            sent += state == NoticeState.Sent ? 1 : 0;
            uncertain += state == NoticeState.Unknown ? 1 : 0;
            var isThere = state switch
            {
                NoticeState.Sent => arrived[token].Any(m => m.Ts == rows.GetString(2)),
                NoticeState.Unknown => true,
                _ => false,
            };
            if (!isThere)
            {
                lost.Add($"{rows.GetString(3)}, {state}, {rows.GetValue(4)}");
            }
        }

        return (sent, uncertain, arrived.Count(m => m.Count() > 1), lost);
    }

    private void Say(string words)
    {
        output.WriteLine(words);
        if (Environment.GetEnvironmentVariable("AOBOT_SAID") is { Length: > 0 } file)
        {
            File.AppendAllText(file, words + "\n");
        }
    }
}
