namespace AoBot.Conversations;

/// <summary><c>/ao help</c>, and the bare <c>/ao</c>: what AoBot can do, built from its words.</summary>
public sealed class HelpCommand(IReadOnlyList<IWord> features) : IWord
{
    public WordHelp Help { get; } = new(
        "help",
        "This list, or more about one word",
        new Usage("help", "everything I understand"),
        new Usage("help kr", "more about one word"))
    {
        Aliases = ["hello", "hi", "command", "usage"],
    };

    public Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<WordHelp> all = [.. features.Select(f => f.Help), Help];
        if (request.Argument.Length == 0)
        {
            return Task.FromResult(HelpMessage.All(all));
        }

        var topic = request.Argument.Split(' ')[0];
        var known = all.SelectMany(h => h.Aliases.Prepend(h.Name).Select(name => (name, h))).ToList();
        var found = known.FirstOrDefault(k => k.name.Equals(topic, StringComparison.OrdinalIgnoreCase) || $"{k.name}s".Equals(topic, StringComparison.OrdinalIgnoreCase)).h;
        return Task.FromResult(found is not null
            ? HelpMessage.One(found)
            : HelpMessage.UnknownTopic(topic, [.. Nearest.To(topic.Length <= 60 ? topic : topic[..60], known.Select(k => k.name)).Select(n => known.First(k => k.name == n).h.Name).Distinct(StringComparer.Ordinal).Take(3)]));
    }
}
