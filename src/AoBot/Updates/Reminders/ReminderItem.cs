using System.Globalization;
using AoBot.Engagements;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>What a reminder says of one engagement, as data.</summary>
/// <param name="Key">Of the engagement.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Months">What is asked for.</param>
/// <param name="Due">The last day on which it is in time.</param>
/// <param name="Kind">Of the notice that asks.</param>
public sealed record ReminderItem(string Key, string Name, IReadOnlyList<YearMonth> Months, LocalDate Due, string Kind)
{
    /// <summary>Where nothing is asked any more: what became of it. Its buttons are gone.</summary>
    public string? Noted { get; init; }

    /// <summary>They said later, or that it was sent, and are asked once more.</summary>
    public bool IsAgain { get; init; }

    /// <summary>It is asked for as often as it may be: there is no later.</summary>
    public bool IsLast { get; init; }

    /// <summary>Of a draft: the number of its pull request.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Of a draft: its page; none for a clone.</summary>
    public Uri? Page { get; init; }

    /// <summary>Of what staff get in a contact's place.</summary>
    public Unreachable? Unreachable { get; init; }
}

/// <summary>Nobody of an engagement can be written to in Slack.</summary>
/// <param name="Why">In words for staff.</param>
/// <param name="Address">An e-mail address of theirs; none where none is known.</param>
public sealed record Unreachable(string Why, string? Address);

/// <summary>What the buttons of a reminder remember: the engagement and its months. It stands in the id of their block, as a menu carries no value.</summary>
public sealed record ReminderRef(string Partner, IReadOnlyList<YearMonth> Months)
{
    private const string Prefix = "remind/";

    public static ReminderRef Of(ReminderItem item) => new(item.Key, item.Months);

    /// <summary>None where it is not ours.</summary>
    public static ReminderRef? Parse(string? written)
    {
        if (written?.StartsWith(Prefix, StringComparison.Ordinal) != true || written[Prefix.Length..].Split('/', 2) is not [var months, { Length: > 0 } partner])
        {
            return null;
        }

        var parsed = months.Split(',').Select(m => YearMonthPattern.Iso.Parse(m)).ToList();
        return parsed.TrueForAll(m => m.Success) ? new ReminderRef(partner, [.. parsed.Select(m => m.Value)]) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{string.Join(',', Months.Select(YearMonthPattern.Iso.Format))}/{Partner}");

    public RosterRow? In(Roster roster) => roster.Rows.FirstOrDefault(r => r.Key.Equals(Partner, StringComparison.OrdinalIgnoreCase));
}
