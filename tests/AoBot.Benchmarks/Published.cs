using System.Diagnostics;

namespace AoBot.Benchmarks;

/// <summary>The product and the bare endpoint, published alike, and a database that the product seeded itself.</summary>
/// <param name="Folder">Where everything lies: <c>artifacts/benchmarks</c>, out of the repository's sight.</param>
/// <param name="ThirdParty">Where the scripts for Node are.</param>
internal sealed record Published(string Folder, string ThirdParty)
{
    public string Database => Path.Combine(Folder, "seed.db");

    private string AnswerFile => Path.Combine(Folder, "answer.json");

    public static async Task<Published> Make()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "AoBot.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("Run it from the repository: dotnet run -c Release --project tests/AoBot.Benchmarks");
        }

        var published = new Published(Path.Combine(root.FullName, "artifacts", "benchmarks"), Path.Combine(root.FullName, ".ci", "third-party"));
        Console.WriteLine("Publishing the product and the bare endpoint …");
        await Finish("dotnet", ["publish", Path.Combine(root.FullName, "src", "AoBot"), "-c", "Release", "-o", Path.Combine(published.Folder, "aobot"), "-v", "q", "--nologo"]);
        await Finish("dotnet", ["publish", Path.Combine(root.FullName, "tests", "AoBot.Benchmarks"), "-c", "Release", "-o", Path.Combine(published.Folder, "bare"), "-v", "q", "--nologo"]);
        foreach (var old in Directory.EnumerateFiles(published.Folder, "*.db*"))
        {
            File.Delete(old);
        }

        // Any verb brings the database up to date and reads the seed.
        await Finish(published.Program, ["say", "status", "--Program:SeedFile=Seed/2024-Q2-Alpha-Omega.md"], published.Environment(published.Database));
        return published;
    }

    /// <param name="database">Its file.</param>
    /// <param name="name">What the figures call it.</param>
    /// <param name="slackUrl">Where Slack is; nowhere, where nothing of it is called.</param>
    public ServerProcess StartProduct(string database, string name = "AoBot", string slackUrl = "http://127.0.0.1:9/") =>
        new(name, port => [Program, "--urls", $"http://127.0.0.1:{port}"], Environment(database, slackUrl));

    /// <param name="answer">The bytes that the product answers.</param>
    public ServerProcess StartBare(byte[] answer)
    {
        File.WriteAllBytes(AnswerFile, answer);
        return new("bare Kestrel", port => [Path.Combine(Folder, "bare", "AoBot.Benchmarks"), "bare", $"http://127.0.0.1:{port}", AnswerFile], new Dictionary<string, string>());
    }

    /// <summary>Null, and a word why, where Node or its packages are not there.</summary>
    public ServerProcess? StartBolt(byte[] answer)
    {
        var node = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(p => Path.Combine(p, "node")).FirstOrDefault(File.Exists);
        if (node is null || !Directory.Exists(Path.Combine(ThirdParty, "node_modules", "@slack", "bolt")))
        {
            Console.WriteLine("Left out: the comparison with @slack/bolt needs Node and, once, \"npm ci\" in .ci/third-party.");
            return null;
        }

        File.WriteAllBytes(AnswerFile, answer);
        return new(
            "@slack/bolt",
            port => [node, Path.Combine(ThirdParty, "constant-answer.mjs"), $"{port}", AnswerFile, SignedRequests.Secret],
            new Dictionary<string, string> { ["NODE_ENV"] = "production" });
    }

    private string Program => Path.Combine(Folder, "aobot", "AoBot");

    private Dictionary<string, string> Environment(string database, string slackUrl = "http://127.0.0.1:9/") => new()
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["ConnectionStrings__AoBot"] = $"Data Source={database}",
        ["Slack__SigningSecret"] = SignedRequests.Secret,
        ["Slack__BotToken"] = "xoxb-none",
        ["Slack__ApiUrl"] = slackUrl,
        ["Program__ChannelId"] = SignedRequests.ChannelId,
        ["Program__StaffUserIds__0"] = "U0000000001",
    };

    private static async Task Finish(string program, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (environment is not null)
        {
            start.WorkingDirectory = Path.GetDirectoryName(program)!;
        }

        foreach (var (key, value) in environment ?? [])
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {string.Concat(said)}");
        }
    }
}
