using System.Globalization;
using AoBot.Conversations;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Reminders;
using AoBot.Slack.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>Staff hear that a contact is not the one, and say whether whom they name may be written to; within their own hours, as all that they hear of updates.</summary>
public sealed class NotMeKind(PeopleDirectory people, Settings settings, ProgramClock clock) : INoticeKind
{
    public string Kind => UpdateNotices.NotMe;

    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var id = int.Parse(notice.Data ?? "0", CultureInfo.InvariantCulture);
        if (await db.ContactDenials.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken) is not { Accepted: null } denial)
        {
            return new NoticeDecision.Skip("answered");
        }

        var (now, hours) = (clock.Now, await HoursOf(notice.Recipient, db, cancellationToken));
        if (!hours.IsOpen(now))
        {
            return new NoticeDecision.Wait(hours.OnOrAfter(now), "it is not their hour");
        }

        var partner = await db.Roster.AsNoTracking().Where(r => r.Key == denial.Partner).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken) ?? denial.Partner;
        return new NoticeDecision.Send(NotMeMessage.Render(denial.Id, denial.Partner, partner, await people.NameOf(denial.Person, null, cancellationToken), denial.Proposed is { } proposed ? await people.NameOf(proposed, null, cancellationToken) : null));
    }

    private async Task<ReminderHours> HoursOf(string recipient, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var zone = await db.People.Where(p => p.SlackId == recipient).Select(p => p.ZoneId).FirstOrDefaultAsync(cancellationToken);
        var hour = await db.ReminderPreferences.Where(p => p.SlackId == recipient).Select(p => p.Hour).FirstOrDefaultAsync(cancellationToken);
        return new ReminderHours(hour ?? settings.ReminderRules.From, settings.ReminderRules.QuietFrom, (zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? clock.Zone);
    }
}

/// <summary>That a contact is not the one, rendered for staff.</summary>
public static class NotMeMessage
{
    public const string YesId = "not_me.yes";
    public const string NoId = "not_me.no";

    public static MessageBody Render(int id, string key, string partner, string person, string? proposed)
    {
        var words = proposed is null
            ? $"{person} says that they are not the one to ask about {partner}, and names nobody. I ask them no more."
            : $"{person} says that they are not the one to ask about {partner}, and names {proposed}. I ask {person} no more. May I write to {proposed} instead?";
        return new MessageBody(
            words,
            [
                Parts.Section(Mrkdwn.Of($"{words}")),
                new ActionsBlock(
                [
                    .. proposed is null ? [] : (BlockElement[])[new Button(YesId, "Yes, write to them") { Value = $"{id}", Style = ButtonStyle.Primary }, new Button(NoId, "No") { Value = $"{id}", AccessibilityLabel = "No, do not write to them" }],
                    AskAction.Button(new Ask($"engagement edit {key}", "Edit the contacts…"), 0),
                ]),
            ]);
    }
}
