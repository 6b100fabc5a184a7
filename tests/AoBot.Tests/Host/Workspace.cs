using AoBot.Persistence;
using AoBot.Slack.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AoBot.Tests.Host;

/// <summary>
/// What outlives a run of AoBot: its folder with the database, Slack, and the two clocks, which stand years apart so that a mix-up shows.
/// At the end it fails the test when Slack was called unexpectedly or a secret was logged.
/// </summary>
public sealed class Workspace : IAsyncDisposable
{
    public const string BotToken = "xoxb-0000-test-token";
    public const string Staff = "U0000STAF";
    public const string Member = SlackRequest.UserId;
    public const string Channel = SlackRequest.ChannelId;
    public const string Seed = AoBot.Settings.ShippedSeed;

    /// <summary>The program's instant in all tests, until one moves it.</summary>
    public static readonly DateTimeOffset Now = new(2024, 6, 28, 13, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset RealNow = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Task<byte[]>> SeededDatabase = new(MakeSeededDatabase);

    // Of real time, for each second of the clock that is moved: who waits for the second gets a chance to see it.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aobot-test-");
    private readonly List<AoBotHost> _hosts = [];
    private readonly CallTime _callTime;

    private Workspace(RecordedSlack slack, ManualTimeProvider realClock) => (Slack, RealClock, _callTime) = (slack, realClock, new CallTime(realClock));

    /// <summary>The program's clock.</summary>
    public ManualTimeProvider Clock { get; } = new(Now);

    /// <summary>The clock of signatures, attempts and ages, here and at Slack.</summary>
    public ManualTimeProvider RealClock { get; }

    public RecordedSlack Slack { get; }

    public RecordedLog Log { get; } = new();

    public string Folder => _folder.FullName;

    public string DatabaseFile => Path.Combine(Folder, "aobot.db");

    /// <summary>What is set; a test may change it before it starts AoBot.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Slack:SigningSecret"] = SlackRequest.Secret,
        ["Slack:BotToken"] = BotToken,
        ["Slack:TeamId"] = SlackRequest.TeamId,
        ["Slack:AppId"] = SlackRequest.AppId,
        ["Program:ChannelId"] = Channel,
        ["Program:StaffUserIds:0"] = Staff,
        ["Program:SeedFile"] = Seed,
        ["ConnectionStrings:AoBot"] = "Data Source=aobot.db",
    };

    /// <summary>Texts that must not stand in the log; tests add theirs.</summary>
    public List<string> Secrets { get; } = [SlackRequest.Secret, BotToken, "/response/"];

    /// <param name="seeded">Whether the database has read the shipped seed already, as after a first start.</param>
    public static async Task<Workspace> Create(bool seeded = true)
    {
        var workspace = await Bare();
        if (seeded)
        {
            await File.WriteAllBytesAsync(workspace.DatabaseFile, await SeededDatabase.Value);
        }

        return workspace;
    }

    /// <summary>Moves the real clock once no call is under way; otherwise it would run into its time limit.</summary>
    public Task RealTimePasses(TimeSpan by) => Patience.Until(() => Task.FromResult(EveryCallHasEnded && _callTime.TryAdvance(by)), "every call of Slack has ended");

    /// <summary>Moves the real clock second by second, and not while Slack is being asked, until it is so: a wait that begins only after a move is met by the next ones.</summary>
    public Task RealTimePassesUntil(Func<Task<bool>> isSo, string what) => Patience.Until(
        async () =>
        {
            if (await isSo())
            {
                return true;
            }

            if (EveryCallHasEnded)
            {
                _callTime.TryAdvance(TimeSpan.FromSeconds(1));
            }

            await Task.Delay(Pace, TimeProvider.System);
            return false;
        },
        what);

