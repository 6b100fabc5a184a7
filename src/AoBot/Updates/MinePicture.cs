using AoBot.Conversations;
using AoBot.Engagements;
using NodaTime;

namespace AoBot.Updates;

/// <summary>What is one person's own, as data.</summary>
/// <param name="Picture">The whole.</param>
/// <param name="AsContact">The engagements whose contact they are.</param>
/// <param name="AsOwner">Those that they look after as one of staff.</param>
public sealed record MinePicture(LedgerPicture Picture, IReadOnlyList<MineEngagement> AsContact, IReadOnlyList<MineEngagement> AsOwner)
{
    /// <summary>Who is a contact is known by Slack id alone: nobody is found by an e-mail address.</summary>
    public static MinePicture Of(LedgerPicture picture, string userId)
    {
        var rows = picture.Ledger.Roster.Rows;
        return new MinePicture(
            picture,
            Engagements(rows.Where(r => r.Contacts.Contains(userId, StringComparer.Ordinal))),
            picture.Audience == Audience.Staff ? Engagements(rows.Where(r => r.StaffOwner == userId)) : []);

        IReadOnlyList<MineEngagement> Engagements(IEnumerable<RosterRow> mine) =>
            [.. mine.Select(r => new MineEngagement(r, picture.MonthsOf([r.Key]))).Where(e => e.Row.LivesOn(picture.Today) || e.Open.Count > 0)];
    }

    /// <summary>Whether nothing is theirs.</summary>
    public bool IsNobodys => AsContact.Count == 0 && AsOwner.Count == 0;

    /// <summary>What staff are asked, where the person is one of them.</summary>
    public int Questions => Picture.Audience == Audience.Staff ? Picture.Questions.Count : 0;
}

/// <param name="Row">The engagement.</param>
/// <param name="Months">All that is known of its months.</param>
public sealed record MineEngagement(RosterRow Row, IReadOnlyDictionary<YearMonth, CoverageCell> Months)
{
    /// <summary>What is asked for and not received, the newest first.</summary>
    public IReadOnlyList<CoverageCell> Open { get; } =
        [.. Months.Values.Where(c => c.State is CoverageState.Due or CoverageState.NotIn or CoverageState.InReview).OrderByDescending(c => c.Month)];

    /// <summary>The newest month that was received.</summary>
    public CoverageCell? Received { get; } = Months.Values.Where(c => c.State == CoverageState.Received).MaxBy(c => c.Month);

    /// <summary>What will be asked for next.</summary>
    public CoverageCell? Next { get; } = Months.Values.Where(c => c.State == CoverageState.NotYetAsked).MinBy(c => c.Month);
}
