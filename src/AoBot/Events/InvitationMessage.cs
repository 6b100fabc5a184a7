using System.Globalization;
using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>An invitation, as it is now: what, when and where, what they have answered, and the buttons to answer while that can be done.</summary>
public static class InvitationMessage
{
    /// <summary>What the link to a calendar file says.</summary>
    public const string IntoCalendar = "Put it into your calendar";

    public const string Note = "note";
    public const string Who = "who";
    public const string Substitute = "substitute";
    public const string Withdraw = "withdraw";
    public const string MoreReminders = "remind";

    /// <param name="facts">Of it.</param>
    /// <param name="invitee">Whose; none where they are invited no more.</param>
    public static MessageBody Render(GatheringFacts facts, Invitee? invitee)
    {
        var (occurrence, today) = (facts.Occurrence, facts.Today);
        var (title, when) = (occurrence.Gathering.Title, GatheringWords.When(occurrence, today));
        if (occurrence.IsCancelled)
        {
            return new($"{title}, {when}, does not take place.", [Parts.Section(Mrkdwn.Of($"*{title}*, {GatheringWords.Shown(occurrence, today)}, does not take place."))]);
        }

        if (invitee is not { RemovedAt: null })
        {
            return new($"You are not invited to {title}, {when}, any more. If that is wrong, please ask its host.", [Parts.Section(Mrkdwn.Of($"You are not invited to *{title}*, {GatheringWords.Shown(occurrence, today)}, any more. If that is wrong, please ask its host."))]);
        }

        var state = State(facts, invitee);
        var file = facts.Seats.Cant.Contains(invitee) ? null : facts.File;
        var isOpen = facts.Now < occurrence.AnswerBy;
        var until = isOpen ? Until(facts.Seats, invitee, DayWords.Day(LastDay(occurrence), today)) : "";
        return new(
            $"You are invited: {title}, {when}. {GatheringWords.WhereText(occurrence.PlaceNow, occurrence.LinkNow)}. {state}{until}{GatheringWords.CalendarText(file, IntoCalendar)}",
            [
                .. What(occurrence, today),
                Parts.Section(Mrkdwn.Of($"{state}{until}{GatheringWords.Calendar(file, IntoCalendar)}")),
                .. isOpen ? [Buttons(occurrence)] : Array.Empty<Block>(),
                Parts.Note(Mrkdwn.Of($"{when}; shown in your own time above. You get this because you are invited{(invitee.Partner is null ? "" : " for a partner of the fund")}.")),
            ]);
    }

    /// <summary>What it is, when and where, as everybody who is invited reads it.</summary>
    public static IEnumerable<Block> What(Occurrence occurrence, LocalDate today)
    {
        var gathering = occurrence.Gathering;
        yield return Parts.Section(Mrkdwn.Of($"You are invited: *{gathering.Title}*\n*{GatheringWords.Shown(occurrence, today)}*\n{GatheringWords.Where(occurrence.PlaceNow, occurrence.LinkNow)}"));
        foreach (var words in new[] { gathering.Description, gathering.Agenda is { } agenda ? $"Agenda: {agenda}" : null }.OfType<string>())
        {
            yield return Parts.Plain(words);
        }
    }

    /// <summary>To those who have not answered, or said yes to the old date.</summary>
    public static MessageBody Chase(GatheringFacts facts, Invitee invitee)
    {
        var (occurrence, today) = (facts.Occurrence, facts.Today);
        var asked = facts.Seats.AnsweredOldDate.Contains(invitee)
            ? $"{ToOldDate(invitee)} Can you come to the new one?"
            : "Can you come? Any of the three answers helps.";
        return new(
            $"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, today)}. {asked} Answers are open until {DayWords.Day(LastDay(occurrence), today)}.",
            [
                Parts.Section(Mrkdwn.Of($"*{occurrence.Gathering.Title}*, {GatheringWords.Shown(occurrence, today)}\n{asked} Answers are open until {DayWords.Day(LastDay(occurrence), today)}.")),
                Buttons(occurrence),
            ]);
    }

    /// <summary>The three answers and one menu.</summary>
    public static ActionsBlock Buttons(Occurrence occurrence)
    {
        var value = occurrence.Id.ToString(CultureInfo.InvariantCulture);
        return new(
        [
            new Button(RsvpAction.Going, "Going") { Value = value },
            new Button(RsvpAction.Maybe, "Maybe") { Value = value },
            new Button(RsvpAction.Cant, "Can't") { Value = value },
            new OverflowMenu(RsvpAction.More,
            [
                new Option(new PlainText("Add a note"), $"{Note}:{value}"),
                new Option(new PlainText("Who is coming"), $"{Who}:{value}"),
                new Option(new PlainText("Send someone else"), $"{Substitute}:{value}"),
                new Option(new PlainText("Remind me, too, if maybe"), $"{MoreReminders}:{value}"),
                new Option(new PlainText("Take my answer back"), $"{Withdraw}:{value}"),
            ]),
        ]);
    }

    /// <summary>What they answered, and what that means.</summary>
    public static string State(GatheringFacts facts, Invitee invitee)
    {
        var seats = facts.Seats;
        var note = invitee.Rsvp?.Note is { } words ? $" Your note: {words}" : "";
        return seats switch
        {
            _ when seats.Coming.Contains(invitee) => $"You are coming.{note}",
            _ when seats.Waiting.ToList().IndexOf(invitee) is var place and >= 0 => $"All places are taken; you are number {place + 1} of those who wait, and I tell you when there is one.{note}",
            _ when seats.Maybe.Contains(invitee) => $"You may come.{note}",
            _ when seats.Cant.Contains(invitee) => $"You cannot come.{note}",
            _ when seats.AnsweredOldDate.Contains(invitee) => ToOldDate(invitee),
            _ => "You have not answered yet.",
        };
    }

    private static string ToOldDate(Invitee invitee) => $"You said {(invitee.Rsvp?.Answer == RsvpAnswer.Maybe ? "maybe" : "yes")} to the old date.";

    private static string Until(Seating seats, Invitee invitee, string lastDay) =>
        seats.AnsweredOldDate.Contains(invitee) ? $" Please answer anew by {lastDay}."
        : seats.NoAnswer.Contains(invitee) ? $" Please answer by {lastDay}."
        : $" You can change this until {lastDay}.";

    private static LocalDate LastDay(Occurrence occurrence) =>
        (occurrence.AnswerBy - Duration.Epsilon).InZone(DateTimeZoneProviders.Tzdb[occurrence.Gathering.Zone]).Date;
}
