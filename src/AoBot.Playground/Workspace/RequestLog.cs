using System.Collections.Immutable;

namespace AoBot.Playground.Workspace;

public enum RequestDirection
{
    /// <summary>Slack asks the bot.</summary>
    ToBot,

    /// <summary>The bot asks Slack.</summary>
    FromBot,
}

/// <summary>One request and its answer.</summary>
public sealed record LoggedRequest
{
    public long Id { get; init; }

    public required RequestDirection Direction { get; init; }

    /// <summary>By the program's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>GET or POST.</summary>
    public required string Method { get; init; }

    /// <summary>Without the host: <c>/slack/command</c>, <c>/api/chat.postMessage</c>.</summary>
    public required string Path { get; init; }

    /// <summary>In a few words: <c>/ao status</c>, <c>share.in_channel</c>, <c>app_mention</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>What was sent, as JSON where it can be read as such.</summary>
    public required string Request { get; init; }

    /// <summary>None where there was no answer.</summary>
    public int? Status { get; init; }

    public string? Response { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>To the bot: whether the bot took the signature. From the bot: whether the token was right.</summary>
    public bool? IsSignatureGood { get; init; }

    /// <summary>1 to 3 for an event that is sent again.</summary>
    public int? Retry { get; init; }

    /// <summary>What was done to the request on purpose, or what went wrong on the way.</summary>
    public string? Note { get; init; }
}

/// <summary>The newest requests both ways.</summary>
public sealed class RequestLog(ChangeFeed feed)
{
    private const int Kept = 500;
    private readonly Lock _lock = new();
    private ImmutableQueue<LoggedRequest> _requests = [];
    private int _count;
    private long _last;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<LoggedRequest> All => [.. _requests];

    public LoggedRequest? Find(long id) => _requests.FirstOrDefault(request => request.Id == id);

    public LoggedRequest Add(LoggedRequest request)
    {
        LoggedRequest added;
        lock (_lock)
        {
            added = request with { Id = ++_last };
            _requests = _requests.Enqueue(added);
            if (++_count > Kept)
            {
                _requests = _requests.Dequeue();
                _count--;
            }
        }

        feed.Publish(WorkspaceChangeKind.Requested);
        return added;
    }

    public void Clear()
    {
        lock (_lock)
        {
            (_requests, _count) = ([], 0);
        }

        feed.Publish(WorkspaceChangeKind.Requested);
    }
}
