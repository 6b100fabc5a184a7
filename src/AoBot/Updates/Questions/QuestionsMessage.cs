using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.Slack.Blocks;
using Humanizer;
using NodaTime;

namespace AoBot.Updates.Questions;

/// <summary>What staff are asked, rendered: in a message as in a window.</summary>
public static class QuestionsMessage
{
    /// <summary>What the ids of its buttons begin with; the question stands in their value, for a menu in the id of its block.</summary>
    public const string BlockPrefix = "question.";

    private const int MostShown = 5;
    private const int RowsNamed = 40;
    private const int LongestOption = 75;
    private const int LongestPath = 120;

    public static Answer StaffOnly { get; } = Parts.Short("The fund's staff decide what I am not sure about. If a month looks wrong to you in `/ao update`, please tell them.");

    /// <param name="picture">The ledger, for staff.</param>
    /// <param name="root">The folder with the year folders.</param>
    /// <param name="noted">What was just answered.</param>
    public static Answer Render(LedgerPicture picture, string root, Noted? noted = null)
    {
        var (blocks, texts) = (new List<Block>(), new List<string>());
        if (noted is not null)
        {
            blocks.Add(new SectionBlock(new MrkdwnText(Mrkdwn.Of($"{noted.Words}").Truncate(BlockLimits.SectionText)), Accessory: noted.Undo is { } undo ? new Button(UndoAnswerAction.ActionId, "Undo") { Value = undo } : null));
            texts.Add(noted.Words);
        }

        if (picture.Reading is null)
        {
            Say(ReadingMessage.Nothing(picture));
        }
        else if (!picture.Ledger.HasRoster)
        {
            Propose(RosterProposal.Of(picture.Ledger.History, picture.Reading, root, picture.Today));
        }
        else if (picture.Questions.Count == 0)
        {
            Say("No question is open: I could read every file of the last year beyond doubt, and I know whose each folder is.");
        }
        else
        {
            Ask();
        }

        return new Answer(string.Join(" ", texts), blocks) { IsShareable = false };

        void Say(string words)
        {
            blocks.Add(Parts.Section(Mrkdwn.Of($"{words}")));
            texts.Add(words.Replace("`", "", StringComparison.Ordinal));
        }

        void Ask()
        {
            var shown = picture.Questions.Take(MostShown).ToList();
            var left = picture.Questions.Count - shown.Count;
            blocks.Add(Parts.Header($"{"question".ToQuantity(picture.Questions.Count)}"));
            foreach (var question in shown)
            {
                blocks.AddRange(question.IsFolder ? OfFolder(question, picture, root) : OfFile(question, picture, root));
            }

            if (left > 0)
            {
                Say($"+ {left} more, which come when these are answered.");
            }

            blocks.Add(Parts.Note(Mrkdwn.Of($"An answer holds for this file, and for this partner's files that are named alike, older and later. Nothing older than a year is asked about.")));
            texts.Insert(noted is null ? 0 : 1, $"{"question".ToQuantity(picture.Questions.Count)}. {string.Join(" ", shown.Select(q => Text(q, picture, root)))}");
        }

        void Propose(Roster proposal)
        {
            var (named, left) = Cut.To(proposal.Rows, RowsNamed);
            Say("I ask nothing yet: first I need to know whom the fund works with. The folders of the repository say this much:");
            blocks.AddRange(named.Chunk(RowsNamed / 4).Select(rows => Parts.Section(Mrkdwn.Join("\n", rows.Select(r => Mrkdwn.Of($"• *{r.Name}* {Life(r, picture.Today)}"))))));
            texts.Add($"{string.Join("; ", named.Select(r => $"{r.Name} {Life(r, picture.Today)}"))}{(left > 0 ? $"; and {left} more" : "")}.");
            Say($"{(left > 0 ? $"+ {left} more. " : "")}Take it as it is and change it row by row, with `/ao engagement NAME`; or look it over as a file first: whoever runs me writes it with `export roster --propose`, names the contacts, and reads it in with `import`.");
            if (proposal.Rows.Count > 0)
            {
                blocks.Add(new ActionsBlock(
                [
                    new Button(TakeRosterAction.ActionId, "Take this roster")
                    {
                        Style = ButtonStyle.Primary,
                        Value = TakeRosterAction.VersionOf(proposal),
                        Confirm = new ConfirmDialog("Take this roster?", new PlainText($"{"engagement".ToQuantity(proposal.Rows.Count)} will be in the roster, without contacts. Nobody is written to."), "Take it", "Not yet"),
                    },
                ]));
            }
        }
    }

