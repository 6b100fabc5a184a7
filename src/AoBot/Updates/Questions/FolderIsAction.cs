using AoBot.Engagements;
using AoBot.Slack.Receiving;
using AoBot.Updates.Names;

namespace AoBot.Updates.Questions;

/// <summary>"Yes" below a question about a folder, or another partner from its menu: the folder is added to that row of the roster.</summary>
public sealed class FolderIsAction(QuestionDesk desk, RosterRegister register, Settings settings) : IBlockActionHandler
{
    public const string ActionId = "question.folder";

    /// <summary>The menu with the other partners.</summary>
    public const string OtherId = "question.folder_other";

    public Task Handle(BlockActionRequest request, CancellationToken cancellationToken) => desk.Settle(
        request,
        async picture =>
        {
            var (key, partner) = Meant(request);
            var row = picture.Ledger.Roster.Rows.FirstOrDefault(r => QuestionRef.KeyOf(r.Key) == partner);
            if (row is null || new QuestionRef(key, []).In(picture.Questions) is not { IsFolder: true } question)
            {
                return Noted.Overtaken;
            }

            var folder = FolderOf(question.Path, settings.UpdatesPath);
            var outcome = await register.Change(request.User.Id, request.TriggerId, roster => With(roster, QuestionRef.KeyOf(row.Key), folders => folders.Contains(folder) ? folders : [.. folders, folder]), cancellationToken);
            return outcome switch
            {
                RosterOutcome.Refused refused => new Noted($"Nothing was changed: {string.Join(" ", refused.Faults.Select(f => f.Message))}"),
                RosterOutcome.Done { IsWritten: true } => new Noted($"Noted: {folder} is a folder of {row.Name}.", $"{QuestionRef.KeyOf(row.Key)} {folder}"),
                _ => new Noted($"{folder} is a folder of {row.Name} already."),
            };
        },
        cancellationToken);

    /// <summary>The roster with other folders in one row; the same where there is no such row any more.</summary>
    /// <param name="roster">As it is.</param>
    /// <param name="row">Stands for the row's key.</param>
    /// <param name="folders">What becomes of its folders.</param>
    public static RosterEdit With(Roster roster, string row, Func<IReadOnlyList<RosterFolder>, IReadOnlyList<RosterFolder>> folders)
    {
        var key = roster.Rows.FirstOrDefault(r => QuestionRef.KeyOf(r.Key) == row)?.Key;
        return new RosterEdit.To(roster with { Rows = [.. roster.Rows.Select(r => r.Key == key ? r with { Folders = folders(r.Folders) } : r)] }, key);
    }

    private static RosterFolder FolderOf(string path, string root)
    {
        var read = UpdatePath.Read($"{path}/", root);
        return new RosterFolder(read.Year, read.Folders[0]);
    }

    private static (string Question, string Partner) Meant(BlockActionRequest request) =>
        request.Action.SelectedOption is { } chosen && request.Action.BlockId.StartsWith(QuestionsMessage.BlockPrefix, StringComparison.Ordinal)
            ? (request.Action.BlockId[QuestionsMessage.BlockPrefix.Length..], chosen.Value)
            : (request.Action.Value ?? "").Split(' ', 2) is [var key, var partner] ? (key, partner) : ("", "");
}
