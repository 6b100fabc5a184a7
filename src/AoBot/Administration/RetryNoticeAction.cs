using AoBot.Outbox;
using AoBot.Slack.Receiving;

namespace AoBot.Administration;

/// <summary>"Send again" beside a notice that is uncertain or failed: it is planned anew, and its reason is asked for anew.</summary>
public sealed class RetryNoticeAction(OutboxDesk desk) : IBlockActionHandler
{
    public const string ActionId = "outbox.retry";

    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) =>
        desk.Settle(request, "notice.retry", NoticeState.Planned, "I send it again, if there is still a reason for it", cancellationToken);
}
