using System.Globalization;
using AoBot.Conversations;
using AoBot.Events.Calendars;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Events;

/// <summary>Going, Maybe, Can't, and the menu beside them. Only who is invited can answer; others are told whom to ask.</summary>
public sealed class RsvpAction(
    RsvpRegister register,
    Settings settings,
    IDbContextFactory<AoBotDbContext> contexts,
    ProgramClock clock,
    PersonalReply reply,
    WindowOpener windows) : IBlockActionHandler
{
    public const string Going = "rsvp.going";
    public const string Maybe = "rsvp.maybe";
    public const string Cant = "rsvp.cant";
    public const string More = "rsvp.more";

    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (what, id) = Read(request.Action);
        switch (what)
        {
            case Going or Maybe or Cant or InvitationMessage.Withdraw:
                await Answer(request, id, what switch { Going => RsvpAnswer.Going, Maybe => RsvpAnswer.Maybe, Cant => RsvpAnswer.Cant, _ => null }, cancellationToken);
                break;
            case InvitationMessage.MoreReminders:
                await Remind(request, id, cancellationToken);
                break;
            case InvitationMessage.Note or InvitationMessage.Substitute:
                await Open(request, what == InvitationMessage.Note ? GatheringsMessage.Window("leave a note", RsvpNoteView.Render(id)) : GatheringsMessage.Window("send someone else", RsvpSubstituteView.Render(id)), cancellationToken);
                break;
            case InvitationMessage.Who:
                await Who(request, id, cancellationToken);
                break;
            default:
                await reply.Send(request, Parts.Short("This choice is from another version of mine, so nothing was changed. Please use the newest message.").ToMessage(), cancellationToken);
                break;
        }
    }

    private static (string What, int Id) Read(BlockAction action)
    {
        var parts = (action.SelectedOption?.Value ?? $"{action.ActionId}:{action.Value}").Split(':');
        return (parts[0], parts is [_, var id] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
    }

    private async Task Answer(BlockActionRequest request, int id, RsvpAnswer? answer, CancellationToken cancellationToken)
    {
        var outcome = await register.Answer(id, request.User.Id, answer, Order(request.Action), cancellationToken);
        await reply.Send(request, RsvpMessage.Confirm(outcome, clock.Today, outcome.Invitee is { } invitee ? CalendarAddress.OfInvitation(settings, invitee.Id) : null), cancellationToken);
    }

    private async Task Remind(BlockActionRequest request, int id, CancellationToken cancellationToken)
    {
        var outcome = await register.Change(
            id,
            o => o.Invitees.Find(i => i.SlackId == request.User.Id),
            (_, i) => i.WantsReminders != (i.WantsReminders = true),
            isHost: false,
            cancellationToken);
        await reply.Send(request, outcome.Refusal is null ? new MessageBody("I remind you, too, a day and an hour before, unless you cannot come.") : RsvpMessage.Confirm(outcome, clock.Today), cancellationToken);
    }

    /// <summary>For invitees and the host alone.</summary>
    private async Task Who(BlockActionRequest request, int id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var occurrence = await GatheringTable.Find(db, id, cancellationToken);
        var body = occurrence is not null && (occurrence.Gathering.HostId == request.User.Id || occurrence.Invitees.Exists(i => i.SlackId == request.User.Id && i.RemovedAt is null))
            ? RsvpMessage.Who(occurrence, await GatheringFacts.NamesOf(db, occurrence, cancellationToken), clock.Today)
            : RsvpMessage.Confirm(new RsvpOutcome(RsvpRefusal.NotInvited, occurrence), clock.Today);
        await reply.Send(request, body, cancellationToken);
    }

    private async Task Open(BlockActionRequest request, Answer window, CancellationToken cancellationToken)
    {
        if (await windows.Open(request.TriggerId, window, cancellationToken) is { } instead)
        {
            await reply.Send(request, instead.ToMessage(), cancellationToken);
        }
    }

    /// <summary>Slack's time stamp of the press, filled up so that it sorts as text.</summary>
    internal static string Order(BlockAction action)
    {
        var parts = action.ActionTs.Split('.');
        return $"{parts[0].PadLeft(12, '0')}.{(parts.Length > 1 ? parts[1] : "").PadRight(6, '0')}";
    }
}
