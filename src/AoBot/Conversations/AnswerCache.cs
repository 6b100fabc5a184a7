using System.Collections.Concurrent;
using AoBot.Persistence;
using NodaTime;

namespace AoBot.Conversations;

/// <summary>
/// Answers that are ready to be sent. One is used only while it would be rendered the same: nothing was committed since, by any process,
/// and the program's day is the same. So a cached answer is never stale.
/// </summary>
public sealed class AnswerCache(DataVersion dataVersion, ProgramClock clock)
{
    // Far more than the words that people use; what somebody makes up to fill memory is not kept.
    private const int Most = 512;
    private const int LongestWords = 100;
    private readonly ConcurrentDictionary<AnswerKey, Kept> _kept = new();

    public bool TryGet(AnswerKey key, out ReadOnlyMemory<byte> answer)
    {
        answer = default;
        if (!_kept.TryGetValue(key, out var kept))
        {
            return false;
        }

        var now = clock.Now;
        if (now < kept.From || now >= kept.Until || kept.Version != dataVersion.TryRead())
        {
            return false;
        }

        answer = kept.Answer;
        return true;
    }

    /// <summary>To be taken before the facts are read, so that an answer never claims to be newer than they are.</summary>
    public AnswerStamp Stamp() => new(dataVersion.TryRead(), clock.Now, clock.NextTurn);

    public void Put(AnswerKey key, AnswerStamp stamp, ReadOnlyMemory<byte> answer)
    {
        if (stamp.Version is not { } version || key.Words.Length > LongestWords)
        {
            return;
        }

        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        _kept[key] = new Kept(version, stamp.From, stamp.Until, answer);
    }

    /// <summary>Forgets everything; the next answers are rendered afresh.</summary>
    public void Clear() => _kept.Clear();

    private sealed record Kept(long Version, Instant From, Instant Until, ReadOnlyMemory<byte> Answer);
}

/// <param name="Words">As typed.</param>
/// <param name="Audience">Who reads.</param>
/// <param name="OffersSharing">Whether the button stands below it.</param>
/// <param name="UserId">Who asked, of an answer that is theirs alone; none of one that all of an audience get.</param>
public readonly record struct AnswerKey(string Words, Audience Audience, bool OffersSharing, string? UserId = null);

/// <param name="Version">Of the data; null where it could not be read, and then nothing is kept.</param>
/// <param name="From">The instant it was read at.</param>
/// <param name="Until">When it would read otherwise.</param>
public sealed record AnswerStamp(long? Version, Instant From, Instant Until);
