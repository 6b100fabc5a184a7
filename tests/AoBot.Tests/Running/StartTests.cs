using System.Net;
using System.Net.Sockets;
using AoBot.CommandLine;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using Microsoft.AspNetCore.Builder;

namespace AoBot.Tests.Running;

/// <summary>Starting: from an empty folder, from what is there, and from what cannot be used.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.Create(seeded: false);

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Fact]
    public async Task A_first_start_makes_the_database_reads_the_seed_and_answers()
    {
        var bot = await _workspace.Start();

        Assert.Contains("KR 2.2", (await bot.Command("/ao status")).Shown, StringComparison.Ordinal);
        Assert.Equal("wal", await _workspace.Scalar<string>("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_second_start_reads_the_seed_no_more()
    {
        await (await _workspace.Start()).Stop();
        var before = await _workspace.Content();

        var bot = await _workspace.Start();

        await bot.Stop();
        Assert.Equal(before, await _workspace.Content());
        Assert.Empty(Directory.GetFiles(_workspace.Folder, "*.before-*"));
    }

    [Fact]
    public async Task Without_a_seed_it_starts_empty_and_says_so()
    {
        _workspace.Settings["Program:SeedFile"] = "";

        var bot = await _workspace.Start();

        foreach (var word in new[] { "status", "kr", "kr 2.1", "engagement", "engagement homebrew", "next", "about" })
        {
            Assert.NotEmpty((await bot.Command($"/ao {word}")).Text);
        }

        Assert.Equal(HttpStatusCode.OK, (await bot.Client.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("nowhere.md")]
    [InlineData("../outside.md")]
    [InlineData("broken.md")]
    [InlineData("binary.md")]
    public async Task A_seed_that_is_missing_or_no_report_stops_the_start(string seed)
    {
        await File.WriteAllTextAsync(Path.Combine(_workspace.Folder, "broken.md"), "# Minutes of a meeting\n\nWe met.\n");
        await File.WriteAllBytesAsync(Path.Combine(_workspace.Folder, "binary.md"), [0, 1, 2, 255, 254]);
        _workspace.Settings["Program:SeedFile"] = seed;

        var (code, errors) = await Serve();

        Assert.Equal(AoBotCommandLine.BadInput, code);
        Assert.Contains("Program:SeedFile", errors, StringComparison.Ordinal);
        Assert.Contains(seed, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_broke_off_before_the_seed_was_read_reads_it_the_next_time()
    {
        _workspace.Settings["Program:SeedFile"] = "nowhere.md";
        Assert.Equal(AoBotCommandLine.BadInput, (await Serve()).Code);
        _workspace.Settings["Program:SeedFile"] = Workspace.Seed;

        Assert.Contains("KR 2.2", (await (await _workspace.Start()).Command("/ao status")).Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=afile.md/aobot.db")]
    [InlineData("Data Source=afile.md")]
    [InlineData("Data Source=.")]
    [InlineData("Data Source=")]
    [InlineData("nonsense")]
    [InlineData("Data Source=x.db;Colour=blue")]
    [InlineData("Data Source=old.db;Mode=ReadOnly")]
    public async Task A_database_that_cannot_be_used_stops_the_start(string connectionString)
    {
        await File.WriteAllTextAsync(Path.Combine(_workspace.Folder, "afile.md"), new string('x', 5000));
        _workspace.Settings["ConnectionStrings:AoBot"] = "Data Source=old.db";
        await (await _workspace.Start()).Stop();
        _workspace.Settings["ConnectionStrings:AoBot"] = connectionString;

        var (code, errors) = await Serve();

        Assert.Equal(AoBotCommandLine.BadInput, code);
        Assert.Contains("ConnectionStrings:AoBot", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_port_opens_only_when_the_database_is_ready()
    {
        // Kept all the while; who does not listen there does not hinder who wants to.
        using var kept = new DeadPort();
        var port = kept.Number;
        await (await _workspace.Start()).Stop();
        await using var other = _workspace.Connect();
        await using var lockedByOther = await other.BeginTransactionAsync();
        WebApplication? app = null;

        // Another process holds the database, so this start waits, and nobody is answered meanwhile.
        var serving = Task.Run(() => AoBotCommandLine.Run(["--urls", $"http://127.0.0.1:{port}"], TextWriter.Null, TextWriter.Null, (hostArguments, change) => app = _workspace.Build(hostArguments, change)));
        await Patience.Until(() => Task.FromResult(_workspace.Log.Lines.Any(line => line.Text.StartsWith("The database is ", StringComparison.Ordinal))), "the start has asked the database");
        Assert.False(await IsOpen(port));
        await lockedByOther.RollbackAsync();

        await Patience.Until(() => IsOpen(port), "the port opens");
        app!.Lifetime.StopApplication();
        Assert.Equal(AoBotCommandLine.Good, await Patience.For(serving));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, errors) = await Serve("--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(AoBotCommandLine.BadInput, code);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://localhost:1")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task An_address_that_is_none_is_said_to_be_none(string url)
    {
        var (code, errors) = await Serve("--urls", url);

        Assert.Equal(AoBotCommandLine.BadInput, code);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
    }

    private static async Task<bool> IsOpen(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<(int Code, string Errors)> Serve(params string[] arguments)
    {
        var errors = new StringWriter();
        var code = await Patience.For(AoBotCommandLine.Run(arguments, TextWriter.Null, errors, _workspace.Build));
        return (code, errors.ToString());
    }
}
