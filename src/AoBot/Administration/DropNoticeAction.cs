using AoBot.Outbox;
using AoBot.Slack.Receiving;

namespace AoBot.Administration;

/// <summary>"Drop" beside a notice that is uncertain or failed: it is done with.</summary>
public sealed class DropNoticeAction(OutboxDesk desk) : IBlockActionHandler
{
    public const string ActionId = "outbox.drop";

    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) =>
        desk.Settle(request, "notice.drop", NoticeState.Skipped, "Dropped", cancellationToken);
}
