using AoBot.Conversations;
using AoBot.Slack.Blocks;

namespace AoBot.Events.Calendars;

/// <summary>How somebody gets gatherings into their own calendar: everybody the public meetings, an invitee their roundtables.</summary>
public static class CalendarMessage
{
    /// <param name="kind">Of what.</param>
    /// <param name="everybody">The address of everybody's calendar; none where AoBot cannot be reached.</param>
    public static Answer Render(GatheringKind kind, Uri? everybody)
    {
        if (everybody is null)
        {
            return Parts.Short("I have no address that calendars could read. Whoever runs me can give me one: the setting `Program:PublicUrl`.");
        }

        if (kind == GatheringKind.Meeting)
        {
            return new Answer(
                $"The public meetings as a calendar: {everybody.AbsoluteUri} Let your calendar subscribe to this address, and it stays right by itself.",
                [Parts.Section(Mrkdwn.Of($"The public meetings as a calendar: {Mrkdwn.Link(everybody, everybody.AbsoluteUri)}\nLet your calendar subscribe to this address, and it stays right by itself."))]);
        }

        const string What = "Your calendar can show the roundtables that you are invited to, and stays right by itself. I make an address for you alone; whoever knows it can read it, so keep it to yourself. It holds nobody's name.";
        return new Answer(
            $"{What} To get one, press the button below this in Slack.",
            [
                Parts.Plain(What),
                new ActionsBlock([new Button(CalendarFeedAction.NewId, "Make an address") { Value = "roundtables" }, new Button(CalendarFeedAction.EndId, "End all of mine") { Value = "roundtables" }]),
            ])
        {
            IsShareable = false,
        };
    }

    /// <summary>Told once: what is kept does not show it again.</summary>
    public static MessageBody Made(Uri address) => new(
        $"Your calendar of roundtables: {address.AbsoluteUri} Let your calendar subscribe to it. I cannot show it again; if you lose it, or somebody else learns it, end it and make another.",
        [
            Parts.Section(Mrkdwn.Of($"Your calendar of roundtables:\n{Mrkdwn.Link(address, address.AbsoluteUri)}")),
            Parts.Plain("Let your calendar subscribe to it. I cannot show it again; if you lose it, or somebody else learns it, end it and make another."),
            new ActionsBlock([new Button(CalendarFeedAction.EndId, "End all of mine") { Value = "roundtables" }]),
        ]);

    public static MessageBody MadeBefore() => Parts.Short("I made an address for this press already. If you do not have it, press once more for another.").ToMessage();

    public static MessageBody Ended(int count) => Parts.Short(count == 0
        ? "You have no address of a calendar, so there is nothing to end."
        : $"{"address".ToQuantity(count)} ended: nobody can read your roundtables there any more.").ToMessage();
}
