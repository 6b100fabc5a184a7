using AoBot.Updates;
using AoBot.Updates.Git;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Updates;

/// <summary>Real repositories: what landed when, and when it was written.</summary>
public sealed class GitReaderTests : IDisposable
{
    private const string Folder = LedgerOptions.DefaultPath;
    private const string March = Folder + "/2024/Acme/update-2024-03.md";
    private const string April = Folder + "/2024/Acme/update-2024-04.md";

    private readonly GitSandbox _git = new();

    public GitReaderTests() => _git.Commit("2024-01-01T00:00:00Z", ("README.md", "# Fund\n"), (Folder + "/README.md", "# Engagements of the fund\n"));

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task A_merge_lands_when_it_is_merged_and_was_written_on_its_branch()
    {
        _git.Git("checkout", "--quiet", "-b", "work");
        _git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _git.Commit("2024-04-06T10:00:00Z", (March, GitSandbox.Text("March") + "One more word.\n"));
        _git.Git("checkout", "--quiet", "main");
        _git.Commit("2024-04-08T10:00:00Z", ("other.txt", "x"));
        _git.GitAt("2024-04-09T10:00:00Z", "2024-04-09T11:00:00Z", "merge", "--quiet", "--no-ff", "--message=x", "work");

        var landing = Assert.Single(await Landings(), l => l.Changes.Any(c => c.Path == March));

        Assert.Equal((_git.Head, At("2024-04-09T11:00:00Z")), (landing.Commit, landing.Landed));
        Assert.Equal(At("2024-04-03T10:00:00Z"), Assert.Single(landing.Changes).Written);
    }

    [Fact]
    public async Task A_squash_lands_as_one_commit()
    {
        _git.Git("checkout", "--quiet", "-b", "work");
        _git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _git.Git("checkout", "--quiet", "main");
        _git.Git("merge", "--quiet", "--squash", "work");
        _git.GitAt("2024-04-05T10:00:00Z", "2024-04-06T10:00:00Z", "commit", "--quiet", "--message=x");

        var landing = Assert.Single(await Landings(), l => l.Changes.Any(c => c.Path == March));

        Assert.Equal((At("2024-04-06T10:00:00Z"), At("2024-04-05T10:00:00Z")), (landing.Landed, landing.Changes[0].Written));
    }

    [Fact]
    public async Task Rebased_commits_land_one_by_one_and_keep_the_days_on_which_they_were_written()
    {
        _git.Git("checkout", "--quiet", "-b", "work");
        _git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _git.Commit("2024-05-03T10:00:00Z", (April, GitSandbox.Text("April")));
        _git.Git("checkout", "--quiet", "main");
        _git.Commit("2024-05-04T10:00:00Z", ("other.txt", "x"));
        _git.Git("checkout", "--quiet", "work");
        _git.GitAt("2024-05-05T10:00:00Z", "2024-05-05T10:00:00Z", "rebase", "--quiet", "main");
        _git.Git("checkout", "--quiet", "main");
        _git.Git("merge", "--quiet", "--ff-only", "work");

        var landings = (await Landings()).Where(l => l.Changes.Any(c => c.Path is March or April)).ToList();

        Assert.Equal([At("2024-04-03T10:00:00Z"), At("2024-05-03T10:00:00Z")], landings.Select(l => l.Changes[0].Written));
        Assert.All(landings, l => Assert.Equal(At("2024-05-05T10:00:00Z"), l.Landed));
    }

    [Fact]
    public async Task A_branch_that_took_the_main_line_in_does_not_date_what_was_there()
    {
        _git.Git("checkout", "--quiet", "-b", "work");
        _git.Commit("2024-02-01T10:00:00Z", ("notes.txt", "x"));
        _git.Git("checkout", "--quiet", "main");
        _git.Commit("2024-04-01T10:00:00Z", (March, GitSandbox.Text("March")));
        _git.Git("checkout", "--quiet", "work");
        _git.GitAt("2024-04-02T10:00:00Z", "2024-04-02T10:00:00Z", "merge", "--quiet", "--no-edit", "main");
        _git.Commit("2024-05-03T10:00:00Z", (April, GitSandbox.Text("April")), (March, GitSandbox.Text("March") + "Corrected.\n"));
        _git.Git("checkout", "--quiet", "main");
        _git.GitAt("2024-05-07T10:00:00Z", "2024-05-07T10:00:00Z", "merge", "--quiet", "--no-ff", "--no-edit", "work");

        var landings = await Landings();

        Assert.Equal([At("2024-04-01T10:00:00Z"), At("2024-05-07T10:00:00Z")], landings.Where(l => l.Changes.Any(c => c.Path == March)).Select(l => l.Landed));
        Assert.All(landings[^1].Changes, c => Assert.Equal(At("2024-05-03T10:00:00Z"), c.Written));
    }

