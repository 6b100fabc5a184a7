using AoBot.Conversations;
using AoBot.Slack.Blocks;

namespace AoBot.Events;

/// <summary>What the channel is told of a gathering, as it is now. A roundtable has no names, no place and no link there.</summary>
public static class AnnouncementMessage
{
    public static MessageBody Render(GatheringFacts facts)
    {
        var (occurrence, today) = (facts.Occurrence, facts.Today);
        var title = occurrence.Gathering.Title;
        var when = GatheringWords.When(occurrence, today);
        if (occurrence.IsCancelled)
        {
            return new($"{title}, {when}, does not take place.", [Parts.Section(Mrkdwn.Of($"*{title}*, {GatheringWords.Shown(occurrence, today)}, does not take place."))]);
        }

        if (occurrence.Gathering.Kind == GatheringKind.Roundtable)
        {
            var coming = facts.Seats.Coming.Count > 0 ? $" {facts.Seats.Coming.Count} {(facts.Seats.Coming.Count == 1 ? "is" : "are")} coming so far." : "";
            return new($"{title}: {when}, by invitation.{coming}", [Parts.Section(Mrkdwn.Of($"*{title}*: {GatheringWords.Shown(occurrence, today)}, by invitation.{coming}"))]);
        }

        // A quarter of an hour before, the day goes without saying.
        var isSoon = facts.Data.Step == AnnouncementNotice.Soon;
        var isToday = isSoon && occurrence.Day == today;
        var (begins, beginsText) = isToday
            ? (GatheringWords.ShownTime(occurrence), DayWords.Time(occurrence.StartsAt, occurrence.Gathering.Zone))
            : (GatheringWords.Shown(occurrence, today), when);
        var verb = isToday ? "begins at" : isSoon ? "begins" : "is on";
        var about = new[] { occurrence.Gathering.Description, occurrence.Gathering.Agenda }.OfType<string>().ToList();
        var calendar = facts.CalendarLink is { } link ? $" Calendar: {link}" : "";
        return new(
            $"{title} {verb} {beginsText}. {GatheringWords.WhereText(occurrence.PlaceNow, occurrence.LinkNow)}. Everybody is welcome.{calendar}",
            [
                Parts.Section(Mrkdwn.Of($"*{title}* {verb} *{begins}*\n{GatheringWords.Where(occurrence.PlaceNow, occurrence.LinkNow)}\nEverybody is welcome.")),
                .. !isSoon ? about.Select(words => (Block)Parts.Plain(words)) : [],
                Parts.Note(Mrkdwn.Join(" · ", [Mrkdwn.Of($"{when}; shown in your own time above"), .. facts.CalendarLink is { } url ? [Mrkdwn.Link(url, "OpenSSF calendar")] : Array.Empty<Mrkdwn>()])),
            ]);
    }
}
