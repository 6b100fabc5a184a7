using System.Text.RegularExpressions;

namespace AoBot.Tests.Architecture;

/// <summary>What is read from the source itself.</summary>
public sealed class SourceTests
{
    private const int MostLines = 400;

    private static IReadOnlyList<string> Written => [.. Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs")).Where(file => !file.StartsWith("src/AoBot/Persistence/Sqlite/", StringComparison.Ordinal))];

    [Fact]
    public void No_file_is_longer_than_one_can_read()
    {
        Assert.NotEmpty(Written);
        Assert.All(Written, file => Assert.InRange(Repository.Read(file).Count(c => c == '\n'), 1, MostLines));
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        // Written apart, so that this file does not find itself.
        var later = new Regex(string.Join('|', "TO" + "DO", "FIX" + "ME", "HA" + "CK\\b", "NotImplemented" + "Exception"), RegexOptions.NonBacktracking);
        Assert.NotEmpty(Written);
        Assert.DoesNotContain(Written, file => later.IsMatch(Repository.Read(file)));
    }

    /// <summary>Three kinds of places: where Slack's requests come in, where an event is worked on, the edge of a job or of what runs beside the start.</summary>
    [Fact]
    public void Whatever_may_go_wrong_is_caught_at_the_edges_only()
    {
        string[] edges =
        [
            "src/AoBot.Slack/Receiving/BackgroundWork.cs",
            "src/AoBot.Slack/Receiving/EventDispatcher.cs",
            "src/AoBot.Slack/Receiving/EventEndpoint.cs",
            "src/AoBot.Slack/Receiving/HandlerRunner.cs",
            "src/AoBot/Conversations/InboxCleanupJob.cs",
            "src/AoBot/Conversations/InboxWorker.cs",
            "src/AoBot/Conversations/WarmUp.cs",
            "src/AoBot/Engagements/ContactRefreshJob.cs",
            "src/AoBot/Events/GatheringPlanJob.cs",
            "src/AoBot/Outbox/OutboxDispatcher.cs",
            "src/AoBot/People/StaffRefreshJob.cs",
            "src/AoBot/Reports/Reminders/ReportReminderJob.cs",
            "src/AoBot/Updates/GitHub/RepositoryReadJob.cs",
            "src/AoBot/Updates/Reminders/ReminderJob.cs",
        ];

        // A filter that names what it takes ("is A or B") is no catch-all, one that names what it leaves is; who tidies up and throws on catches nothing.
        var catchAll = new Regex(@"catch\s*(\(Exception\b[^)]*\)(?!\s*when \(\w+ is (?!not\b))[^{]*)?\{(?![^}]*\bthrow;)", RegexOptions.ExplicitCapture);
        Assert.Equal(edges.Order(StringComparer.Ordinal), Repository.Files("src", "*.cs").Where(file => catchAll.IsMatch(Repository.Read(file))));
    }

    [Fact]
    public void The_real_time_enters_at_one_place_in_the_product()
    {
        var users = CompiledCode.Product.Types
            .Where(type => CompiledCode.Calls(type).Any(call => call.DeclaringType.FullName == "System.TimeProvider" && call.Name == "get_System"))
            .Select(type => type.FullName)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["AoBot.AoBotBuilder", "AoBot.ShiftedTimeProvider"], users);
    }

    [Fact]
    public void The_wall_clock_is_banned_in_every_project()
    {
        Assert.Contains("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory).config/BannedSymbols.txt\" />", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        var banned = Repository.Read(".config/BannedSymbols.txt");
        Assert.All(
            ["P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow", "P:NodaTime.SystemClock.Instance", "M:System.Threading.Thread.Sleep(System.Int32)"],
            symbol => Assert.Contains(symbol + ";", banned, StringComparison.Ordinal));
    }

    [Fact]
    public void The_program_fits_on_a_card() => Assert.InRange(Repository.Read("src/AoBot/Program.cs").Count(c => c == '\n'), 1, 12);
}
