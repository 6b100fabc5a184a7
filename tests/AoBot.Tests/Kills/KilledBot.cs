using System.Diagnostics;
using AoBot.Administration;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using AoBot.Updates.Store;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Kills;

/// <summary>
/// The built product as a process of its own, or the published one in the folder <c>AOBOT_PUBLISHED</c>, which starts sooner; killed with SIGKILL and started
/// again on the same database file, as often as is asked.
/// </summary>
internal sealed class KilledBot(Workspace workspace, FailingSlack slack, Random random)
{
    private const int NoticesPerKill = 6;

    // Of one process: its start alone takes a second or more.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // Between two looks at its database: whoever looks without end takes the processor from it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<DeathMoment, int> _deaths = [];

    public IReadOnlyDictionary<DeathMoment, int> Deaths => _deaths;

    /// <summary>Notices for as many kills, none of them due yet: each tells staff of the repository that is not read, which they hear at any hour.</summary>
    public async Task<int> Plan(int kills)
    {
        var count = (kills + 1) * NoticesPerKill;
        var bot = await workspace.Start();
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await bot.Services.GetRequiredService<WriteGate>().Write(
            async db =>
            {
                db.Add(new RepositoryRead { Source = "fictional/updates", Branch = "main", Stamp = "s", ReadAt = Instant.FromUtc(2020, 1, 1, 0, 0), IsComplete = true });
                for (var number = 0; number < count; number++)
                {
                    await db.Plan(new NoticePlan($"{DutyNotice.Name}/{number}", DutyNotice.Name, $"U{number:0000000}", now + Duration.FromDays(300)) { Data = "read" }, now, CancellationToken.None);
                }

                return count;
            },
            CancellationToken.None);
        await bot.Kill();
        return count;
    }

    /// <summary>Starts it, and kills it at the moment.</summary>
    public async Task Die(DeathMoment moment)
    {
        await Release();
        var patience = moment == DeathMoment.AtRandom ? random.Next(1, 14) : random.Next(1, NoticesPerKill);
        using var bot = StartProcess();
        var killed = 0;
        void Kill()
        {
            if (Interlocked.Exchange(ref killed, 1) == 0)
            {
                bot.Kill();
            }
        }

        slack.Called = method =>
        {
            var isIt = moment switch
            {
                DeathMoment.BeforeTheClaim => true,
                DeathMoment.AfterTheClaim => method == "chat.postMessage",
                DeathMoment.AtRandom => Interlocked.Decrement(ref patience) == 0,
                _ => false,
            };
            if (isIt)
            {
                Kill();
            }
        };
        slack.Accepted = () =>
        {
            if (moment == DeathMoment.AfterSlackAccepted && Interlocked.Decrement(ref patience) == 0)
            {
                Kill();
            }
        };

        var sent = await Count("State = 'Sent'");
        var since = TimeProvider.System.GetTimestamp();
        while (Volatile.Read(ref killed) == 0 && !bot.HasExited)
        {
            // What is awaited may not come: all that was due is sent, or none can be.
            var isTime = moment switch
            {
                DeathMoment.AfterTheClaim => await Count("State = 'Planned' AND ClaimedAt IS NOT NULL") > 0,
                DeathMoment.AfterTheCommit => await Count("State = 'Sent'") > sent,
                _ => false,
            };
            if (isTime || await IsDone() || TimeProvider.System.GetElapsedTime(since) > Limit)
            {
                Kill();
            }

            await Task.Delay(Pause, TimeProvider.System);
        }

        await bot.WaitForExitAsync(Patience.Token);
        (slack.Called, slack.Accepted) = (null, null);
        _deaths[moment] = _deaths.GetValueOrDefault(moment) + 1;
    }

    /// <summary>Starts it a last time, with a Slack that works again, until nothing is left to do.</summary>
    public async Task Finish(bool hasHistory)
    {
        slack.IsTroubled = false;
        using var bot = StartProcess();
        try
        {
            var since = TimeProvider.System.GetTimestamp();
            // Asked in one question: between two, what was looked for in vain becomes planned again.
            while (await Count($"NotBefore < '2021' AND (State IN ('Planned', 'Sending') OR State = 'Unknown' {(hasHistory ? "" : "AND Reason NOT LIKE '%im:history%'")})") > 0)
            {
                Assert.False(bot.HasExited, "It ended by itself.");
                Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromMinutes(3), "It does not come to an end.");
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(Patience.Token);
        }
    }

    /// <summary>The next of the notices are due.</summary>
    private Task Release() => workspace.Execute($"UPDATE Notices SET NotBefore = '2020-01-01T00:00:00.000Z' WHERE Id IN (SELECT Id FROM Notices WHERE NotBefore > '{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}' ORDER BY Id LIMIT {NoticesPerKill})");

    private async Task<bool> IsDone() => await Count("NotBefore < '2021' AND State IN ('Planned', 'Sending')") == 0;

    private Task<int> Count(string which) => workspace.Scalar<int>($"SELECT count(*) FROM Notices WHERE {which}");

    private Process StartProcess()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Environment.GetEnvironmentVariable("AOBOT_PUBLISHED") ?? AppContext.BaseDirectory, "AoBot.dll"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workspace.Folder,
        };
        foreach (var (name, value) in workspace.Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["Slack__ApiUrl"] = slack.ApiUrl.AbsoluteUri;
        start.Environment["Slack__SigningSecret"] = SlackRequest.Secret;
        start.Environment["Outbox__SettlingSeconds"] = "2";
        start.Environment["ConnectionStrings__AoBot"] = $"Data Source={workspace.DatabaseFile}";
        var bot = Process.Start(start)!;
        bot.OutputDataReceived += (_, _) => { };
        bot.ErrorDataReceived += (_, _) => { };
        bot.BeginOutputReadLine();
        bot.BeginErrorReadLine();
        return bot;
    }
}
