using AoBot.CommandLine;
using AoBot.Slack.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AoBot.Tests.Container;

/// <summary><c>health</c>, which the container asks every half minute.</summary>
public sealed class HealthVerbTests
{
    [Fact]
    public async Task A_bot_that_is_ready_is_healthy()
    {
        await using var bot = await Bot(StatusCodes.Status200OK, "ready as can be");

        var (code, output, _) = await Run("--url", bot.Urls.First());

        Assert.Equal(AoBotCommandLine.Good, code);
        Assert.Contains("ready as can be", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status404NotFound)]
    [InlineData(StatusCodes.Status302Found)]
    public async Task A_bot_that_is_not_ready_is_not_healthy_and_says_why(int status)
    {
        await using var bot = await Bot(status, "the database cannot be read");

        var (code, output, _) = await Run("--url", bot.Urls.First());

        Assert.Equal(AoBotCommandLine.BadInput, code);
        Assert.Contains("the database cannot be read", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_so()
    {
        using var nobody = new DeadPort();

        var (code, _, errors) = await Run("--url", nobody.Url);

        Assert.Equal(AoBotCommandLine.BadInput, code);
        Assert.Contains($"{nobody.Url}/health/ready does not answer", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://localhost")]
    public async Task What_is_no_address_is_wrong_usage(string url)
    {
        var (code, _, errors) = await Run("--url", url);

        Assert.Equal(AoBotCommandLine.WrongUsage, code);
        Assert.Contains(url, errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        // It needs no settings, so the application is not even made.
        var code = await AoBotCommandLine.Run(["health", .. arguments], output, errors, (_, _) => throw new InvalidOperationException("The application was made."));
        return (code, output.ToString(), errors.ToString());
    }

    private static async Task<WebApplication> Bot(int status, string words)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/health/ready", async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            await context.Response.WriteAsync(words);
        });
        await app.StartAsync();
        return app;
    }
}