    [Fact]
    public async Task A_file_is_written_when_it_gets_text_and_renames_on_the_branch_are_followed()
    {
        _git.Git("checkout", "--quiet", "-b", "work");
        _git.Commit("2024-03-01T10:00:00Z", (March, "\n"), (Folder + "/2024/Acme/April.md", GitSandbox.Text("April")));
        _git.Git("mv", Folder + "/2024/Acme/April.md", April);
        _git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _git.Git("checkout", "--quiet", "main");
        _git.GitAt("2024-05-07T10:00:00Z", "2024-05-07T10:00:00Z", "merge", "--quiet", "--no-ff", "--no-edit", "work");

        var changes = (await Landings())[^1].Changes;

        Assert.Equal([(March, At("2024-04-03T10:00:00Z")), (April, At("2024-03-01T10:00:00Z"))], changes.Select(c => (c.Path, c.Written)));
    }

    [Fact]
    public async Task A_rename_on_the_main_line_says_where_the_file_was()
    {
        _git.Commit("2024-04-03T10:00:00Z", (Folder + "/2024/Acme/March.md", GitSandbox.Text("March")));
        _git.Git("mv", Folder + "/2024/Acme/March.md", March);
        _git.Commit("2024-04-04T10:00:00Z");

        var change = Assert.Single((await Landings())[^1].Changes);

        Assert.Equal((March, Folder + "/2024/Acme/March.md"), (change.Path, change.PreviousPath));
    }

    [Fact]
    public async Task After_a_force_push_only_what_the_branch_holds_counts()
    {
        _git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _git.Git("reset", "--quiet", "--hard", "HEAD~1");
        _git.Commit("2024-05-03T10:00:00Z", (April, GitSandbox.Text("April")));

        Assert.Equal([Folder + "/README.md", April], (await Landings()).SelectMany(l => l.Changes).Select(c => c.Path));
    }

    [Fact]
    public async Task A_commit_that_changes_nothing_there_is_a_landing_without_changes()
    {
        _git.Commit("2024-04-03T10:00:00Z", ("elsewhere.txt", "x"));

        var landing = (await Landings())[^1];

        Assert.Equal((_git.Head, At("2024-04-03T10:00:00Z"), 0), (landing.Commit, landing.Landed, landing.Changes.Count));
    }

    [Fact]
    public async Task Other_branches_and_other_folders_are_not_read()
    {
        _git.Commit("2024-04-03T10:00:00Z", ("alpha/elsewhere/2024/Acme/update-2024-03.md", GitSandbox.Text("March")), ("alpha/engagements-old/2024/Acme/March.md", GitSandbox.Text("March")));
        _git.Git("checkout", "--quiet", "-b", "other");
        _git.Commit("2024-04-04T10:00:00Z", (March, GitSandbox.Text("March")));
        _git.Git("checkout", "--quiet", "main");

        Assert.Equal([Folder + "/README.md"], (await Landings()).SelectMany(l => l.Changes).Select(c => c.Path));
    }

    [Fact]
    public async Task No_name_of_a_file_is_too_odd()
    {
        string[] names = ["quote\"d March 2024.md", "new\nline April 2024.md", "tab\t May 2024.md", ":100644 June 2024.md", "-- July 2024.md", "back\\slash August 2024.md", "März 2024.md", "🚀 October 2024.md", "* November 2024.md", "\u0001deadbeef 1 1 December 2024.md"];
        _git.Commit("2024-12-31T10:00:00Z", [.. names.Select(n => ($"{Folder}/2024/Acme \"odd\"/{n}", (string?)GitSandbox.Text(n)))]);

        var landing = (await Landings())[^1];

        Assert.Equal(names.Select(n => $"{Folder}/2024/Acme \"odd\"/{n}").Order(StringComparer.Ordinal), landing.Changes.Select(c => c.Path).Order(StringComparer.Ordinal));
        Assert.All(landing.Changes, c => Assert.True(c.Size > 20 && c.Blob!.Length == 40));
    }

