using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AoBot.KeyResults;

/// <summary>Where a key result stands. Reports word it freely; what was written is kept beside it.</summary>
public enum KeyResultStatus
{
    /// <summary>A word that is none of ours, or no word at all.</summary>
    Unknown,
    NotStarted,
    Planning,
    Started,
    InProgress,
    OnTarget,
    AtRisk,
    Missed,
    Completed,
}

/// <summary>Statuses as people write them and as AoBot writes them.</summary>
public static partial class KeyResultStatuses
{
    private static readonly FrozenDictionary<string, KeyResultStatus> Spellings = new Dictionary<KeyResultStatus, string[]>
    {
        [KeyResultStatus.NotStarted] = ["not started", "not yet started", "not started yet", "unstarted", "not begun", "not yet begun", "to do", "todo", "pending", "notstarted"],
        [KeyResultStatus.Planning] = ["planning", "planned", "in planning", "being planned", "planning phase", "planning stage", "scoping"],
        [KeyResultStatus.Started] = ["started", "just started", "begun", "getting started", "kicked off", "launched"],
        [KeyResultStatus.InProgress] =
        [
            "in progress", "inprogress", "work in progress", "wip", "progressing", "making progress", "ongoing", "on going", "underway", "under way", "active", "continuing",
            "partial", "partially complete", "partially completed", "partially done", "partially met", "mostly complete", "mostly done", "almost done", "nearly done", "nearly complete",
        ],
        [KeyResultStatus.OnTarget] = ["on target", "ontarget", "on track", "ontrack", "on schedule", "on plan", "on course", "ahead", "ahead of schedule", "ahead of plan", "green"],
        [KeyResultStatus.AtRisk] =
        [
            "at risk", "atrisk", "risk", "behind", "behind schedule", "behind plan", "running behind", "delayed", "late", "slipping", "slipped", "off track", "off target", "not on track",
            "not on target", "blocked", "stalled", "needs attention", "amber", "yellow", "red",
        ],
        [KeyResultStatus.Missed] = ["missed", "not met", "unmet", "not achieved", "not reached", "not delivered", "failed", "target missed"],
        [KeyResultStatus.Completed] = ["completed", "complete", "fully complete", "done", "met", "target met", "achieved", "reached", "finished", "delivered", "accomplished", "closed"],
    }.SelectMany(s => s.Value.Select(spelling => KeyValuePair.Create(spelling, s.Key))).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, KeyResultStatus> Signs = new Dictionary<string, KeyResultStatus>
    {
        ["✅"] = KeyResultStatus.Completed,
        ["✔"] = KeyResultStatus.Completed,
        ["🟢"] = KeyResultStatus.OnTarget,
        ["🟡"] = KeyResultStatus.AtRisk,
        ["🟠"] = KeyResultStatus.AtRisk,
        ["🔴"] = KeyResultStatus.AtRisk,
        ["❌"] = KeyResultStatus.Missed,
    }.ToFrozenDictionary();

    /// <summary>Understands any case, hyphens, and a remark after the word: <c>On-Target (since May)</c>. Never throws.</summary>
    public static KeyResultStatus Parse(string? written)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > 400)
        {
            return KeyResultStatus.Unknown;
        }

        // A share says more than the word beside it: "60% complete" is not complete.
        if (Share().Match(written) is { Success: true } share && Key(written.Remove(share.Index, share.Length)) is "" or "complete" or "completed" or "done")
        {
            return int.Parse(share.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture) switch { 0 => KeyResultStatus.NotStarted, >= 100 => KeyResultStatus.Completed, _ => KeyResultStatus.InProgress };
        }

        if (Spellings.TryGetValue(Key(Share().Replace(written, " ")), out var whole))
        {
            return whole;
        }

        // A remark may follow the word, never precede it: "On target, but not started in EU" is on target.
        var end = written.AsSpan().IndexOfAny("(,;:.!/[–—");
        var dash = written.IndexOf(" - ", StringComparison.Ordinal);
        end = end < 0 ? dash : dash < 0 ? end : Math.Min(end, dash);
        if (end > 0 && Spellings.TryGetValue(Key(written[..end]), out var first))
        {
            return first;
        }

        return Key(written).Length == 0 ? Sign(written) : KeyResultStatus.Unknown;
    }

    /// <summary>The word that people read.</summary>
    public static string Words(this KeyResultStatus status) => status switch
    {
        KeyResultStatus.NotStarted => "Not started",
        KeyResultStatus.Planning => "Planning",
        KeyResultStatus.Started => "Started",
        KeyResultStatus.InProgress => "In progress",
        KeyResultStatus.OnTarget => "On target",
        KeyResultStatus.AtRisk => "At risk",
        KeyResultStatus.Missed => "Missed",
        KeyResultStatus.Completed => "Completed",
        _ => "Unknown",
    };

    /// <summary>Lower-case words and figures with one blank between them; signs and hyphens fall away.</summary>
    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    [GeneratedRegex(@"\(?\b(?<percent>[0-9]{1,3})\s?%\)?")]
    private static partial Regex Share();

    private static KeyResultStatus Sign(string text) =>
        Signs.Where(s => text.Contains(s.Key, StringComparison.Ordinal)).Select(s => s.Value).FirstOrDefault();
}
