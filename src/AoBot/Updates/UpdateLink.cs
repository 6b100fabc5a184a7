using AoBot.Slack.Blocks;

namespace AoBot.Updates;

/// <summary>Where an update can be read: its file as it was at a commit, or its pull request. A clone has no pages, only names.</summary>
/// <param name="Label">What is read.</param>
/// <param name="Page">Where it leads.</param>
public sealed record UpdateLink(string Label, Uri? Page)
{
    private const int LongestLabel = 40;

    /// <summary>None for a month of which nothing has come.</summary>
    public static UpdateLink? Of(CoverageCell cell, RepositoryState state) =>
        cell is { State: CoverageState.InReview, PullRequest: { } number } ? new UpdateLink($"pull request #{number}", state.PageOf(number))
        : cell is { State: CoverageState.Received, Path: { } path, Commit: { } commit } ? OfFile(path, commit, state)
        : null;

    public static UpdateLink OfFile(string path, string commit, RepositoryState state) => new(PlainText.Truncate(path[(path.LastIndexOf('/') + 1)..], LongestLabel), state.PageOf(path, commit));

    public Mrkdwn ToMrkdwn() => Page is null ? Mrkdwn.Escape(Label) : Mrkdwn.Link(Page, Label);

    public TableCell ToCell() => Page is null ? Label : new RichTextBlock([new RichTextSection([new RichTextLink(Page.AbsoluteUri, Label)])]);
}
