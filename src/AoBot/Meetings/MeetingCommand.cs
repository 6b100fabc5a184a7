using AoBot.Conversations;
using AoBot.Events;

namespace AoBot.Meetings;

/// <summary><c>/ao meeting</c>: the public meetings that come, with their link; for staff also the windows to add and change one.</summary>
public sealed class MeetingCommand(GatheringWord word) : IWord
{
    public WordHelp Help { get; } = new(
        "meeting",
        "The public meetings: when, and how to join",
        new Usage("meeting", "those that come"),
        new Usage("meeting calendar", "all of them, in your own calendar"),
        new Usage("meeting new", "for staff: add one, or a series; add, edit or cancel with its number change one"))
    {
        Aliases = ["call"],
    };

    public Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken) => word.Answer(GatheringKind.Meeting, request, cancellationToken);
}
