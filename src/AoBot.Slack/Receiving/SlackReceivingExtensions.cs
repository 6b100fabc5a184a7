using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AoBot.Slack.Receiving;

/// <summary>Adds receiving to a host.</summary>
public static class SlackReceivingExtensions
{
    /// <summary>Registers receiving and its handlers. Words for people after a failure need the Web API client (<c>AddSlackApi</c>), too.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options; wrong ones stop the start of the host.</param>
    /// <param name="register">Registers the handlers.</param>
    public static IServiceCollection AddSlackReceiving(
        this IServiceCollection services,
        Action<SlackReceivingOptions> configure,
        Action<SlackReceivingBuilder> register)
    {
        var registrations = services.FirstOrDefault(static service => service.ServiceType == typeof(SlackRegistrations))?.ImplementationInstance as SlackRegistrations;
        if (registrations is null)
        {
            registrations = new();
            services.AddSingleton(registrations);
            services.AddSingleton<IValidateOptions<SlackReceivingOptions>, SlackReceivingOptionsCheck>();
            services.AddSingleton<BackgroundWork>();
            services.AddHostedService(static provider => provider.GetRequiredService<BackgroundWork>());
            services.AddSingleton(static provider => new HandlersAtWork(provider.GetRequiredService<BackgroundWork>()));
        }

        services.AddOptions<SlackReceivingOptions>().Configure(configure).ValidateOnStart();
        services.TryAddSingleton<SlackDoor>();
        services.TryAddSingleton<PersonNotices>();
        services.TryAddSingleton<HandlerRunner>();
        services.TryAddSingleton<CommandEndpoint>();
        services.TryAddSingleton<InteractionEndpoint>();
        services.TryAddSingleton<ActionRunner>();
        services.TryAddSingleton<ViewRunner>();
        services.TryAddSingleton<EventEndpoint>();
        services.TryAddSingleton<EventDispatcher>();
        register(new(services, registrations));
        return services;
    }

    /// <summary>
    /// Maps <c>POST /slack/command</c>, <c>/slack/action</c>, <c>/slack/options</c> and <c>/slack/event</c>. A GET is answered only when it is
    /// Slack's check of the certificate (<c>?ssl_check=1</c>).
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it.</exception>
    public static IEndpointConventionBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        _ = services.GetRequiredService<IOptions<SlackReceivingOptions>>().Value;
        var command = services.GetRequiredService<CommandEndpoint>();
        var interaction = services.GetRequiredService<InteractionEndpoint>();
        var slackEvent = services.GetRequiredService<EventEndpoint>();
        var door = services.GetRequiredService<SlackDoor>();

        var slack = endpoints.MapGroup("/slack");
        slack.MapPost("/command", command.Answer);
        slack.MapPost("/action", interaction.Answer);
        slack.MapPost("/options", interaction.Answer);
        slack.MapPost("/event", slackEvent.Answer);
        foreach (var path in (string[])["/command", "/action", "/options", "/event"])
        {
            slack.MapGet(path, context => AnswerGet(context, door));
        }

        return slack;
    }

    private static Task AnswerGet(HttpContext context, SlackDoor door)
    {
        if (context.Request.Query["ssl_check"] == "1")
        {
            return Answers.Empty(context);
        }

        context.Response.Headers.Allow = HttpMethods.Post;
        return door.Refuse(context, Refusal.OnlyPost);
    }
}
