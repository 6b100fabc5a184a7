using AoBot.Conversations;
using AoBot.Slack.Blocks;
using NodaTime;

namespace AoBot.Events;

/// <summary>What a window about a gathering turns into when it is saved: what is true now, and what comes next.</summary>
public static class GatheringSavedMessage
{
    private const string AtOnce = "now, or in the morning where it is night";

    /// <param name="occurrence">As it is now; none where the same window was saved before.</param>
    /// <param name="isNew">Whether it was made just now.</param>
    /// <param name="rules">What the program goes by.</param>
    /// <param name="now">When it was saved.</param>
    public static ModalView Render(Occurrence? occurrence, bool isNew, GatheringRules rules, Instant now)
    {
        if (occurrence is null)
        {
            return View("Saved", Mrkdwn.Of($"This was saved before."));
        }

        var next = occurrence switch
        {
            { CanBeAttended: false } => "Nobody hears of it before it has a time, and a link or a place.",
            { Gathering.Kind: GatheringKind.Meeting } when IsNews(GatheringPolicy.AnnouncesAt(occurrence, rules, now)) => $"I announce it in the channel {At(GatheringPolicy.AnnouncesAt(occurrence, rules, now), "now")}, and again 15 minutes before it begins.",
            { Gathering.Kind: GatheringKind.Roundtable } when Invited(occurrence) == 0 => "Nobody is invited yet: `/ao roundtable invite`.",
            { Gathering.Kind: GatheringKind.Roundtable } when IsNews(GatheringPolicy.InvitesAt(occurrence, rules, now)) => $"Invitations go to {GatheringWords.People(Invited(occurrence))} {At(GatheringPolicy.InvitesAt(occurrence, rules, now), AtOnce)}. `/ao roundtable invite` adds others.",
            _ => null,
        };
        return View(
            "Saved",
            Mrkdwn.Of($"*{occurrence.Gathering.Title}*, {GatheringWords.InFull(occurrence.Day, occurrence.Time, occurrence.Minutes, occurrence.Gathering.Zone)}"),
            Mrkdwn.Of($"{next}"),
            isNew ? Mrkdwn.Empty : Mrkdwn.Of($"Whoever has heard of it hears of a new time, place or link, and of nothing else. Calendars follow."));

        // Of what stands already nothing is said a second time.
        bool IsNews(Instant at) => isNew || at > now;

        string At(Instant at, string atOnce) => at <= now ? atOnce : $"on {On(at, rules, now)}, with a preview to its host an hour before";
    }

    /// <summary>Whom the host added is on the list.</summary>
    public static ModalView Added(Occurrence occurrence, GatheringRules rules, Instant now)
    {
        var at = GatheringPolicy.InvitesAt(occurrence, rules, now);
        return Done($"{GatheringWords.People(Invited(occurrence))} {(Invited(occurrence) == 1 ? "is" : "are")} on the list. Whoever is new gets the invitation {(at <= now ? AtOnce : $"on {On(at, rules, now)}")}.");
    }

    /// <param name="occurrence">What was cancelled; none where it was before.</param>
    /// <param name="withLater">Whether all later ones of the series were, too.</param>
    /// <param name="today">On the program's clocks.</param>
    public static ModalView Cancelled(Occurrence? occurrence, bool withLater, LocalDate today) => View(
        "Cancelled",
        occurrence is null ? Mrkdwn.Of($"This was cancelled before.") : Mrkdwn.Of($"*{occurrence.Gathering.Title}*, {GatheringWords.When(occurrence, today)}, does not take place{(withLater ? ", nor do the later ones" : "")}."),
        Mrkdwn.Of($"Whoever has heard of it hears so, and calendars take it off."));

    /// <summary>One sentence is enough.</summary>
    public static ModalView Done(string words) => View("Saved", Mrkdwn.Of($"{words}"));

    /// <summary>Why not.</summary>
    public static ModalView Unchanged(string words) => new("Nothing was changed", [Parts.Plain(words)]) { Close = "Close" };

    private static int Invited(Occurrence occurrence) => occurrence.Invitees.Count(i => i.RemovedAt is null);

    private static string On(Instant at, GatheringRules rules, Instant now) => GatheringWords.When(at, rules.Zone.Id, now.InZone(rules.Zone).Date);

    private static ModalView View(string title, params IEnumerable<Mrkdwn> lines) => new(title, [.. lines.Where(l => !l.IsEmpty).Select(Parts.Section)]) { Close = "Done" };
}
