using System.Globalization;
using AoBot.Conversations;
using AoBot.Events.Calendars;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;

namespace AoBot.Events;

/// <summary>The window in which the host invites people from Slack, and guests by name.</summary>
public sealed class InviteView(WriteGate gate, GatheringPlanning planning, PeopleDirectory directory, Roles roles, ProgramClock clock, Settings settings, OutboxSignal outbox) : IViewSubmissionHandler
{
    public const string CallbackId = "gathering.invite";
    private const string People = "people";
    private const string Guests = "guests";

    // Slack waits three seconds for the window; who is not known by then becomes known with the next look at what comes.
    private const int MostAsked = 5;

    public static ModalView Render(Occurrence occurrence, LocalDate today) => new("Invite",
    [
        Parts.Plain($"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, today)}; {GatheringWords.People(occurrence.Invitees.Count(i => i.RemovedAt is null))} invited so far."),
        new InputBlock("From Slack", new MultiUsersSelect(GatheringForm.Value) { MaxSelectedItems = 50 }) { BlockId = People, Optional = true },
        new InputBlock("Guests by name", new PlainTextInput(GatheringForm.Value) { Multiline = true, MaxLength = 2000 }) { BlockId = Guests, Optional = true, Hint = new PlainText("One a line. You get a mail to send to each, and answer for them.") },
    ])
    {
        CallbackId = CallbackId,
        PrivateMetadata = occurrence.Id.ToString(CultureInfo.InvariantCulture),
        Submit = "Invite",
        Close = "Cancel",
    };

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var state = submission.View.State;
        var people = state[People, GatheringForm.Value]?.SelectedUsers ?? [];
        var guests = (state[Guests, GatheringForm.Value]?.Value ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (guests.FirstOrDefault(Engagements.Contact.HoldsEmail) is not null)
        {
            return RsvpWindow.Error(Guests, "Names only: I keep no e-mail addresses of guests.");
        }

        foreach (var id in people.Take(MostAsked))
        {
            await directory.Find(id, cancellationToken);
        }

        var invited = await gate.Write(
            async db =>
            {
                var occurrence = await GatheringTable.Find(db, RsvpWindow.Occurrence(submission), cancellationToken);
                if (occurrence is not { IsCancelled: false } || !(roles.IsStaff(submission.User.Id) || occurrence.Gathering.HostId == submission.User.Id))
                {
                    return null;
                }

                foreach (var id in people)
                {
                    if (occurrence.Invitees.Find(i => i.SlackId == id) is { } known)
                    {
                        known.RemovedAt = null;
                    }
                    else
                    {
                        occurrence.Invitees.Add(new Invitee { SlackId = id });
                    }
                }

                occurrence.Invitees.AddRange(guests.Where(g => !occurrence.Invitees.Exists(i => i.GuestName == g)).Select(g => new Invitee { GuestName = g }));
                db.Audit.Add(new AuditEntry { At = clock.Now, Actor = submission.User.Id, Action = "gathering.invite", Subject = "roundtable", Detail = $"{occurrence.Day:uuuu-MM-dd}, {GatheringWords.People(people.Count + guests.Length)}" });
                await db.SaveChangesAsync(cancellationToken);
                await planning.Plan(db, occurrence, cancellationToken);
                await planning.Refresh(db, GatheringPlanning.MessagesOf(db, occurrence), cancellationToken);
                return occurrence;
            },
            cancellationToken);
        outbox.Wake();
        if (invited is not null && guests.Length > 0)
        {
            var mail = GuestMailMessage.Render(invited, g => CalendarAddress.OfInvitation(settings, g.Id), clock.Today);
            return ViewSubmissionResponse.Update(new ModalView("Mail to guests", [.. mail.Blocks.Where(b => b is not ActionsBlock)]) { Close = "Done" });
        }

        return ViewSubmissionResponse.Update(invited is not null
            ? GatheringSavedMessage.Added(invited, planning.Rules, clock.Now)
            : GatheringSavedMessage.Unchanged("Only its host and the fund's staff can invite to it, and only while it takes place."));
    }
}
