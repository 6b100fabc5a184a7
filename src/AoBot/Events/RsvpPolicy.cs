using NodaTime;

namespace AoBot.Events;

/// <summary>Who has a place, who waits for one, and whether somebody may answer. Places are worked out, never kept: so there are never more than there are.</summary>
public static class RsvpPolicy
{
    /// <param name="invitees">All of the occurrence, also those who are invited no more.</param>
    /// <param name="dateVersion">The date that counts; a yes to an earlier one is none.</param>
    /// <param name="capacity">How many may come; none where nobody counts.</param>
    public static Seating Seats(IEnumerable<Invitee> invitees, int dateVersion, int? capacity)
    {
        var invited = invitees.Where(i => i.RemovedAt is null).ToList();
        var coming = invited.Where(i => i.Rsvp is { Answer: RsvpAnswer.Going } rsvp && rsvp.DateVersion == dateVersion).OrderBy(i => i.Rsvp!.Arrival).ThenBy(i => i.Id).ToList();
        return new Seating(
            [.. coming.Take(capacity ?? int.MaxValue)],
            [.. coming.Skip(capacity ?? int.MaxValue)],
            [.. invited.Where(i => i.Rsvp is { Answer: RsvpAnswer.Maybe } rsvp && rsvp.DateVersion == dateVersion)],
            [.. invited.Where(i => i.Rsvp?.Answer == RsvpAnswer.Cant)],
            [.. invited.Where(i => i.Rsvp is { Answer: RsvpAnswer.Going or RsvpAnswer.Maybe } rsvp && rsvp.DateVersion != dateVersion)],
            [.. invited.Where(i => i.Rsvp?.Answer is null)]);
    }

    /// <summary>Why somebody cannot answer, in words for them; none where they can.</summary>
    /// <param name="occurrence">To what.</param>
    /// <param name="invitee">Who; none where they were never invited.</param>
    /// <param name="isHost">The host may answer for others also when the time to answer is over.</param>
    /// <param name="now">By the program's clock.</param>
    public static RsvpRefusal? Refuses(Occurrence occurrence, Invitee? invitee, bool isHost, Instant now) => occurrence switch
    {
        _ when invitee is not { RemovedAt: null } => RsvpRefusal.NotInvited,
        { IsCancelled: true } => RsvpRefusal.Cancelled,
        _ when now >= occurrence.StartsAt && !isHost => RsvpRefusal.HasBegun,
        _ when now >= occurrence.AnswerBy && !isHost => RsvpRefusal.AnswersAreClosed,
        _ => null,
    };

    /// <summary>Makes the answer theirs. The same twice changes nothing; an earlier press that arrives later changes nothing either.</summary>
    /// <returns>Whether something changed.</returns>
    public static bool Answer(Occurrence occurrence, Invitee invitee, RsvpAnswer? answer, RsvpPress press)
    {
        var rsvp = invitee.Rsvp;
        if (rsvp is not null && string.CompareOrdinal(press.Order, rsvp.PressedAt) <= 0)
        {
            return false;
        }

        if (rsvp is null)
        {
            invitee.Rsvp = rsvp = new Rsvp { PressedAt = press.Order, AnsweredAt = press.At, AnsweredBy = press.By };
        }
        else if (rsvp.Answer == answer && rsvp.DateVersion == occurrence.DateVersion)
        {
            rsvp.PressedAt = press.Order;
            return false;
        }

        // Who comes anew stands last; who comes already keeps their place.
        if (answer == RsvpAnswer.Going && !(rsvp.Answer == RsvpAnswer.Going && rsvp.DateVersion == occurrence.DateVersion))
        {
            rsvp.Arrival = ++occurrence.Arrivals;
        }

        (rsvp.Answer, rsvp.DateVersion, rsvp.PressedAt, rsvp.AnsweredAt, rsvp.AnsweredBy) = (answer, occurrence.DateVersion, press.Order, press.At, press.By);
        return true;
    }

    /// <summary>A capacity below those who were promised a place is refused: nobody is sent away.</summary>
    public static string? RefusesCapacity(int? capacity, Seating now) =>
        capacity is { } most && most < now.Coming.Count ? $"{now.Coming.Count} have a place already. Write at least {now.Coming.Count}, or leave it blank." : null;
}

/// <param name="Coming">Who has a place, in the order in which they said so.</param>
/// <param name="Waiting">Who waits for one, in that order.</param>
/// <param name="Maybe">Who may come.</param>
/// <param name="Cant">Who cannot.</param>
/// <param name="AnsweredOldDate">Who said yes, or maybe, before the date moved, and has not answered since.</param>
/// <param name="NoAnswer">Who has not answered, or took it back.</param>
public sealed record Seating(
    IReadOnlyList<Invitee> Coming,
    IReadOnlyList<Invitee> Waiting,
    IReadOnlyList<Invitee> Maybe,
    IReadOnlyList<Invitee> Cant,
    IReadOnlyList<Invitee> AnsweredOldDate,
    IReadOnlyList<Invitee> NoAnswer)
{
    /// <summary>Who waited before and has a place now.</summary>
    public IEnumerable<Invitee> PromotedSince(Seating before) => Coming.Where(i => before.Waiting.Any(w => w.Id == i.Id));

    /// <summary>The ecosystems of those who come.</summary>
    public IReadOnlyList<string> Ecosystems => [.. Coming.Select(i => i.Ecosystem).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}

public enum RsvpRefusal
{
    NotInvited,
    Cancelled,
    HasBegun,
    AnswersAreClosed,
}

/// <param name="Order">Sorts presses as Slack saw them: its time stamp, of one length.</param>
/// <param name="At">By the program's clock.</param>
/// <param name="By">The Slack id of who pressed.</param>
public sealed record RsvpPress(string Order, Instant At, string By)
{
    /// <summary>What is said in a window: later than every press of this invitee's before it, by whatever clock those were stamped.</summary>
    public static RsvpPress After(Invitee invitee, Instant at, string by) => new($"{invitee.Rsvp?.PressedAt}+", at, by);
}
