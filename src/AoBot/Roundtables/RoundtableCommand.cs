using AoBot.Conversations;
using AoBot.Events;

namespace AoBot.Roundtables;

/// <summary><c>/ao roundtable</c>: the roundtables that come; for staff and hosts also the windows to add, change and answer.</summary>
public sealed class RoundtableCommand(GatheringWord word) : IWord
{
    public WordHelp Help { get; } = new(
        "roundtable",
        "The fund's roundtables: when, and for invitees where",
        new Usage("roundtable", "those that come"),
        new Usage("roundtable calendar", "those that you are invited to, in your own calendar"),
        new Usage("roundtable new", "for staff: add one, or a series; add, edit, cancel, invite, answer, mail, attendance, csv with its number are about one"))
    {
        IsPersonal = true,
    };

    public Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken) => word.Answer(GatheringKind.Roundtable, request, cancellationToken);
}
