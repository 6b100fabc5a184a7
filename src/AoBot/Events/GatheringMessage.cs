using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>What people who have to do with a gathering are told of it: reminders, changes, a place, thanks.</summary>
public static class GatheringMessage
{
    private const string When = "When";
    private const string ChangeCalendar = "Change it in your calendar";
    private const string OffCalendar = "Take it off your calendar";

    public static MessageBody Reminder(GatheringFacts facts)
    {
        var occurrence = facts.Occurrence;
        var isSoon = facts.Data.Step == GatheringReminderNotice.Hour;
        var away = isSoon ? "in an hour" : "tomorrow";
        var begins = isSoon ? GatheringWords.ShownTime(occurrence) : GatheringWords.Shown(occurrence, facts.Today);
        var said = facts.Recipient is { } invitee && facts.Seats.Coming.Contains(invitee) ? "come" : "may come";
        var cure = facts.Now < occurrence.AnswerBy
            ? "Please change your answer in the invitation above; its host is glad to know."
            : $"Please tell {facts.Names.GetValueOrDefault(occurrence.Gathering.HostId, "its host")}, who can still change your answer.";
        return new(
            $"{occurrence.Gathering.Title} is {away}: {GatheringWords.When(occurrence, facts.Today)}. {GatheringWords.WhereText(occurrence.PlaceNow, occurrence.LinkNow)}",
            [
                Parts.Section(Mrkdwn.Of($"*{occurrence.Gathering.Title}* is {away}: *{begins}*\n{GatheringWords.Where(occurrence.PlaceNow, occurrence.LinkNow)}")),
                Parts.Note(Mrkdwn.Of($"You get this because you said that you {said}. Did something come up? {cure} `/ao settings` changes when I remind you.")),
            ]);
    }

    /// <summary>Old and new, side by side; whose date moved is asked anew.</summary>
    public static MessageBody Change(GatheringFacts facts)
    {
        var (occurrence, today, was) = (facts.Occurrence, facts.Today, facts.Data.Was!);
        var (title, zone) = (occurrence.Gathering.Title, occurrence.Gathering.Zone);
        if (occurrence.IsCancelled)
        {
            return new(
                $"{title}, {GatheringWords.When(was.Start, zone, today)}, does not take place.{GatheringWords.CalendarText(facts.File, OffCalendar)}",
                [Parts.Section(Mrkdwn.Of($"*{title}*, {GatheringWords.Shown(was.Start, zone, today)}, does not take place.{GatheringWords.Calendar(facts.File, OffCalendar)}"))]);
        }

        // In a channel a roundtable's place and link are nobody's business; there only the date is told.
        var isForAll = facts.Recipient is not null || occurrence.Gathering.Kind == GatheringKind.Meeting;
        var changes = Changes(occurrence, was, today).Where(c => isForAll || c.What == When).ToList();
        var isAsked = facts.Recipient is { RemovedAt: null } && was.Start != occurrence.StartsAt && facts.Now < occurrence.AnswerBy;
        var isAskedAnew = isAsked && facts.Seats.AnsweredOldDate.Contains(facts.Recipient!);
        var ask = isAsked ? $" Can you come to the new date?{(isAskedAnew ? " What you answered to the old one does not count." : "")}" : "";
        return new(
            $"{title} has changed. {string.Join(" ", changes.Select(c => $"{c.What}: {c.Old} → {c.New}."))}{ask}{GatheringWords.CalendarText(facts.File, ChangeCalendar)}",
            [
                Parts.Section(Mrkdwn.Join("\n", [Mrkdwn.Of($"*{title}* has changed.{GatheringWords.Calendar(facts.File, ChangeCalendar)}"), .. changes.Select(c => Mrkdwn.Of($"• {c.What}: ~{c.OldShown}~ → *{c.NewShown}*"))])),
                .. isAsked ? [Parts.Plain(ask.Trim()), InvitationMessage.Buttons(occurrence)] : Array.Empty<Block>(),
            ]);
    }

    public static MessageBody Place(GatheringFacts facts) => new(
        $"There is a place for you: {facts.Occurrence.Gathering.Title}, {GatheringWords.When(facts.Occurrence, facts.Today)}. You are coming; if you cannot any more, please say so, and the next one gets it.{GatheringWords.CalendarText(facts.File, InvitationMessage.IntoCalendar)}",
        [
            Parts.Section(Mrkdwn.Of($"There is a place for you: *{facts.Occurrence.Gathering.Title}*, {GatheringWords.Shown(facts.Occurrence, facts.Today)}\nYou are coming; if you cannot any more, please say so, and the next one gets it.{GatheringWords.Calendar(facts.File, InvitationMessage.IntoCalendar)}")),
            .. facts.Now < facts.Occurrence.AnswerBy ? [InvitationMessage.Buttons(facts.Occurrence)] : Array.Empty<Block>(),
        ]);

    public static MessageBody Thanks(GatheringFacts facts)
    {
        var notes = Uri.TryCreate(facts.Occurrence.NotesLink, UriKind.Absolute, out var url) ? url : null;
        return new(
            $"Thank you for coming to {facts.Occurrence.Gathering.Title} on {DayWords.Day(facts.Occurrence.Day, facts.Today)}.{(notes is null ? "" : $" The notes: {notes}")}",
            [Parts.Section(Mrkdwn.Of($"Thank you for coming to *{facts.Occurrence.Gathering.Title}* on {DayWords.Day(facts.Occurrence.Day, facts.Today)}.{(notes is null ? Mrkdwn.Empty : Mrkdwn.Of($" {Mrkdwn.Link(notes, "The notes")}"))}"))]);
    }

    private static IEnumerable<(string What, string Old, string New, Mrkdwn OldShown, Mrkdwn NewShown)> Changes(Occurrence occurrence, GatheringWas was, LocalDate today)
    {
        var zone = occurrence.Gathering.Zone;
        if (was.Start != occurrence.StartsAt)
        {
            yield return (When, GatheringWords.When(was.Start, zone, today), GatheringWords.When(occurrence, today), GatheringWords.Shown(was.Start, zone, today), GatheringWords.Shown(occurrence, today));
        }

        if (was.Place != occurrence.PlaceNow)
        {
            yield return ("Where", was.Place ?? "none", occurrence.PlaceNow ?? "none", Mrkdwn.Escape(was.Place ?? "none"), Mrkdwn.Escape(occurrence.PlaceNow ?? "none"));
        }

        if (was.Link != occurrence.LinkNow)
        {
            yield return ("Link", was.Link is null ? "none" : "the old one", occurrence.LinkNow ?? "none", Mrkdwn.Escape(was.Link is null ? "none" : "the old one"), GatheringWords.Where(null, occurrence.LinkNow) is { IsEmpty: false } link ? link : Mrkdwn.Escape("none"));
        }
    }
}
