using AoBot.Conversations;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Api;
using AoBot.Slack.Receiving;
using AoBot.Status;
using AoBot.Updates;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Home;

/// <summary>Somebody opens AoBot's Home tab: what is theirs and the picture of the day, rendered afresh for them alone.</summary>
public sealed partial class HomeOpenedHandler(IDbContextFactory<AoBotDbContext> contexts, UpdatesLedger ledger, Roles roles, ProgramClock clock, ISlackApiClient slack, ILogger<HomeOpenedHandler> logger) : IEventHandler<AppHomeOpened>
{
    public async Task Handle(AppHomeOpened slackEvent, EventCallback envelope, CancellationToken cancellationToken)
    {
        if (slackEvent.Tab != "home" || slackEvent.User is not { Length: > 0 } user)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var audience = roles.IsStaff(user) ? Audience.Staff : Audience.Public;
        var picture = await StatusPicture.Read(db, clock, ledger, audience, cancellationToken);
        var mine = MinePicture.Of(picture.Updates, user);
        var home = HomeTab.Render(StatusMessage.Render(picture, audience), clock.Today, mine.IsNobodys ? null : MineMessage.Render(mine));
        switch (await slack.Views.Publish(user, home, ct: cancellationToken))
        {
            case SlackOutcome<SlackView>.Refused { Error: RateLimited or Unreachable or AuthError } refused:
                throw new EventNotHandledException(refused.Error.Code);
            case SlackOutcome<SlackView>.Refused refused:
                LogRefused(refused.Error.Code);
                break;
            case SlackOutcome<SlackView>.Unknown:
                // Publishing the same picture twice does no harm.
                throw new EventNotHandledException("no clear answer");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A Home could not be shown: {Error}")]
    private partial void LogRefused(string error);
}
