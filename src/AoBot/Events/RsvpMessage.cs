using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>What is said to who pressed an answer: what it means for them, or whom to ask.</summary>
public static class RsvpMessage
{
    /// <param name="outcome">What came of it.</param>
    /// <param name="today">On the program's clocks.</param>
    /// <param name="file">The presser's calendar file.</param>
    public static MessageBody Confirm(RsvpOutcome outcome, LocalDate today, Uri? file = null)
    {
        if (outcome.Occurrence is not { } occurrence)
        {
            return new("This is not there any more.");
        }

        var (before, after) = outcome switch
        {
            { Refusal: RsvpRefusal.NotInvited } => ("This goes by invitation. If you would like to come, please ask its host; they are glad to hear from you.", null),
            { Refusal: RsvpRefusal.Cancelled } => ("", ", does not take place."),
            { Refusal: RsvpRefusal.HasBegun } => ("", ", has begun. Please write to its host."),
            { Refusal: RsvpRefusal.AnswersAreClosed } => ("The time to answer is over for ", ". Please tell its host; they can still change it for you."),
            { Seats: { } seats, Invitee: { } invitee } => Meaning(seats, invitee),
            _ => ("Nothing changed.", null),
        };
        if (after is null)
        {
            return new(before, [Parts.Plain(before)]);
        }

        var calendar = outcome is { Refusal: null, Invitee: { } them, Seats: { } all } && (all.Coming.Contains(them) || all.Waiting.Contains(them) || all.Maybe.Contains(them)) ? file : null;
        return new(
            $"{before}{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, today)}{after}{GatheringWords.CalendarText(calendar, InvitationMessage.IntoCalendar)}",
            [Parts.Section(Mrkdwn.Of($"{before}*{occurrence.Gathering.Title}*, {GatheringWords.Shown(occurrence, today)}{after}{GatheringWords.Calendar(calendar, InvitationMessage.IntoCalendar)}"))]);
    }

    /// <summary>Who comes and may come, by name; nobody is called.</summary>
    public static MessageBody Who(Occurrence occurrence, IReadOnlyDictionary<string, string> names, LocalDate today)
    {
        var seats = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);
        var (coming, maybe) = (Names(seats.Coming, names), Names(seats.Maybe, names));
        var words = $"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, today)}. Coming: {(coming.Length > 0 ? coming : "nobody has said so yet")}.{(maybe.Length > 0 ? $" Maybe: {maybe}." : "")}";
        return new(words, [Parts.Plain(words)]);
    }

    /// <summary>What stands before and behind what it is about.</summary>
    private static (string Before, string? After) Meaning(Seating seats, Invitee invitee) => seats switch
    {
        _ when seats.Coming.Contains(invitee) => ("You are coming: ", "."),
        _ when seats.Waiting.ToList().IndexOf(invitee) is var place and >= 0 => ("All places of ", $", are taken. You are number {place + 1} of those who wait, and I tell you when there is a place."),
        _ when seats.Maybe.Contains(invitee) => ("You may come: ", ". Please say so when you know."),
        _ when seats.Cant.Contains(invitee) => ("You cannot come: ", ". Thank you for saying so."),
        _ => ("I took your answer back: ", "."),
    };

    private static string Names(IReadOnlyList<Invitee> people, IReadOnlyDictionary<string, string> names)
    {
        var (shown, left) = Cut.To(people, 20);
        return string.Join(", ", [.. shown.Select(i => HostMessage.NameOf(i, names)), .. left > 0 ? [$"+ {left} more"] : Array.Empty<string>()]);
    }
}
