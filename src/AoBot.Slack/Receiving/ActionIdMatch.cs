namespace AoBot.Slack.Receiving;

/// <summary>How a registered action_id is compared with one that arrives. An exact one wins over a prefix, a longer prefix over a shorter.</summary>
public enum ActionIdMatch
{
    /// <summary>The whole id.</summary>
    Exact,

    /// <summary>The id's beginning, for ids that carry a part of their own, for instance <c>link.</c>.</summary>
    Prefix,
}
