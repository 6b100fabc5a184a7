using System.Collections.Immutable;

namespace AoBot.Playground.Workspace;

/// <content>What is kept from one start to the next.</content>
public sealed partial class PlaygroundWorkspace
{
    /// <param name="programTime">By the program's clock.</param>
    public WorkspaceState Capture(DateTimeOffset programTime)
    {
        lock (_lock)
        {
            return new WorkspaceState
            {
                ProgramTime = programTime,
                Channels = [.. _channels.Values],
                Messages = [.. _messages.Values.SelectMany(store => store.All)],
                Read = [.. _read.Select(mark => new KeptReadMark(mark.Key.User, mark.Key.Channel, mark.Value))],
                Views = Views,
            };
        }
    }

    /// <summary>As it was; the people are those of the cast.</summary>
    public void Restore(WorkspaceState state)
    {
        lock (_lock)
        {
            _channels = state.Channels.ToImmutableSortedDictionary(channel => channel.Id, channel => channel with { Members = channel.Members.ToImmutableSortedSet(StringComparer.Ordinal) }, StringComparer.Ordinal);
            _messages = _channels.Keys.ToDictionary(id => id, _ => new MessageStore(), StringComparer.Ordinal);
            foreach (var message in state.Messages.Where(message => _messages.ContainsKey(message.Channel)))
            {
                _messages[message.Channel].Add(message);
                _timestamps.StayAfter(message.Ts);
            }

            _read = state.Read.ToDictionary(mark => (mark.User, mark.Channel), mark => mark.Ts);
            _modals = state.Views.Where(view => !view.IsHome).GroupBy(view => view.User, StringComparer.Ordinal).ToDictionary(stack => stack.Key, stack => stack.ToImmutableList(), StringComparer.Ordinal);
            _homes = state.Views.Where(view => view.IsHome).ToDictionary(view => view.User, StringComparer.Ordinal);
        }

        Feed.Publish(WorkspaceChangeKind.Everything);
    }
}
