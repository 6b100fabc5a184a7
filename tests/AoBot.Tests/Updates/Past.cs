using System.Globalization;
using AoBot.Engagements;
using AoBot.Updates;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Updates;

/// <summary>Writes a history by hand: what landed when, in the folder of the year and the partner.</summary>
internal sealed class Past
{
    public const string Root = LedgerOptions.DefaultPath;

    private readonly List<Landing> _landings = [];
    private readonly List<PullRequest> _pulls = [];
    private readonly Dictionary<string, UpdateText> _texts = new(StringComparer.Ordinal);

    public RepositoryHistory History => new("main", _landings, _pulls) { Texts = _texts };

    /// <summary>A file lands with a text of its own.</summary>
    /// <param name="at">A day or an instant.</param>
    /// <param name="path">Below the year folders.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="written">Where it was not the same instant.</param>
    /// <param name="blob">The text, where it is that of another file.</param>
    /// <param name="text">What its text says.</param>
    public Past Lands(string at, string path, long size = 2000, string? written = null, string? blob = null, string? text = null)
    {
        blob ??= $"{path}@{at}@{size}";
        if (text is not null)
        {
            _texts[blob] = TextReading.Read(text);
        }

        return Lands(at, new FileChange($"{Root}/{path}", null, blob, size, At(written ?? at)));
    }

    public Past Deletes(string at, string path) => Lands(at, new FileChange($"{Root}/{path}", null, null, 0, At(at)));

    public Past Renames(string at, string from, string to, string blob) => Lands(at, new FileChange($"{Root}/{to}", $"{Root}/{from}", blob, 2000, At(at)));

    public Past Lands(string at, params FileChange[] changes)
    {
        _landings.Add(new Landing($"commit{_landings.Count}", At(at), changes));
        return this;
    }

    public Past Proposes(int number, string opened, string path, string? closed = null, string? merged = null, bool draft = false, long size = 2000, string? updated = null)
    {
        _pulls.Add(new PullRequest(number, draft, "somebody", At(opened), closed is null ? null : At(closed), merged is null ? null : At(merged), $"head{number}", [new FileChange($"{Root}/{path}", null, $"pull{number}", size, At(opened))]) { Updated = updated is null ? null : At(updated) });
        return this;
    }

    /// <summary>A draft is marked as ready for a review.</summary>
    public Past Ready(int number) => Becomes(number, p => p with { Draft = false });

    /// <summary>A pull request is closed, and nothing comes of it.</summary>
    public Past Closes(int number, string at) => Becomes(number, p => p with { Closed = At(at) });

    public Past Merges(int number, string at) => Becomes(number, p => p with { Closed = At(at), Merged = At(at) });

    private Past Becomes(int number, Func<PullRequest, PullRequest> change)
    {
        var at = _pulls.FindIndex(p => p.Number == number);
        _pulls[at] = change(_pulls[at]);
        return this;
    }

    public LedgerReading As(string at, Roster? roster = null, LedgerOptions? options = null) => Ledger.At(History, roster, At(at), options ?? Tests.Updates.History.Options);

    /// <summary>Each month of an engagement with its state, as <c>2024-03 Received</c>.</summary>
    public IEnumerable<string> Coverage(string at, Roster roster, LedgerOptions? options = null) =>
        As(at, roster, options).Coverage.Select(c => $"{c.Month.ToString("uuuu-MM", CultureInfo.InvariantCulture)} {c.State}");

    /// <summary>Months and certainty of a file, as <c>2024-03?</c>.</summary>
    public string Months(string at, string path, Roster? roster = null, LedgerOptions? options = null)
    {
        var file = As(at, roster, options).Files.Single(f => f.Path == $"{Root}/{path}");
        return string.Join(' ', file.Months.Select(m => m.ToString("uuuu-MM", CultureInfo.InvariantCulture))) + (file.Sure ? "" : "?");
    }

    public static Roster Roster(params string[] rows) =>
        RosterFile.Read("key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner\n" + string.Join('\n', rows) + "\n") is { Roster: { } roster } ? roster : throw new ArgumentException("no roster", nameof(rows));

    /// <summary>A day is its noon in UTC.</summary>
    public static Instant At(string at) => at.Length == 10 ? LocalDatePattern.Iso.Parse(at).Value.At(LocalTime.Noon).InUtc().ToInstant() : InstantPattern.ExtendedIso.Parse(at).Value;
}
