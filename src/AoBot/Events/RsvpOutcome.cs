namespace AoBot.Events;

/// <summary>What came of a press.</summary>
/// <param name="Refusal">Why it was not taken; none where it was.</param>
/// <param name="Occurrence">To what; none where it is not there any more.</param>
/// <param name="Invitee">Who, as they stand now.</param>
/// <param name="Seats">All, as they stand now.</param>
public sealed record RsvpOutcome(RsvpRefusal? Refusal, Occurrence? Occurrence = null, Invitee? Invitee = null, Seating? Seats = null);
