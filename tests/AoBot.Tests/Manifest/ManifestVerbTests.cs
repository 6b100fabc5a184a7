using System.Text.Json;
using AoBot.CommandLine;

namespace AoBot.Tests.Manifest;

/// <summary><c>manifest --url</c>: the same manifest, for an address.</summary>
public sealed class ManifestVerbTests
{
    [Theory]
    [InlineData("https://bot.fund.example", "https://bot.fund.example")]
    [InlineData("https://bot.fund.example/", "https://bot.fund.example")]
    [InlineData("https://fund.example:8443/bots/ao/", "https://fund.example:8443/bots/ao")]
    public async Task Every_address_becomes_the_one_that_was_named(string url, string host)
    {
        var (code, output, _) = await Run("--url", url);

        Assert.Equal(AoBotCommandLine.Good, code);
        Assert.DoesNotContain(ManifestVerb.Placeholder, output, StringComparison.Ordinal);
        var settings = JsonDocument.Parse(output).RootElement.GetProperty("settings");
        Assert.Equal($"{host}/slack/event", settings.GetProperty("event_subscriptions").GetProperty("request_url").GetString());
        Assert.Equal($"{host}/slack/action", settings.GetProperty("interactivity").GetProperty("request_url").GetString());
    }

    [Fact]
    public async Task Everything_else_stays_as_it_is()
    {
        var (_, output, _) = await Run("--url", "https://bot.fund.example");

        using var printed = JsonDocument.Parse(output.Replace("https://bot.fund.example", ManifestVerb.Placeholder, StringComparison.Ordinal));
        Assert.True(JsonElement.DeepEquals(ManifestFile.Root, printed.RootElement));
    }

    [Theory]
    [InlineData("http://bot.fund.example")]
    [InlineData("bot.fund.example")]
    [InlineData("https://bot.fund.example/?a=1")]
    [InlineData("https://bot.fund.example/#a")]
    [InlineData("https://somebody@bot.fund.example")]
    public async Task What_Slack_cannot_call_is_wrong_usage(string url)
    {
        var (code, output, errors) = await Run("--url", url);

        Assert.Equal(AoBotCommandLine.WrongUsage, code);
        Assert.Empty(output);
        Assert.Contains("https://", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_it_is_wrong_usage() => Assert.Equal(AoBotCommandLine.WrongUsage, (await Run()).Code);

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await AoBotCommandLine.Run(["manifest", .. arguments], output, errors, (_, _) => throw new InvalidOperationException("The application was made."));
        return (code, output.ToString(), errors.ToString());
    }
}