    /// <summary>Starts AoBot as serving does.</summary>
    public async Task<AoBotHost> Start(bool withWorker = true, Action<IServiceCollection>? change = null)
    {
        var app = Build([], services =>
        {
            change?.Invoke(services);
            if (!withWorker)
            {
                services.Remove(services.Single(s => s.ImplementationType == typeof(Conversations.InboxWorker)));
            }
        });
        var host = new AoBotHost(this, app, withWorker);
        _hosts.Add(host);
        await host.Start();
        return host;
    }

    /// <summary>The product, whole; only its clocks are ours, and its log is recorded.</summary>
    public WebApplication Build(string[] arguments, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = Folder, EnvironmentName = EnvironmentName });
        builder.Configuration.AddInMemoryCollection(Settings).AddCommandLine(arguments);
        if (!Settings.ContainsKey("Slack:ApiUrl"))
        {
            builder.Configuration.AddInMemoryCollection([new("Slack:ApiUrl", Slack.ApiUrl.AbsoluteUri)]);
        }

        builder.AddAoBot();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddKeyedSingleton<TimeProvider>(ProgramClock.Real, RealClock);
        builder.Services.Configure<AoBot.Slack.Receiving.SlackReceivingOptions>(options => options.Time = RealClock);

        // The pace of messages has its own tests; here the clock stands still.
        builder.Services.Configure<AoBot.Slack.Api.SlackApiOptions>(options => (options.Time, options.MessagesPerSecondBurst) = (_callTime, 1000));
        if (!TellsStaff)
        {
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(Administration.DutyWatch)));
        }

        change?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>Whether staff are told of duties that are not done. Tests that let hours pass, or have Slack fail, count the calls of something else.</summary>
    public bool TellsStaff { get; set; }

    public string EnvironmentName { get; set; } = Environments.Production;

    /// <summary>A connection of another process, as far as SQLite can tell.</summary>
    public SqliteConnection Connect(string? file = null)
    {
        var connection = new SqliteConnection($"Data Source={file ?? DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var connection = Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task Execute(string sql)
    {
        await using var connection = Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// All that the database holds, row by row, in words: what "unchanged" means. Not people: who staff are is asked of Slack after the start,
    /// and is written whenever the answer comes.
    /// </summary>
    public async Task<string> Content(string? file = null)
    {
        await using var connection = Connect(file);
        await using var tables = connection.CreateCommand();
        tables.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'People' ORDER BY name";
        var content = new List<string>();
        await using var names = await tables.ExecuteReaderAsync();
        while (await names.ReadAsync())
        {
            await using var rows = connection.CreateCommand();
            rows.CommandText = $"SELECT * FROM \"{names.GetString(0)}\" ORDER BY 1";
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                content.Add($"{names.GetString(0)}: {string.Join(" | ", values)}");
            }
        }

        return string.Join('\n', content);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.Stop();
        }

        var unexpected = Slack.Unexpected;
        await Slack.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        Assert.Empty(unexpected);
        Assert.All(Secrets, secret => Assert.DoesNotContain(Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal)));
    }

    // What came to Slack, on AoBot's side, which writes a line when it has read the answer or given up; what is on its way there is known by its time limit.
    private bool EveryCallHasEnded => Log.Lines.Count(line => line.Category.StartsWith("AoBot.Slack.Api.", StringComparison.Ordinal)) >= Slack.Calls;

    private static async Task<Workspace> Bare()
    {
        var clock = new ManualTimeProvider(RealNow);
        return new Workspace(await RecordedSlack.Start(clock), clock);
    }

    private static async Task<byte[]> MakeSeededDatabase()
    {
        await using var workspace = await Bare();
        await using var app = workspace.Build([]);
        await app.Services.GetRequiredService<Startup>().Prepare(CancellationToken.None);
        var copy = Path.Combine(workspace.Folder, "copy.db");
        await app.Services.GetRequiredService<SqliteDatabase>().Backup(copy, CancellationToken.None);
        return await File.ReadAllBytesAsync(copy);
    }
}