    [Fact]
    public async Task Links_and_submodules_hold_no_text()
    {
        _git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        File.CreateSymbolicLink(Path.Combine(_git.Folder, April), "update-2024-03.md-with-a-name-of-more-than-twenty-bytes");
        _git.Git("update-index", "--add", "--cacheinfo", $"160000,{_git.Head},{Folder}/2024/Acme/vendor");
        _git.GitAt("2024-04-04T10:00:00Z", "2024-04-04T10:00:00Z", "commit", "--quiet", "--message=x");
        _git.Commit("2024-04-05T10:00:00Z");

        Assert.All((await Landings()).SelectMany(l => l.Changes).Where(c => c.Path == April || c.Path.EndsWith("vendor", StringComparison.Ordinal)), c => Assert.Equal(0, c.Size));
    }

    [Fact]
    public async Task A_bare_clone_a_work_tree_a_bundle_and_a_single_commit_checked_out_tell_the_same()
    {
        _git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        _git.Git("clone", "--quiet", "--bare", ".", _git.Beside("bare.git"));
        _git.Git("worktree", "add", "--quiet", "--detach", _git.Beside("tree"));
        _git.Git("bundle", "create", "--quiet", _git.Beside("history.bundle"), "HEAD", "main");
        var expected = Flat(await Read(_git.Folder));

        foreach (var place in new[] { "bare.git", "tree", "history.bundle" })
        {
            Assert.Equal(expected, Flat(await Read(_git.Beside(place))));
        }

        static IEnumerable<string> Flat(RepositoryHistory history) => history.Landings.SelectMany(l => l.Changes.Select(c => $"{l.Commit} {l.Landed} {c}"));
    }

