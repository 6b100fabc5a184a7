
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
            return Task.FromResult(HelpMessage.All([.. features.Where(word => !AdminCommand.IsAdmins(word)).Select(word => word.Help), Help]));
        }

        var known = all.SelectMany(h => h.Aliases.Prepend(h.Name).Select(name => (name, h))).ToList();
        var topic = request.Argument.Split(' ')[0];
        var found = (Named(request.Argument) ?? Named(topic))?.h;
        return Task.FromResult(found is not null
            ? HelpMessage.One(found)
            : HelpMessage.UnknownTopic(topic, [.. Nearest.To(topic, known.Select(k => k.name)).Select(n => known.First(k => k.name == n).h.Name).Distinct(StringComparer.Ordinal).Take(3)]));

        (string name, WordHelp h)? Named(string typed) =>
            known.Where(k => Nouns.Singulars(typed).Contains(k.name, StringComparer.OrdinalIgnoreCase))
                .Select(k => ((string, WordHelp)?)k)
                .FirstOrDefault();
    }
}
