using AoBot.CommandLine;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;

namespace AoBot.Tests.CommandLine;

/// <summary><c>import --git</c>: the history of a clone, as an operator takes it.</summary>
public sealed class ImportGitTests : IAsyncLifetime
{
    private Workspace _workspace = null!;
    private GitSandbox _git = null!;

    public async Task InitializeAsync()
    {
        _workspace = await Workspace.Create();
        _git = new GitSandbox();
        _git.Commit("2024-05-02T09:00:00Z", ("alpha/engagements/2024/Acme/update-2024-04.md", GitSandbox.Text("April")));
        _git.Commit("2024-06-03T09:00:00Z", ("alpha/engagements/2024/Acme/update-2024-05.md", GitSandbox.Text("May")));
    }

    public async Task DisposeAsync()
    {
        _git.Dispose();
        await _workspace.DisposeAsync();
    }

    [Theory]
    [InlineData("clone")]
    [InlineData("bare")]
    [InlineData("bundle")]
    public async Task A_clone_bare_or_not_and_a_bundle_are_taken(string form)
    {
        await _workspace.Run("import", Roster());

        var ran = await _workspace.Run("import", "--git", Form(form));

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        Assert.Contains("2 landings on main, the newest of Monday, June 3", ran.Output, StringComparison.Ordinal);
        var said = (await _workspace.Run("say", "/ao update 2024-05")).Output;
        Assert.Contains("Acme", said, StringComparison.Ordinal);
        Assert.Contains("Monday, June 3", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_imported_twice_changes_nothing_and_what_came_meanwhile_is_added()
    {
        _workspace.Settings["Updates:GitHub:Repository"] = "fund/updates";
        Assert.Contains("From now on fund/updates is asked only for what comes after.", (await _workspace.Run("import", "--git", _git.Folder)).Output, StringComparison.Ordinal);
        var before = await _workspace.Content();

        var again = await _workspace.Run("import", "--git", _git.Folder);

        Assert.Equal((AoBotCommandLine.Good, ""), (again.Code, again.Errors));
        Assert.Contains("Nothing changes", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, await _workspace.Content());

        _git.Commit("2024-06-20T09:00:00Z", ("alpha/engagements/2024/Acme/notes.md", GitSandbox.Text("June")));
        Assert.Contains("3 landings on main", (await _workspace.Run("import", "--git", _git.Folder)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_take_and_changes_nothing()
    {
        var before = await _workspace.Content();

        var ran = await _workspace.Run("import", "--git", _git.Folder, "--dry-run");

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        Assert.Contains("2 landings on main", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", ran.Output, StringComparison.Ordinal);
        Assert.Equal(before, await _workspace.Content());
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("file")]
    [InlineData("nothing")]
    public async Task What_is_no_repository_is_refused_in_words_and_nothing_changes(string form)
    {
        var before = await _workspace.Content();
        var path = _git.Beside(form);
        if (form == "folder")
        {
            Directory.CreateDirectory(path);
        }
        else if (form == "file")
        {
            await File.WriteAllTextAsync(path, "This is no bundle.");
        }

        var ran = await _workspace.Run("import", "--git", path);

        Assert.Equal((AoBotCommandLine.BadInput, ""), (ran.Code, ran.Output));
        Assert.Contains(path, ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await _workspace.Content());
    }

    [Fact]
    public async Task Another_branch_than_the_one_that_counts_is_refused_with_what_to_do()
    {
        _workspace.Settings["Updates:GitHub:Branch"] = "release";

        var ran = await _workspace.Run("import", "--git", _git.Folder);

        Assert.Equal(AoBotCommandLine.BadInput, ran.Code);
        Assert.Contains("Check out release first. Nothing was changed.", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_and_a_clone_at_once_are_wrong_usage()
    {
        Assert.Equal(AoBotCommandLine.WrongUsage, (await _workspace.Run("import", Roster(), "--git", _git.Folder)).Code);
        Assert.Equal(AoBotCommandLine.WrongUsage, (await _workspace.Run("import")).Code);
        Assert.Equal(AoBotCommandLine.WrongUsage, (await _workspace.Run("import", "--git", _git.Folder, "--as-of", "2024-06-21")).Code);
    }

    private string Form(string form)
    {
        var path = _git.Beside(form);
        switch (form)
        {
            case "bare":
                _git.Git("clone", "--quiet", "--bare", _git.Folder, path);
                return path;
            case "bundle":
                _git.Git("bundle", "create", "--quiet", path, "HEAD", "main");
                return path;
            default:
                return _git.Folder;
        }
    }

    private string Roster()
    {
        var path = _git.Beside("roster.csv");
        File.WriteAllText(path, "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner\nacme,Acme,Acme,monthly,2024-04-01,,,,,\n");
        return path;
    }
}
