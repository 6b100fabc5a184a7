namespace AoBot.Slack.Receiving;

/// <summary>What is registered, for instance to compare with the app's manifest. A singleton in the container.</summary>
public sealed class SlackRegistrations
{
    private readonly List<KeyValuePair<string, Func<IServiceProvider, IBlockActionHandler?>>> _prefixes = [];

    /// <summary>The slash commands, with their slash.</summary>
    public IReadOnlyCollection<string> SlashCommands => Commands.Keys;

    /// <summary>The exact action_ids of block actions.</summary>
    public IReadOnlyCollection<string> BlockActions => Actions.Keys;

    /// <summary>The prefixes of action_ids of block actions.</summary>
    public IReadOnlyCollection<string> BlockActionPrefixes => [.. _prefixes.Select(static prefix => prefix.Key)];

    /// <summary>The callback_ids of views.</summary>
    public IReadOnlyCollection<string> ViewSubmissions => Views.Keys;

    /// <summary>The callback_ids of message shortcuts.</summary>
    public IReadOnlyCollection<string> MessageShortcuts => MessageShortcutHandlers.Keys;

    /// <summary>The callback_ids of global shortcuts.</summary>
    public IReadOnlyCollection<string> GlobalShortcuts => GlobalShortcutHandlers.Keys;

    /// <summary>The action_ids of external selects.</summary>
    public IReadOnlyCollection<string> BlockOptionProviders => Options.Keys;

    /// <summary>The types of events that have handlers.</summary>
    public IReadOnlyCollection<Type> Events => [.. EventHandlers.Select(static handler => handler.EventType).Distinct()];

    internal Dictionary<string, Func<IServiceProvider, ISlashCommandHandler>> Commands { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<IServiceProvider, IBlockActionHandler?>> Actions { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<IServiceProvider, IViewSubmissionHandler>> Views { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<IServiceProvider, IMessageShortcutHandler>> MessageShortcutHandlers { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<IServiceProvider, IGlobalShortcutHandler>> GlobalShortcutHandlers { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<IServiceProvider, IBlockOptionProvider>> Options { get; } = new(StringComparer.Ordinal);

    internal List<EventRoute> EventHandlers { get; } = [];

    internal void AddAction(string actionId, ActionIdMatch match, Func<IServiceProvider, IBlockActionHandler?> handler)
    {
        if (match == ActionIdMatch.Exact)
        {
            Add(Actions, actionId, handler);
            return;
        }

        if (_prefixes.Exists(prefix => prefix.Key == actionId))
        {
            throw new ArgumentException($"The prefix \"{actionId}\" is registered twice.", nameof(actionId));
        }

        _prefixes.Add(new(actionId, handler));
        _prefixes.Sort(static (one, other) => other.Key.Length - one.Key.Length);
    }

    internal Func<IServiceProvider, IBlockActionHandler?>? FindAction(string actionId) =>
        Actions.GetValueOrDefault(actionId)
        ?? _prefixes.Find(prefix => actionId.StartsWith(prefix.Key, StringComparison.Ordinal)).Value;

    internal static void Add<THandler>(Dictionary<string, Func<IServiceProvider, THandler>> handlers, string id, Func<IServiceProvider, THandler> handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (!handlers.TryAdd(id, handler))
        {
            throw new ArgumentException($"\"{id}\" is registered twice.", nameof(id));
        }
    }
}

/// <summary>One handler of events.</summary>
internal sealed record EventRoute(Type EventType, Func<IServiceProvider, SlackEvent, EventCallback, CancellationToken, Task> Handle);
