namespace AoBot.Playground.Workspace;

/// <summary>The messages of one channel, oldest first, never moved: pages, places and threads are found without looking at the others. Its owner locks.</summary>
internal sealed class MessageStore
{
    private readonly List<WorkspaceMessage> _messages = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _threads = new(StringComparer.Ordinal);

    /// <summary>Every one, also those that were deleted.</summary>
    public IReadOnlyList<WorkspaceMessage> All => _messages;

    public WorkspaceMessage? Find(string ts) => _places.TryGetValue(ts, out var place) && _messages[place] is { IsDeleted: false } message ? message : null;

    public void Add(WorkspaceMessage message)
    {
        _places.Add(message.Ts, _messages.Count);
        if (message.IsReply)
        {
            if (!_threads.TryGetValue(message.ThreadTs!, out var thread))
            {
                _threads.Add(message.ThreadTs!, thread = []);
            }

            thread.Add(_messages.Count);
        }

        _messages.Add(message);
    }

    public void Replace(WorkspaceMessage message) => _messages[_places[message.Ts]] = message;

    /// <summary>The newest messages that fit, oldest first, or with <paramref name="oldestFirst"/> the oldest.</summary>
    /// <param name="fits">Which count at all.</param>
    /// <param name="after">Only those later than this ts.</param>
    /// <param name="before">Only those earlier than this ts.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="oldestFirst">Begin at the old end.</param>
    public MessagePage Page(Func<WorkspaceMessage, bool> fits, string? after, string? before, int limit, bool oldestFirst)
    {
        var first = after is null ? 0 : FirstAt(after, orLater: false);
        var end = before is null ? _messages.Count : FirstAt(before, orLater: true);
        List<WorkspaceMessage> found = [];
        var more = false;
        for (var step = 0; step < end - first; step++)
        {
            var message = _messages[oldestFirst ? first + step : end - 1 - step];
            if (!fits(message))
            {
                continue;
            }

            if (found.Count == limit)
            {
                more = true;
                break;
            }

            found.Add(message);
        }

        if (!oldestFirst)
        {
            found.Reverse();
        }

        return new MessagePage(found, HasOlder: more && !oldestFirst, HasNewer: more && oldestFirst);
    }

    /// <summary>The replies of a thread that fit, oldest first.</summary>
    public IEnumerable<WorkspaceMessage> Replies(string threadTs, Func<WorkspaceMessage, bool> fits) =>
        _threads.TryGetValue(threadTs, out var thread) ? thread.Select(place => _messages[place]).Where(fits) : [];

    public bool HasThread(string ts) => _threads.ContainsKey(ts);

    /// <summary>The place of the first message at this ts or later; or, not counting the ts itself, later.</summary>
    private int FirstAt(string ts, bool orLater)
    {
        var (low, high) = (0, _messages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(_messages[middle].Ts, ts);
            if (order < 0 || (order == 0 && !orLater))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
