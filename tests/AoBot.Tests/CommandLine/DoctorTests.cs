using AoBot.CommandLine;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using AoBot.Updates.GitHub;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.CommandLine;

/// <summary><c>doctor</c>: each defect by name, with its cure.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.Create();

    public async Task DisposeAsync()
    {
        // The doctor may ask Slack what it likes to know, as long as it changes nothing.
        Assert.Equal(0, _workspace.Slack.Waiting("chat.postMessage") + _workspace.Slack.Waiting("chat.postEphemeral") + _workspace.Slack.Waiting("views.publish"));
        foreach (var method in new[] { "auth.test", "conversations.info" })
        {
            while (_workspace.Slack.Waiting(method) > 0)
            {
                await _workspace.Slack.Next(method);
            }
        }

        await _workspace.DisposeAsync();
    }

    [Fact]
    public async Task A_sound_configuration_is_fit_to_serve_and_nothing_is_changed()
    {
        var before = await _workspace.Content();

        var ran = await _workspace.Run("doctor");

        Assert.True(ran.Code == AoBotCommandLine.Good, ran.All);
        Assert.DoesNotContain("Cure", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Workspace.BotToken, ran.Output, StringComparison.Ordinal);
        Assert.Equal(before, await _workspace.Content());
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    public Task A_token_that_is_not_taken(string error) => IsBad("auth.test", RecordedSlack.Error(error), error, "OAuth & Permissions");

    [Theory]
    [InlineData("chat:write")]
    [InlineData("channels:read")]
    public Task A_scope_that_is_missing(string scope) => IsBad("auth.test", Auth(RecordedSlack.AllScopes.Replace(scope, "x", StringComparison.Ordinal)), scope, "install the app again");

    [Fact]
    public Task AoBot_is_not_in_the_channel() => IsBad("conversations.info", RecordedSlack.Json("""{"ok":true,"channel":{"id":"C0000FUND","name":"fund","is_member":false}}"""), "#fund", "/invite");

    [Fact]
    public Task The_channel_is_archived() => IsBad("conversations.info", RecordedSlack.Json("""{"ok":true,"channel":{"id":"C0000FUND","name":"fund","is_member":true,"is_archived":true}}"""), "archived", "Program:ChannelId");

    [Fact]
    public Task The_channel_is_not_seen() => IsBad("conversations.info", RecordedSlack.Error("channel_not_found"), "C0000FUND", "Program:ChannelId");

    [Fact]
    public Task The_clock_is_so_far_off_that_all_is_refused() => IsBad("auth.test", Auth(RecordedSlack.AllScopes, TimeSpan.FromMinutes(6)), "Clock", "time server");

    [Theory]
    [InlineData(-120)]
    [InlineData(120)]
    public Task A_clock_that_drifts_is_a_warning(int seconds) => IsWarned("auth.test", Auth(RecordedSlack.AllScopes, TimeSpan.FromSeconds(seconds)), "Clock", "time server");

    [Theory]
    [InlineData(",\"is_restricted\":true")]
    [InlineData(",\"is_stranger\":true")]
    [InlineData(",\"deleted\":true")]
    [InlineData(",\"is_bot\":true")]
    public Task Staff_who_cannot_be_staff_are_a_warning(string more) =>
        IsWarned("users.info", RecordedSlack.Json($$"""{"ok":true,"user":{{RecordedSlack.PersonJson(Workspace.Staff, more: more)}} }"""), Workspace.Staff, "Program:StaffUserIds");

    [Theory]
    [InlineData("""{"ok":false,"error":"missing_scope"}""", "usergroups:read")]
    [InlineData("""{"ok":false,"error":"no_such_subteam"}""", "Program:StaffUserGroupId")]
    public Task A_staff_group_that_cannot_be_read(string answer, string cure)
    {
        _workspace.Settings["Program:StaffUserGroupId"] = "S0000STAF";
        return IsBad("usergroups.users.list", RecordedSlack.Json(answer), "Staff group", cure);
    }

    [Fact]
    public Task A_staff_group_of_nobody_is_a_warning()
    {
        _workspace.Settings["Program:StaffUserGroupId"] = "S0000STAF";
        return IsWarned("usergroups.users.list", RecordedSlack.Json("""{"ok":true,"users":[]}"""), "S0000STAF", "Program:StaffUserIds");
    }

    [Fact]
    public Task Staff_whom_Slack_does_not_know_are_a_warning() => IsWarned("users.info", RecordedSlack.Error("user_not_found"), Workspace.Staff, "Program:StaffUserIds");

    [Fact]
    public async Task A_damaged_database()
    {
        var bytes = await File.ReadAllBytesAsync(_workspace.DatabaseFile);
        Array.Fill<byte>(bytes, 0xAA, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(_workspace.DatabaseFile, bytes);

        Holds(await _workspace.Run("doctor"), AoBotCommandLine.BadInput, "Database", "backup");
    }

    [Theory]
    [InlineData("Slack:SigningSecret")]
    [InlineData("Program:StaffUserIds:0")]
    [InlineData("Slack:BotToken")]
    public async Task A_setting_that_is_missing(string setting)
    {
        _workspace.Settings[setting] = "";

        Holds(await _workspace.Run("doctor"), AoBotCommandLine.BadInput, setting.Split(":0")[0], "Cure");
    }

    [Fact]
    public async Task Another_workspace_than_the_one_that_is_set()
    {
        _workspace.Settings["Slack:TeamId"] = "T0000ELSE";

        Holds(await _workspace.Run("doctor"), AoBotCommandLine.BadInput, "T0000ELSE", "Slack:TeamId");
    }

    [Fact]
    public async Task The_repository_is_fit_or_says_what_is_not()
    {
        await using var gitHub = new ToldGitHub();
        await gitHub.Start();
        _workspace.Settings["Updates:GitHub:ApiUrl"] = gitHub.Url.AbsoluteUri;
        _workspace.Settings["Updates:GitHub:Repository"] = "fund/updates";
        _workspace.Settings["Updates:GitHub:Token"] = ToldGitHub.Token;
        Assert.Contains("fund/updates can be read, branch main, every ten minutes", (await _workspace.Run("doctor")).Output, StringComparison.Ordinal);
        _workspace.Settings["Updates:GitHub:WebhookSecret"] = "0123456789abcdef";
        Assert.Contains("by webhook and every ten minutes", (await _workspace.Run("doctor")).Output, StringComparison.Ordinal);

        _workspace.Settings["Updates:GitHub:Branch"] = "release";
        Holds(await _workspace.Run("doctor"), AoBotCommandLine.BadInput, "has no branch release", "Updates:GitHub:Branch");
        _workspace.Settings["Updates:GitHub:Branch"] = null;
        _workspace.Settings["Updates:GitHub:Repository"] = "fund/elsewhere";
        Holds(await _workspace.Run("doctor"), AoBotCommandLine.BadInput, "fund/elsewhere", "Updates:GitHub:Repository");
        _workspace.Settings["Updates:GitHub:Repository"] = "fund/updates";
        gitHub.HasUpdates = false;
        Holds(await _workspace.Run("doctor"), AoBotCommandLine.Good, "has nothing under alpha/engagements", "Updates:GitHub:Path");
        gitHub.HasUpdates = true;
        gitHub.RefusesToken = true;
        var refused = await _workspace.Run("doctor");
        Holds(refused, AoBotCommandLine.BadInput, "Repository", "Updates:GitHub:Token");
        Assert.DoesNotContain(ToldGitHub.Token, refused.All, StringComparison.Ordinal);
        gitHub.RefusesToken = false;
        _workspace.Settings["Updates:GitHub:Token"] = null;
        Holds(await _workspace.Run("doctor"), AoBotCommandLine.Good, "can be read without a token", "Updates:GitHub:Token");
    }

    [Fact]
    public async Task A_repository_that_cannot_be_reached_is_said_with_what_to_check()
    {
        using var nobody = new DeadPort();
        var url = nobody.Url + "/";
        _workspace.Settings["Updates:GitHub:ApiUrl"] = url;
        _workspace.Settings["Updates:GitHub:Repository"] = "fund/updates";

        // The clock stands still: moved while a call is under way, it could run into the call's time limit, and that is said in other words.
        var doctor = await _workspace.RunWith(services => services.AddSingleton(new GitHubPatience { FirstDelay = TimeSpan.Zero }), "doctor");

        Holds(doctor, AoBotCommandLine.BadInput, "could not be reached", $"check that {url} can be reached from here");
    }

    private static RequestDelegate Auth(string scopes, TimeSpan ahead = default) => context =>
    {
        context.Response.Headers["x-oauth-scopes"] = scopes;
        context.Response.Headers.Date = (DateTimeOffset.Parse(context.Response.Headers.Date!, System.Globalization.CultureInfo.InvariantCulture) + ahead).ToString("r");
        return RecordedSlack.Json($$"""{"ok":true,"team":"Home","team_id":"T0000HOME","user":"aobot","user_id":"U0000BOT1"}""")(context);
    };

    private async Task IsBad(string method, RequestDelegate answer, string says, string cure)
    {
        _workspace.Slack.AnswerAlways(method, answer);
        Holds(await _workspace.Run("doctor"), AoBotCommandLine.BadInput, says, cure);
        await Took(method);
    }

    private async Task IsWarned(string method, RequestDelegate answer, string says, string cure)
    {
        _workspace.Slack.AnswerAlways(method, answer);
        Holds(await _workspace.Run("doctor"), AoBotCommandLine.Good, says, cure);
        await Took(method);
    }

    /// <summary>The calls that the doctor was expected to make.</summary>
    private async Task Took(string method)
    {
        while (_workspace.Slack.Waiting(method) > 0)
        {
            await _workspace.Slack.Next(method);
        }
    }

    private static void Holds(CommandResult ran, int code, string says, string cure)
    {
        Assert.Equal(code, ran.Code);
        var lines = ran.Output.Split('\n');
        var finding = Array.FindIndex(lines, line => line.Contains(says, StringComparison.Ordinal) && !line.StartsWith("good", StringComparison.Ordinal));
        Assert.True(finding >= 0, ran.All);
        Assert.StartsWith("Cure: ", lines[finding + 1].Trim(), StringComparison.Ordinal);
        Assert.Contains(cure, lines[finding + 1], StringComparison.Ordinal);
    }
}
