using System.Text.RegularExpressions;
using AoBot.CommandLine;

namespace AoBot.Tests.Container;

/// <summary>What the image is, read from its Dockerfile: the image itself is built by whoever runs it.</summary>
public sealed class DockerfileTests
{
    [Fact]
    public void It_builds_in_one_stage_and_runs_in_another() =>
        Assert.Equal(["${SDK_IMAGE} AS build", "${ASPNET_IMAGE} AS final"], Dockerfile.All.Where(i => i.Name == "FROM").Select(i => i.Words));

    [Fact]
    public void Its_base_images_can_be_replaced_and_are_pinned_to_the_minor_version_of_the_framework()
    {
        var framework = Regex.Match(Repository.Read("Directory.Build.props"), "<TargetFramework>net(?<version>[0-9]+[.][0-9]+)<", RegexOptions.NonBacktracking).Groups["version"].Value;
        var images = Dockerfile.Of("", "ARG");

        Assert.Equal(["SDK_IMAGE", "ASPNET_IMAGE"], images.Select(image => image.Split('=')[0]));
        Assert.All(images, image => Assert.Equal(framework, image.Split(':')[^1]));
    }

    [Fact]
    public void Its_packages_are_those_of_the_lock_files()
    {
        Assert.Contains(Dockerfile.Of("build", "RUN"), run => run.Contains("dotnet restore", StringComparison.Ordinal) && run.Contains("--locked-mode", StringComparison.Ordinal));
        Assert.Contains(Dockerfile.Of("build", "RUN"), run => run.Contains("dotnet publish", StringComparison.Ordinal) && run.Contains("--no-restore", StringComparison.Ordinal));
        foreach (var project in new[] { "AoBot", "AoBot.Slack" })
        {
            Assert.Contains(Dockerfile.Of("build", "COPY"), copy => copy.Contains($"src/{project}/packages.lock.json", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void It_is_compiled_ahead_and_knows_its_commit()
    {
        Assert.Contains("COMMIT=", Dockerfile.Of("build", "ARG"));
        Assert.Contains(Dockerfile.Of("build", "RUN"), run => run.EndsWith("-p:SourceRevisionId=${COMMIT}", StringComparison.Ordinal));
        Assert.Contains("<PublishReadyToRun>true</PublishReadyToRun>", Repository.Read("src/AoBot/AoBot.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_as_a_numbered_user_who_is_not_root()
    {
        var user = Assert.Single(Dockerfile.Of("final", "USER"));
        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", user);
        Assert.Contains(Dockerfile.Of("final", "COPY"), copy => copy.Contains($"--chown={user} /data /data", StringComparison.Ordinal));
    }

    [Fact]
    public void It_writes_to_its_one_volume_only()
    {
        Assert.Equal("/data", Assert.Single(Dockerfile.Of("final", "VOLUME")));
        Assert.Contains("ConnectionStrings__AoBot=\"Data Source=/data/aobot.db\"", Dockerfile.Of("final", "ENV"));
        // SQLite sorts large things in a file; the runtime opens a socket for debuggers. Neither may need a folder for temporary files.
        Assert.Contains("SQLITE_TMPDIR=/data", Dockerfile.Of("final", "ENV"));
        Assert.Contains("DOTNET_EnableDiagnostics=0", Dockerfile.Of("final", "ENV"));
    }

    [Fact]
    public void Its_health_check_asks_the_product_itself_at_the_port_it_listens_on()
    {
        var check = Assert.Single(Dockerfile.Of("final", "HEALTHCHECK"));
        Assert.EndsWith("CMD [\"dotnet\", \"AoBot.dll\", \"health\"]", check, StringComparison.Ordinal);
        Assert.Contains($"ASPNETCORE_HTTP_PORTS={new Uri(HealthVerb.DefaultUrl).Port}", Dockerfile.Of("final", "ENV"));
        Assert.Equal(new Uri(HealthVerb.DefaultUrl).Port.ToString(), Assert.Single(Dockerfile.Of("final", "EXPOSE")));
    }

    [Fact]
    public void It_starts_the_product_in_its_own_folder_without_a_shell()
    {
        Assert.Equal("[\"dotnet\", \"AoBot.dll\"]", Assert.Single(Dockerfile.Of("final", "ENTRYPOINT")));
        Assert.Equal("/app", Assert.Single(Dockerfile.Of("final", "WORKDIR")));
        Assert.Empty(Dockerfile.Of("final", "RUN"));
    }

    [Fact]
    public void It_holds_no_secret_and_asks_for_none_while_it_is_built() =>
        Assert.DoesNotContain(Dockerfile.All, i => Regex.IsMatch(i.Words, "Secret|Token|Password|xox", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking));

    [Fact]
    public void Only_what_it_copies_reaches_the_builder()
    {
        var lines = Repository.Read(".dockerignore").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        Assert.Equal("*", lines[0]);
        var let = lines.Where(line => line[0] == '!').Select(line => line[1..]).ToList();
        Assert.All(let, path => Assert.True(Repository.Holds(path), $"{path} is not there."));

        var copied = Dockerfile.Of("build", "COPY").SelectMany(copy => copy.Split(' ')[..^1]).ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, path => Assert.True(path == "src/" || let.Exists(l => path == l || path.StartsWith(l + "/", StringComparison.Ordinal)), $"{path} does not reach the builder."));
        Assert.All(let, path => Assert.True(copied.Exists(c => path == c || path.StartsWith(c, StringComparison.Ordinal)), $"{path} reaches the builder and is not used."));
    }

    [Fact]
    public void The_same_lines_are_followed_and_started_without_a_container()
    {
        var run = Repository.Read(".ci/run") + Repository.Read(".ci/steps.sh");
        Assert.Contains("stage build", run, StringComparison.Ordinal);
        Assert.Contains("stage final", run, StringComparison.Ordinal);
        // Of the product; the Playground is none of the image's.
        Assert.DoesNotMatch("dotnet publish (?!src/AoBot[.]Playground)", run);
        // .ci/run follows them in a folder of its own: an absolute path would leave it.
        Assert.All(Dockerfile.Of("build", "RUN"), line => Assert.DoesNotContain(" /", line, StringComparison.Ordinal));
    }
}
