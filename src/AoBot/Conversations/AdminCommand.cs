namespace AoBot.Conversations;

/// <summary><c>/ao admin</c>: the words that are the staff's alone, each a word of its own: <c>admin questions</c>, <c>admin outbox</c>.</summary>
public sealed class AdminCommand(IReadOnlyList<IWord> features) : IWord
{
    private const string Prefix = "admin ";

    public WordHelp Help { get; } = new(
        "admin",
        "For the fund's staff: what needs you, what waits, what was done",
        [new Usage("admin", "these words"), .. features.Where(IsAdmins).Select(word => new Usage(word.Help.Name, word.Help.Summary))]);

    /// <summary>Whether a word stands under this one, and not in the list of all.</summary>
    public static bool IsAdmins(IWord word) => word.Help.Name.StartsWith(Prefix, StringComparison.Ordinal);

    public Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken) => Task.FromResult(
        request.Audience != Audience.Staff ? AdminMessage.StaffOnly
        : request.Argument.Length == 0 ? AdminMessage.Topics([.. features.Where(IsAdmins).Select(word => word.Help)])
        : AdminMessage.Unknown(request.Argument, [.. Nearest.To(request.Argument.Split(' ')[0], features.Where(IsAdmins).Select(word => word.Help.Name[Prefix.Length..])).Take(3)]));
}
