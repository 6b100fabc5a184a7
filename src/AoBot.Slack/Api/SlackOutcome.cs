namespace AoBot.Slack.Api;

/// <summary>
/// What became of one call to Slack: it was done (<see cref="Sent"/>), it certainly was not
/// (<see cref="Refused"/>), or nobody can tell (<see cref="Unknown"/>).
/// </summary>
/// <remarks>
/// Slack documents no idempotency key, and says of <c>internal_error</c> and <c>fatal_error</c> that part of the
/// operation may have succeeded; a call that was cut off may have been carried out as well. Sending such a message
/// again may send it twice, so the client never does: the caller looks first.
/// See https://docs.slack.dev/reference/methods/chat.postMessage (errors).
/// </remarks>
/// <typeparam name="T">What the method answers when it succeeds.</typeparam>
public abstract record SlackOutcome<T>
{
    private SlackOutcome()
    {
    }

    /// <summary>Slack said yes.</summary>
    /// <param name="Response">Slack's answer.</param>
    public sealed record Sent(T Response) : SlackOutcome<T>;

    /// <summary>Nothing was done, and that is certain: Slack said no, or the request never left this machine.</summary>
    /// <param name="Error">Why not.</param>
    public sealed record Refused(SlackError Error) : SlackOutcome<T>;

    /// <summary>It may have been done or not: a timeout, a dropped connection, HTTP 5xx, an answer that cannot be
    /// read, or an error that Slack itself calls uncertain.</summary>
    /// <param name="Reason">A short code for the log and the operator, such as <c>timeout</c>,
    /// <c>connection_lost</c>, <c>http_503</c>, <c>unreadable_answer</c>, <c>internal_error</c>, <c>cancelled</c>.
    /// Never holds anything that was sent.</param>
    public sealed record Unknown(string Reason) : SlackOutcome<T>;

    /// <summary>The same outcome with another response: what a method answers, or one part of it.</summary>
    /// <typeparam name="TOther">The other response.</typeparam>
    /// <param name="map">Called for <see cref="Sent"/> only.</param>
    /// <returns>The outcome.</returns>
    public SlackOutcome<TOther> Map<TOther>(Func<T, TOther> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return this switch
        {
            Sent sent => new SlackOutcome<TOther>.Sent(map(sent.Response)),
            Refused refused => new SlackOutcome<TOther>.Refused(refused.Error),
            Unknown unknown => new SlackOutcome<TOther>.Unknown(unknown.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
