using AoBot.Engagements;
using AoBot.Reminders;
using AoBot.Slack.Tests;
using AoBot.Updates;
using AoBot.Updates.Git;
using NodaTime;
using Xunit.Abstractions;

namespace AoBot.Tests.Updates;

/// <summary>The real history of three years, read once.</summary>
internal static class History
{
    private static readonly Lazy<Task<GitReading>> Reading = new(() => GitReader.Read(SharedData.Path("data/engagements-2022-2024.bundle")!, LedgerOptions.DefaultPath, CancellationToken.None));

    public static LedgerOptions Options { get; } = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["America/New_York"],
        DueDays = new DueDays(new WorkingDays(new Holidays([]).Contains)),
    };

    public static async Task<RepositoryHistory?> Real(ITestOutputHelper output) =>
        SharedData.TryPath("data/engagements-2022-2024.bundle", output, out _) ? (await Reading.Value).History! : null;

    public static Roster Roster() => RosterFile.Read(File.ReadAllText(SharedData.Path("data/roster-2022-2024.csv")!)).Roster!;
}
