using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Updates.Questions;

/// <summary><c>/ao admin questions</c>: what AoBot is not sure about, for staff to decide; before there is a roster, a proposal of one.</summary>
public sealed class QuestionsCommand(IDbContextFactory<AoBotDbContext> contexts, UpdatesLedger ledger, ProgramClock clock, Settings settings) : IWord
{
    public WordHelp Help { get; } = new(
        "admin questions",
        "Files and folders that I am not sure about",
        new Usage("admin questions", "at most five at a time, each with its buttons"))
    {
        Aliases = ["question", "unclear"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        if (request.Audience != Audience.Staff)
        {
            return QuestionsMessage.StaffOnly;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return QuestionsMessage.Render(await LedgerPicture.Read(ledger, db, clock, Audience.Staff, cancellationToken), settings.UpdatesPath);
    }
}
