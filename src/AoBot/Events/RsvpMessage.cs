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

        var title = $"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, today)}";
        var words = outcome switch
        {
            { Refusal: RsvpRefusal.NotInvited } => "This goes by invitation. If you would like to come, please ask its host; they are glad to hear from you.",
            { Refusal: RsvpRefusal.Cancelled } => $"{title}, does not take place.",
            { Refusal: RsvpRefusal.HasBegun } => $"{title}, has begun. Please write to its host.",
            { Refusal: RsvpRefusal.AnswersAreClosed } => $"The time to answer is over for {title}. Please tell its host; they can still change it for you.",
            { Seats: { } seats, Invitee: { } invitee } => Meaning(seats, invitee, title),
            _ => "Nothing changed.",
        };
        return outcome is { Refusal: null, Invitee: { } them, Seats: { } all } && (all.Coming.Contains(them) || all.Waiting.Contains(them) || all.Maybe.Contains(them)) && file is not null
            ? new($"{words}{GatheringWords.CalendarText(file, InvitationMessage.IntoCalendar)}", [Parts.Section(Mrkdwn.Of($"{words}{GatheringWords.Calendar(file, InvitationMessage.IntoCalendar)}"))])
            : new(words, [Parts.Plain(words)]);
    }

    /// <summary>Who comes and may come, by name; nobody is called.</summary>
    public static MessageBody Who(Occurrence occurrence, IReadOnlyDictionary<string, string> names, LocalDate today)
    {
        var seats = RsvpPolicy.Seats(occurrence.Invitees, occurrence.DateVersion, occurrence.Gathering.Capacity);
        var (coming, maybe) = (Names(seats.Coming, names), Names(seats.Maybe, names));
        var words = $"{occurrence.Gathering.Title}, {GatheringWords.When(occurrence, today)}. Coming: {(coming.Length > 0 ? coming : "nobody has said so yet")}.{(maybe.Length > 0 ? $" Maybe: {maybe}." : "")}";
        return new(words, [Parts.Plain(words)]);
    }

    private static string Meaning(Seating seats, Invitee invitee, string title) => seats switch
    {
        _ when seats.Coming.Contains(invitee) => $"You are coming: {title}.",
        _ when seats.Waiting.ToList().IndexOf(invitee) is var place and >= 0 => $"All places of {title}, are taken. You are number {place + 1} of those who wait, and I tell you when there is a place.",
        _ when seats.Maybe.Contains(invitee) => $"You may come: {title}. Please say so when you know.",
        _ when seats.Cant.Contains(invitee) => $"You cannot come: {title}. Thank you for saying so.",
        _ => $"I took your answer back: {title}.",
    };

    private static string Names(IReadOnlyList<Invitee> people, IReadOnlyDictionary<string, string> names)
    {
        var (shown, left) = Cut.To(people, 20);
        return string.Join(", ", [.. shown.Select(i => HostMessage.NameOf(i, names)), .. left > 0 ? [$"+ {left} more"] : Array.Empty<string>()]);
    }
}
