using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Workspace;

/// <content>Modals, stacked up to three, and Homes.</content>
public sealed partial class PlaygroundWorkspace
{
    private Dictionary<string, ImmutableList<WorkspaceView>> _modals = [];
    private Dictionary<string, WorkspaceView> _homes = [];

    /// <summary>The person's open modals, the topmost last.</summary>
    public IReadOnlyList<WorkspaceView> Modals(string user)
    {
        lock (_lock)
        {
            return _modals.GetValueOrDefault(user, []);
        }
    }

    public WorkspaceView? Home(string user)
    {
        lock (_lock)
        {
            return _homes.GetValueOrDefault(user);
        }
    }

    /// <summary>Every view there is, open or published.</summary>
    public IReadOnlyList<WorkspaceView> Views
    {
        get
        {
            lock (_lock)
            {
                return [.. _modals.Values.SelectMany(stack => stack), .. _homes.Values];
            }
        }
    }

    public WorkspaceView? FindView(string? id) => Views.FirstOrDefault(view => view.Id == id);

    public WorkspaceView? FindViewByExternalId(string externalId) => Views.FirstOrDefault(view => view.View.ExternalId == externalId);

    /// <summary>Puts a modal above those that are open; none where there are three.</summary>
    public WorkspaceView? Push(string user, View view)
    {
        WorkspaceView pushed;
        lock (_lock)
        {
            var stack = _modals.GetValueOrDefault(user, []);
            if (stack.Count >= BlockLimits.ViewStack)
            {
                return null;
            }

            var id = NewId("V");
            pushed = new WorkspaceView
            {
                Id = id,
                User = user,
                View = BlockIds.Complete(view),
                Hash = NewHash(),
                RootId = stack.FirstOrDefault()?.Id ?? id,
                PreviousId = stack.LastOrDefault()?.Id,
            };
            _modals[user] = stack.Add(pushed);
        }

        Tell(WorkspaceChangeKind.ViewOpened, pushed);
        return pushed;
    }

    /// <summary>A first modal: what was open is closed.</summary>
    public WorkspaceView Open(string user, View view)
    {
        lock (_lock)
        {
            _modals.Remove(user);
            return Push(user, view)!;
        }
    }

    /// <summary>The view as it stands now, with the values of the inputs that are still there; none where it is gone.</summary>
    public WorkspaceView? Update(string viewId, View view) => Change(viewId, old =>
    {
        var updated = BlockIds.Complete(view);
        var kept = updated.Blocks.Select(block => block.BlockId).ToHashSet(StringComparer.Ordinal);
        return old with
        {
            View = updated,
            Hash = NewHash(),
            Errors = new Dictionary<string, string>(StringComparer.Ordinal),
            Values = new JsonObject(old.Values.Where(value => kept.Contains(value.Key)).Select(value => KeyValuePair.Create(value.Key, value.Value?.DeepClone()))),
        };
    });

    /// <summary>What the person has entered so far: Slack's <c>state.values</c>, by block_id and action_id.</summary>
    public WorkspaceView? SetValues(string viewId, JsonObject values) => Change(viewId, old => old with { Values = values });

    /// <summary>What the bot found wrong, by block_id.</summary>
    public WorkspaceView? SetErrors(string viewId, IReadOnlyDictionary<string, string> errors) => Change(viewId, old => old with { Errors = errors });

    /// <summary>Closes the topmost modal, or all; those that were closed, the topmost first.</summary>
    public IReadOnlyList<WorkspaceView> Close(string user, bool all)
    {
        IReadOnlyList<WorkspaceView> closed;
        lock (_lock)
        {
            var stack = _modals.GetValueOrDefault(user, []);
            closed = [.. Enumerable.Reverse(stack).Take(all ? stack.Count : 1)];
            _modals[user] = stack.RemoveRange(stack.Count - closed.Count, closed.Count);
        }

        foreach (var view in closed)
        {
            Tell(WorkspaceChangeKind.ViewClosed, view);
        }

        return closed;
    }

    public WorkspaceView Publish(string user, View view)
    {
        WorkspaceView home;
        lock (_lock)
        {
            var id = _homes.GetValueOrDefault(user)?.Id ?? NewId("V");
            home = new WorkspaceView { Id = id, User = user, View = BlockIds.Complete(view), Hash = NewHash(), RootId = id };
            _homes[user] = home;
        }

        Tell(WorkspaceChangeKind.HomePublished, home);
        return home;
    }

    private static string NewId(string letter) => letter + "0" + RandomNumberGenerator.GetHexString(9);

    private string NewHash() =>
        string.Create(CultureInfo.InvariantCulture, $"{_realTime.GetUtcNow().ToUnixTimeSeconds()}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    private WorkspaceView? Change(string viewId, Func<WorkspaceView, WorkspaceView> change)
    {
        WorkspaceView changed;
        lock (_lock)
        {
            if (FindView(viewId) is not { } old)
            {
                return null;
            }

            changed = change(old);
            if (old.IsHome)
            {
                _homes[old.User] = changed;
            }
            else
            {
                _modals[old.User] = _modals[old.User].Replace(old, changed);
            }
        }

        Tell(WorkspaceChangeKind.ViewUpdated, changed);
        return changed;
    }

    private void Tell(WorkspaceChangeKind kind, WorkspaceView view) =>
        Feed.Publish(kind, change => change with { User = view.User, ViewId = view.Id });
}
