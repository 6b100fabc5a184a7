using System.Net;
using AoBot.CommandLine;
using AoBot.Tests.Host;
using Microsoft.Extensions.Hosting;

namespace AoBot.Tests.Running;

/// <summary>A setting that cannot be used stops the start, and says which, why and what to do.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private Workspace _workspace = null!;

    public async Task InitializeAsync() => _workspace = await Workspace.Create();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    [Theory]
    [InlineData("Slack:SigningSecret", "Basic Information")]
    [InlineData("Slack:BotToken", "xoxb-")]
    [InlineData("Program:ChannelId", "channel")]
    [InlineData("Program:StaffUserIds:0", "user id")]
    public async Task What_only_serving_needs_is_asked_for_by_name_when_it_is_missing_or_blank(string setting, string cure)
    {
        foreach (var value in new[] { null, "", "  " })
        {
            _workspace.Settings[setting] = value;

            var served = await _workspace.Run();

            Assert.Equal((AoBotCommandLine.BadInput, ""), (served.Code, served.Output));
            Assert.Contains(setting.Replace(":0", "", StringComparison.Ordinal), served.Errors, StringComparison.Ordinal);
            Assert.Contains(cure, served.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", served.Errors, StringComparison.Ordinal);
            Assert.Equal(AoBotCommandLine.Good, (await _workspace.Run("say", "/ao kr 2.1")).Code);
        }
    }

    [Theory]
    [InlineData("Slack:AppToken", "xapp-1")]
    [InlineData("Database:Provider", "Postgres")]
    [InlineData("Database:Provider", "POSTGRES")]
    public async Task What_comes_later_is_refused_as_not_in_this_version(string setting, string value)
    {
        _workspace.Settings[setting] = value;

        foreach (var arguments in new[] { Array.Empty<string>(), ["say", "/ao status"], ["doctor"] })
        {
            var ran = await _workspace.Run(arguments);

            Assert.Equal(AoBotCommandLine.BadInput, ran.Code);
            Assert.Contains(setting, ran.Errors, StringComparison.Ordinal);
            Assert.Contains("not in this version", ran.Errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Slack:ApiUrl", "slack.com/api")]
    [InlineData("Slack:ApiUrl", "ftp://slack.com/api/")]
    [InlineData("Slack:BotToken", "xoxb-1 2")]
    [InlineData("Slack:BotToken", "xoxb-é")]
    [InlineData("Program:ChannelId", "#alpha_omega")]
    [InlineData("Program:ChannelId", "U0000ANNA")]
    [InlineData("Program:ChannelId", "c0000fund")]
    [InlineData("Program:ChannelId", "C0000FUND\nC1")]
    [InlineData("Program:StaffUserIds:0", "anna")]
    [InlineData("Program:StaffUserGroupId", "@staff")]
    [InlineData("Program:StaffUserIds:0", "<@U0000ANNA>")]
    [InlineData("Program:StaffUserIds", "U0000ANNA,bob")]
    [InlineData("Program:TimeZone", "New York")]
    [InlineData("Program:TimeZone", "UTC+5")]
    [InlineData("Program:Holidays:0", "Christmas")]
    [InlineData("Program:Holidays:0", "2026-02-30")]
    [InlineData("Program:Holidays:0", "24.12.2026")]
    [InlineData("Program:CalendarLink", "javascript:alert(1)")]
    [InlineData("Program:CalendarLink", "calendar")]
    [InlineData("Database:Provider", "MySql")]
    [InlineData("Updates:GitHub:ApiUrl", "api.github.com")]
    [InlineData("Updates:GitHub:ApiUrl", "ftp://api.github.com/")]
    [InlineData("Updates:GitHub:Repository", "alpha-omega")]
    [InlineData("Updates:GitHub:Repository", "https://github.com/ossf/alpha-omega")]
    [InlineData("Updates:GitHub:Repository", "ossf/alpha omega")]
    [InlineData("Updates:GitHub:Branch", "two words")]
    [InlineData("Updates:GitHub:Branch", "main^")]
    [InlineData("Updates:GitHub:Token", "github pat")]
    public async Task A_value_that_cannot_be_used_is_named_with_its_setting_and_a_cure(string setting, string value)
    {
        _workspace.Settings[setting] = value;

        var served = await _workspace.Run();

        Assert.Equal(AoBotCommandLine.BadInput, served.Code);
        Assert.Contains(setting.Split(":0")[0], served.Errors, StringComparison.Ordinal);
        Assert.Contains(": ", served.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", served.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-1", served.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("1719579600")]
    public async Task A_start_of_the_clock_that_is_no_instant_is_refused(string value)
    {
        (_workspace.EnvironmentName, _workspace.Settings["Clock:Start"]) = (Environments.Development, value);

        var said = await _workspace.Run("say", "/ao status");

        Assert.Equal(AoBotCommandLine.BadInput, said.Code);
        Assert.Contains("Clock:Start", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_is_not_set_in_Production()
    {
        _workspace.Settings["Clock:Start"] = "2024-06-28T13:00:00Z";

        var served = await _workspace.Run();

        Assert.Equal(AoBotCommandLine.BadInput, served.Code);
        Assert.Contains("Clock:Start", served.Errors, StringComparison.Ordinal);
        Assert.Contains("Production", served.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_values_count_as_none_so_that_defaults_stand()
    {
        foreach (var setting in new[] { "Slack:AppToken", "Slack:TeamId", "Slack:AppId", "Program:StaffUserGroupId", "Program:TimeZone", "Program:Holidays", "Program:CalendarLink", "Database:Provider", "Clock:Start", "Program:StaffUserIds:1" })
        {
            _workspace.Settings[setting] = " ";
        }

        var bot = await _workspace.Start();

        Assert.Contains("June 28", (await bot.Command("/ao status")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("U0000AAAA,U0000STAF")]
    [InlineData("U0000AAAA U0000STAF ")]
    [InlineData(" U0000AAAA , U0000STAF")]
    public async Task Staff_can_be_named_in_one_line(string line)
    {
        _workspace.Settings.Remove("Program:StaffUserIds:0");
        _workspace.Settings["Program:StaffUserIds"] = line;
        _workspace.Clock.Advance(TimeSpan.FromDays(17));

        var bot = await _workspace.Start();

        Assert.Contains("its link is not recorded", (await bot.AsStaff("/ao status")).Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api_app_id", "A0000ELSE")]
    [InlineData("team_id", "T0000ELSE")]
    public async Task What_is_meant_for_another_app_or_workspace_is_not_answered(string field, string value)
    {
        var bot = await _workspace.Start();

        var (status, body) = await bot.Send(Slack.Tests.SlackRequest.Command("/ao", "status", (field, value)));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("KR", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_zone_has_another_midnight()
    {
        _workspace.Settings["Program:TimeZone"] = "Pacific/Kiritimati";

        var bot = await _workspace.Start();

        Assert.Contains("June 29", (await bot.Command("/ao status")).Text, StringComparison.Ordinal);
    }
}
