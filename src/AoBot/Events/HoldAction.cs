using System.Globalization;
using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Events;

/// <summary>"Hold it back" below a preview, and "Let it go" afterwards: for the host and the fund's staff.</summary>
public sealed class HoldAction(WriteGate gate, Roles roles, ProgramClock clock, OutboxSignal outbox, PersonalReply reply) : IBlockActionHandler
{
    public const string ActionId = "gathering.hold";
    public const string ReleaseId = "gathering.release";

    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var holds = request.Action.ActionId == ActionId;
        var id = int.TryParse(request.Action.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var title = await gate.Write(
            async db =>
            {
                var occurrence = await db.Occurrences.Include(o => o.Gathering).FirstOrDefaultAsync(o => o.Id == id, cancellationToken);
                if (occurrence is null || !(roles.IsStaff(request.User.Id) || occurrence.Gathering.HostId == request.User.Id))
                {
                    return null;
                }

                if (occurrence.IsHeld != holds)
                {
                    occurrence.IsHeld = holds;
                    db.Audit.Add(new AuditEntry { At = clock.Now, Actor = request.User.Id, Action = holds ? "gathering.hold" : "gathering.release", Subject = $"{occurrence.Gathering.Kind}".ToLowerInvariant(), Detail = $"{occurrence.Day:uuuu-MM-dd}" });
                }

                if (!holds)
                {
                    // What waited is asked about at once.
                    var part = $"/{occurrence.Id}/";
                    var waiting = await db.Notices.Where(n => n.State == NoticeState.Planned && (n.Kind == AnnouncementNotice.KindName || n.Kind == InvitationNotice.KindName) && n.Key.Contains(part)).ToListAsync(cancellationToken);
                    waiting.ForEach(n => n.NotBefore = NodaTime.Instant.Min(n.NotBefore, clock.Now));
                }

                return $"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, clock.Today)}";
            },
            cancellationToken);
        outbox.Wake();
        var words = title is null ? "Only its host and the fund's staff can hold this back."
            : holds ? $"I hold {title}, back and tell nobody of it until you let it go."
            : $"{title}, goes out now.";
        await reply.Send(
            request,
            new MessageBody(words, [Parts.Plain(words), .. title is not null && holds ? [new ActionsBlock([new Button(ReleaseId, "Let it go") { Value = request.Action.Value }])] : Array.Empty<Block>()]),
            cancellationToken);
    }
}