    /// <summary>The engagements to choose from, those that live first.</summary>
    public static IReadOnlyList<Option> Engagements(Roster roster, LocalDate today) =>
        [.. roster.Rows.OrderByDescending(r => r.LivesOn(today)).ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase).Take(BlockLimits.SelectOptions).Select(r => Option(r, roster))];

    /// <summary>An engagement as a choice; where two have one name, with its key.</summary>
    public static Option Option(RosterRow row, Roster roster) =>
        new(PlainText.Truncated(roster.Rows.Count(r => r.Name == row.Name) > 1 ? $"{row.Name} ({row.Key})" : row.Name, LongestOption), QuestionRef.KeyOf(row.Key));

    private static IEnumerable<Block> OfFile(LedgerQuestion question, LedgerPicture picture, string root)
    {
        var (reference, page) = (QuestionRef.Of(question), PageOf(question, picture));
        var path = Shown(question, root);
        yield return Parts.Section(Mrkdwn.Of($"*{(page is null ? Mrkdwn.Escape(path) : Mrkdwn.Link(page, path))}*{Mrkdwn.Escape(NameOf(question.Partner, picture) is { } name ? $" of {name}" : "")}, landed {DayWords.Day(question.Since.InZone(picture.Zone).Date, picture.Today)}\n{Thought(question)} Why I ask: {question.Why}."));
        yield return new ActionsBlock(
        [
            .. CanBeRight(question) ? [new Button(RightAction.ActionId, "Right") { Value = reference.ToString(), AccessibilityLabel = "Right: it is what I think" }] : (BlockElement[])[],
            new Button(ItIsAction.ActionId, "It is…") { Value = reference.ToString(), AccessibilityLabel = "It is the update of other months, or of another partner" },
            .. question.Kind == FileKind.Update ? [new Button(NoUpdateAction.ActionId, "Not an update") { Value = reference.ToString() }] : (BlockElement[])[],
        ])
        { BlockId = BlockPrefix + reference.Key };
    }

    private static IEnumerable<Block> OfFolder(LedgerQuestion question, LedgerPicture picture, string root)
    {
        var (reference, page, near) = (QuestionRef.Of(question), PageOf(question, picture), NameOf(question.Partner, picture));
        var path = Shown(question, root);
        yield return Parts.Section(Mrkdwn.Of($"The folder *{(page is null ? Mrkdwn.Escape(path) : Mrkdwn.Link(page, path))}* is nobody's in the roster.{Whose(near)}"));
        yield return new ActionsBlock(
        [
            .. near is null ? [] : (BlockElement[])[new Button(FolderIsAction.ActionId, PlainText.Truncated($"Yes, {near}", BlockLimits.ButtonText)) { Value = $"{reference.Key} {QuestionRef.KeyOf(question.Partner!)}" }],
            new StaticSelect(FolderIsAction.OtherId) { Options = Engagements(picture.Ledger.Roster, picture.Today), Placeholder = near is null ? "It is of…" : "Another partner…" },
            new Button(NobodysAction.ActionId, "Nobody's") { Value = reference.ToString(), AccessibilityLabel = "Nobody's: do not ask about this folder again" },
        ])
        { BlockId = BlockPrefix + reference.Key };
    }

    private static string Text(LedgerQuestion question, LedgerPicture picture, string root) => question.IsFolder
        ? $"{Shown(question, root)} is a folder of nobody in the roster.{Whose(NameOf(question.Partner, picture))}"
        : $"{Shown(question, root)}{(NameOf(question.Partner, picture) is { } name ? $" of {name}" : "")}: {Thought(question)} Why I ask: {question.Why}.";

    private static string Whose(string? near) => near is null ? " Whose is it? A new partner is added with /ao engagement new." : $" Is it of {near}?";

    private static string Thought(LedgerQuestion question) =>
        question.Kind != FileKind.Update ? "I think that it is no update."
        : question.Months.Count == 0 ? "I think that it is an update, but not for which month."
        : $"I read it as the update for {question.Months.Select(DayWords.FullMonth).Humanize("and")}.";

    private static bool CanBeRight(LedgerQuestion question) => question.Kind != FileKind.Update || question.Months.Count > 0;

    private static string Shown(LedgerQuestion question, string root) =>
        question.Path[(root.Length > 0 && question.Path.StartsWith(root + "/", StringComparison.Ordinal) ? root.Length + 1 : 0)..] is var path && path.Length <= LongestPath ? path : $"…{path[^LongestPath..]}";

    private static Uri? PageOf(LedgerQuestion question, LedgerPicture picture) =>
        question.IsFolder
            ? picture.Reading!.Commit is { } newest ? picture.Ledger.State.PageOfFolder(question.Path, newest) : null
            : picture.Reading!.Files.FirstOrDefault(f => f.Path == question.Path) is { } file ? picture.Ledger.State.PageOf(file.Path, file.Commit) : null;

    private static string? NameOf(string? key, LedgerPicture picture) => key is null ? null : picture.Reading!.Partners.FirstOrDefault(p => p.Key == key)?.Name ?? key;

    private static string Life(RosterRow row, LocalDate today) => SpanWords.Of(row, today) is { Length: > 0 } span ? $"({span})" : "(for a time that no folder says)";
}

/// <summary>What was just answered, to be read back.</summary>
/// <param name="Words">In a sentence.</param>
/// <param name="Undo">What the button that takes it back carries; none where nothing can be taken back.</param>
public sealed record Noted(string Words, string? Undo = null)
{
    public static Noted Overtaken { get; } = new("This was answered meanwhile, or is not there any more. Nothing was changed.");
}
