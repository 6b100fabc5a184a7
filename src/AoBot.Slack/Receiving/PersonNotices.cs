using System.Text;
using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AoBot.Slack.Receiving;

/// <summary>Tells a person something after their request has been acknowledged.</summary>
internal sealed partial class PersonNotices(IServiceScopeFactory scopes, IOptions<SlackReceivingOptions> options, ILogger<PersonNotices> logger)
{
    private readonly SlackReceivingOptions _options = options.Value;

    /// <summary>Only this person sees it, and the message they acted on stays as it is.</summary>
    public Task Tell(InteractionRequest request, MessageBody body, CancellationToken cancellationToken) =>
        request.ResponseUrl is { } url
            ? Send(url, new ResponseUrlMessage(body), cancellationToken)
            : TellOtherwise(request, body, cancellationToken);

    /// <summary>Delivers a command's answer that came too late for the acknowledgement.</summary>
    public async Task Deliver(SlashCommand command, SlashCommandResponse response, CancellationToken cancellationToken)
    {
        if (response.Utf8Json.IsEmpty)
        {
            return;
        }

        if (command.ResponseUrl is not { } url)
        {
            LogNoAddress(logger, command.Command);
            return;
        }

        var answer = JsonReading.ParseObject(response.Utf8Json.Span);
        var body = SlackJson.ReadMessageBody(Encoding.UTF8.GetString(response.Utf8Json.Span));
        var type = answer.Text("response_type") is "in_channel" ? ResponseType.InChannel : ResponseType.Ephemeral;
        await Send(url, new ResponseUrlMessage(body) { ResponseType = type }, cancellationToken);
    }

    private async Task Send(Uri url, ResponseUrlMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<ResponseUrlClient>() is not { } client)
        {
            LogNoClient(logger);
            return;
        }

        // What Slack makes of it is logged by the client; there is nobody else to tell.
        await client.Send(url, message, cancellationToken);
    }

    private async Task TellOtherwise(InteractionRequest request, MessageBody body, CancellationToken cancellationToken)
    {
        if (_options.TellOtherwise is not { } tell)
        {
            LogNoAddress(logger, request.Type);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await tell(scope.ServiceProvider, new(request.User.Id, request.TriggerId, body), cancellationToken);
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "A person could not be answered: Slack gave no response_url with {Kind}")]
    private static partial void LogNoAddress(ILogger logger, string kind);

    [LoggerMessage(EventId = 31, Level = LogLevel.Error, Message = "A person could not be answered: no Web API client is registered (AddSlackApi)")]
    private static partial void LogNoClient(ILogger logger);
}