    [Fact]
    public async Task What_a_repository_configures_is_not_run()
    {
        _git.Commit("2024-04-03T10:00:00Z", (March, GitSandbox.Text("March")));
        var marker = _git.Beside("marker");
        var program = Script("program", $"echo \"$0 $@\" >> '{marker}'\nexit 1\n");

        // A signed commit: to show its signature, git would run what the repository names.
        var signer = Script("signer", "cat > /dev/null\nprintf '\\n[GNUPG:] SIG_CREATED x\\n' >&2\nprintf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'\n");
        await File.AppendAllTextAsync(Path.Combine(_git.Folder, March), "One more word.\n");
        _git.GitAt("2024-04-04T10:00:00Z", "2024-04-04T10:00:00Z", "-c", $"gpg.program={signer}", "commit", "--quiet", "--all", "--gpg-sign=somebody", "--message=x");
        foreach (var setting in new[] { "core.fsmonitor", "core.pager", "pager.log", "gpg.program", "diff.external", "diff.evil.textconv", "diff.evil.command", "core.sshCommand", "core.editor", "core.alternateRefsCommand", "filter.evil.smudge" })
        {
            _git.Git("config", setting, program);
        }

        foreach (var (setting, value) in new[] { ("log.showSignature", "true"), ("color.ui", "always"), ("diff.renames", "false"), ("diff.orderFile", program), ("log.showRoot", "false"), ("diff.noprefix", "true"), ("log.date", "relative"), ("core.quotePath", "true"), ("i18n.logOutputEncoding", "UTF-16"), ("log.follow", "true"), ("diff.relative", "true"), ("log.diffMerges", "combined"), ("format.pretty", "oneline"), ("log.decorate", "full") })
        {
            _git.Git("config", setting, value);
        }

        Directory.CreateDirectory(Path.Combine(_git.Folder, ".git", "info"));
        await File.WriteAllTextAsync(Path.Combine(_git.Folder, ".git", "info", "attributes"), "* diff=evil filter=evil\n");

        var landings = await Landings();

        Assert.Equal([Folder + "/README.md", March, March], landings.SelectMany(l => l.Changes).Select(c => c.Path));
        Assert.False(File.Exists(marker), File.Exists(marker) ? await File.ReadAllTextAsync(marker) : "");
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_word_and_no_exception()
    {
        _git.Git("clone", "--quiet", "--depth=1", "--no-local", "file://" + _git.Folder, _git.Beside("shallow"));
        Directory.CreateDirectory(_git.Beside("empty"));
        await File.WriteAllTextAsync(_git.Beside("text.txt"), "no bundle");

        Assert.Contains("shallow", (await GitReader.Read(_git.Beside("shallow"), Folder, CancellationToken.None)).Problem, StringComparison.Ordinal);
        Assert.Contains("no git repository", (await GitReader.Read(_git.Beside("empty"), Folder, CancellationToken.None)).Problem, StringComparison.Ordinal);
        Assert.Contains("no git repository", (await GitReader.Read(Path.Combine(_git.Folder, "alpha"), Folder, CancellationToken.None)).Problem, StringComparison.Ordinal);
        Assert.Contains("no git bundle", (await GitReader.Read(_git.Beside("text.txt"), Folder, CancellationToken.None)).Problem, StringComparison.Ordinal);
        Assert.Contains("not there", (await GitReader.Read(_git.Beside("nowhere"), Folder, CancellationToken.None)).Problem, StringComparison.Ordinal);
        Assert.Contains("Install git", (await GitReader.Read(_git.Folder, Folder, "no-such-git", CancellationToken.None)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_without_commits_or_without_the_folder_is_empty_with_a_word()
    {
        var empty = _git.Beside("empty");
        _git.Git("init", "--quiet", "--initial-branch=trunk", empty);

        var nothing = await GitReader.Read(empty, Folder, CancellationToken.None);
        var elsewhere = await GitReader.Read(_git.Folder, "beta/engagements", CancellationToken.None);

        Assert.Equal(("trunk", 0), (nothing.History!.Branch, nothing.History.Landings.Count));
        Assert.NotNull(nothing.Warning);
        Assert.Equal((_git.Head, 0), (elsewhere.History!.Landings.Single().Commit, elsewhere.History.Landings[0].Changes.Count));
        Assert.Contains("beta/engagements", elsewhere.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hundreds_of_merged_pull_requests_are_read_in_seconds()
    {
        const int Merges = 430;
        var script = new System.Text.StringBuilder();
        for (var i = 1; i <= Merges; i++)
        {
            var day = Instant.FromUtc(2020, 1, 1, 0, 0).Plus(Duration.FromDays(2 * i)).ToUnixTimeSeconds();
            var text = GitSandbox.Text($"month {i}");
            script.Append($"blob\nmark :{(3 * i)}\ndata {text.Length}\n{text}\n");
            script.Append($"commit refs/heads/work\nmark :{(3 * i) + 1}\nauthor A <a@example.org> {day} +0000\ncommitter A <a@example.org> {day} +0000\ndata 1\nx\n{(i == 1 ? "" : $"from :{(3 * (i - 1)) + 2}\n")}M 100644 :{3 * i} {Folder}/2024/P{i % 25}/update-{i}.md\n\n");
            script.Append($"commit refs/heads/fast\nmark :{(3 * i) + 2}\nauthor A <a@example.org> {day + 3600} +0000\ncommitter A <a@example.org> {day + 3600} +0000\ndata 1\nx\n{(i == 1 ? $"from :{(3 * i) + 1}\n" : $"from :{(3 * (i - 1)) + 2}\nmerge :{(3 * i) + 1}\n")}M 100644 :{3 * i} {Folder}/2024/P{i % 25}/update-{i}.md\n\n");
        }

        var file = _git.Beside("import");
        await File.WriteAllTextAsync(file, script.ToString());
        _git.Git("-c", $"alias.load=!git fast-import --quiet < '{file}'", "load");
        _git.Git("symbolic-ref", "HEAD", "refs/heads/fast");

        var started = TimeProvider.System.GetTimestamp();
        var history = await Read(_git.Folder);

        var landings = history.Landings.Where(l => l.Changes.Count > 0).ToList();
        Assert.Equal(Merges, landings.Count);
        Assert.All(landings.Skip(1), l => Assert.Equal(Duration.FromHours(1), l.Landed - l.Changes[0].Written));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 60);
    }

    private string Script(string name, string lines)
    {
        var path = _git.Beside(name);
        File.WriteAllText(path, "#!/bin/sh\n" + lines);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }

    private async Task<IReadOnlyList<Landing>> Landings() => (await Read(_git.Folder)).Landings;

    private static async Task<RepositoryHistory> Read(string path)
    {
        var reading = await GitReader.Read(path, Folder, CancellationToken.None);
        return reading.History ?? throw new InvalidOperationException(reading.Problem);
    }

    private static Instant At(string instant) => InstantPattern.ExtendedIso.Parse(instant).Value;
}
