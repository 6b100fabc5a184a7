using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Manifest;

/// <summary>The product as its builder makes it, not started: what it registers and which routes it maps.</summary>
internal static class BuiltProduct
{
    public static async Task<T> Ask<T>(Func<WebApplication, T> question)
    {
        var folder = Directory.CreateTempSubdirectory("aobot-");
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ContentRootPath = folder.FullName,
                EnvironmentName = "Production",
                Args = ["--Slack:SigningSecret=not-a-real-secret", "--Slack:BotToken=xoxb-none", "--Program:ChannelId=C0CHANNEL", "--Program:StaffUserIds:0=U0STAFF"],
            });
            builder.AddAoBot();
            await using var app = builder.Build();
            app.UseAoBot();
            return question(app);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Each route as <c>POST /slack/command</c>.</summary>
    public static Task<IReadOnlyList<string>> Routes() => Ask<IReadOnlyList<string>>(app =>
    [
        .. ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.OfType<HttpMethodMetadata>().SelectMany(methods => methods.HttpMethods).Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .Order(StringComparer.Ordinal),
    ]);

    public static Task<T> Registrations<T>(Func<Slack.Receiving.SlackRegistrations, T> question) =>
        Ask(app => question(app.Services.GetRequiredService<Slack.Receiving.SlackRegistrations>()));
}
