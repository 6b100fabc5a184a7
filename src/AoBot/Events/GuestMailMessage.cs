using System.Globalization;
using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>For the host: a mail to each guest whom Slack does not reach, ready to be sent, with the guest's own calendar file.</summary>
public static class GuestMailMessage
{
    private const int Most = 15;

    /// <summary>Who is invited and cannot be written to in Slack.</summary>
    public static IReadOnlyList<Invitee> Guests(Occurrence occurrence) => [.. occurrence.Invitees.Where(i => i is { SlackId: null, RemovedAt: null })];

    /// <param name="occurrence">To what.</param>
    /// <param name="fileOf">The address of a guest's calendar file; none where AoBot cannot be reached from outside.</param>
    /// <param name="today">On the program's clocks.</param>
    public static Answer Render(Occurrence occurrence, Func<Invitee, Uri?> fileOf, LocalDate today)
    {
        var guests = Guests(occurrence);
        if (guests.Count == 0)
        {
            return Parts.Short($"Everybody who is invited to {occurrence.Gathering.Title}, {GatheringWords.When(occurrence, today)}, is reached in Slack. Guests by name come with /ao roundtable invite {occurrence.Id}.") with { IsShareable = false };
        }

        var (shown, left) = Cut.To(guests, Most);
        var letters = shown.Select(g => (Guest: g, File: fileOf(g), Letter: Letter(occurrence, g, fileOf(g)))).ToList();
        const string What = "Slack does not reach these guests. Please write to them, and answer for them when they reply.";
        return new Answer(
            $"{What} {string.Join(" ", letters.Select(l => $"To {l.Guest.GuestName}: {l.Letter}"))}{(left > 0 ? $" And {left} more." : "")}",
            [
                Parts.Plain(What),
                .. letters.Select(l => Parts.Section(Mrkdwn.Of($"*{l.Guest.GuestName}* · {Mrkdwn.Link(Mail(occurrence, l.Letter), "Write the mail")}{(l.File is null ? "" : " ·")}{GatheringWords.Calendar(l.File, "Calendar file to attach")}"))),
                .. left > 0 ? [Parts.Note(Mrkdwn.Of($"+ {left} more: `export roundtables` writes them all"))] : Array.Empty<Block>(),
                new RichTextBlock([new RichTextPreformatted([new RichTextText(letters[0].Letter)])]),
                Parts.Note(Mrkdwn.Of($"{(guests.Count == 1 ? "The mail" : "The first of these mails")}, to copy.{(letters[0].File is null ? " There is no calendar file, as I have no address (Program:PublicUrl)." : "")}")),
                new ActionsBlock([AskAction.Button(new Ask($"roundtable answer {occurrence.Id}", "Answer for someone"), 0)]),
            ])
        {
            IsShareable = false,
            IsKept = false,
        };
    }

    /// <summary>In full: whoever reads a mail is elsewhere, and reads it later.</summary>
    private static string Letter(Occurrence occurrence, Invitee guest, Uri? file)
    {
        var gathering = occurrence.Gathering;
        var when = GatheringWords.InFull(occurrence.Day, occurrence.Time, occurrence.Minutes, gathering.Zone);
        var lastDay = (occurrence.AnswerBy - Duration.Epsilon).InZone(DateTimeZoneProviders.Tzdb[gathering.Zone]).Date;
        return string.Join(
            "\n\n",
            new[]
            {
                $"Hello {guest.GuestName},",
                $"Alpha-Omega invites you to {gathering.Title}: {when}.\n{GatheringWords.WhereText(occurrence.PlaceNow, occurrence.LinkNow)}".TrimEnd(),
                gathering.Description,
                gathering.Agenda is { } agenda ? $"Agenda:\n{agenda}" : null,
                file is null ? null : $"For your calendar: {file.AbsoluteUri}",
                $"Can you come? Please answer this mail by {DayWords.FullDay(lastDay)}.",
            }.OfType<string>());
    }

    /// <summary>RFC 6068. Whose address it goes to the host knows; none is kept here.</summary>
    private static Uri Mail(Occurrence occurrence, string letter)
    {
        var subject = $"Invitation: {occurrence.Gathering.Title}, {occurrence.Day.ToString("MMMM d, uuuu", CultureInfo.InvariantCulture)}";
        return new Uri($"mailto:?subject={Uri.EscapeDataString(subject)}&body={Uri.EscapeDataString(Short(letter))}");
    }

    /// <summary>Within what a section holds (3,000 characters), escaped as a mail's address is.</summary>
    private static string Short(string letter) => letter.Length <= 700 ? letter : string.Concat(letter.AsSpan(0, letter.LastIndexOf('\n', 700) is var end and > 0 ? end : 700), "\n…");
}
