using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AoBot.Playground.Clock;
using AoBot.Playground.Repository;
using AoBot.Playground.Workspace;
using NodaTime;

namespace AoBot.Playground.Page;

/// <summary>Tells one open page what to draw anew, as HTML for an element of the page. Who comes back after a gap gets everything.</summary>
public sealed class PageChanges(PlaygroundWorkspace workspace, RequestLog log, PlaygroundRepository repository, PageFragments fragments, PageClock clock, TimeProvider time)
{
    private const string Inner = "inner";
    private const int MostRequests = 100;

    public async IAsyncEnumerable<SseItem<string>> For(string? person, string? at, string? thread, long seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = workspace.Feed.Start();
        var last = log.All.LastOrDefault()?.Id ?? 0;
        var version = workspace.Feed.Version;
        if (seen != version)
        {
            foreach (var part in await Everything(Sight(), cancellationToken))
            {
                yield return new SseItem<string>(part) { EventId = Id(version) };
            }
        }

        // Even where nothing happens yet the page learns that it is connected.
        yield return new SseItem<string>("yes", "connected") { EventId = Id(version) };
        while (await watch.Reader.WaitToReadAsync(cancellationToken))
        {
            var changes = watch.Take();
            if (changes.Count == 0)
            {
                continue;
            }

            var hasGap = changes[0].Version != version + 1;
            version = changes[^1].Version;
            var parts = hasGap ? await Everything(Sight(), cancellationToken) : await Parts(changes, Sight(), cancellationToken);
            foreach (var part in parts)
            {
                yield return new SseItem<string>(part) { EventId = Id(version) };
            }

            if (changes.Any(change => change.Kind == WorkspaceChangeKind.Requested))
            {
                var all = log.All;
                var isNew = all.Count == 0 || all[^1].Id < last;
                List<LoggedRequest> newer = [.. all.Where(request => isNew || request.Id > last).Reverse().Take(MostRequests)];
                last = all.LastOrDefault()?.Id ?? 0;
                yield return new SseItem<string>(Part("#requests", isNew ? Inner : "prepend", await fragments.Render<RequestRows>(("Requests", newer), ("Reader", Sight().Reader)))) { EventId = Id(version) };
            }
        }

        Sight Sight() => Page.Sight.Of(workspace, time, person, at, thread);
    }

    private static string Id(long version) => version.ToString(null, null);

    private static string Part(string target, string how, string html) => new JsonObject { ["target"] = target, ["how"] = how, ["html"] = html }.ToJsonString();

    private async Task<List<string>> Everything(Sight sight, CancellationToken cancellationToken)
    {
        List<string> parts =
        [
            Part("#sidebar", Inner, await fragments.Render<Sidebar>(("Sight", sight))),
            Part("#modals", Inner, await fragments.Render<ModalPanel>(("Sight", sight))),
            await Clock(cancellationToken),
            await Repository(cancellationToken),
        ];
        parts.Add(sight.Channel is null
            ? Part("#home", Inner, await fragments.Render<HomePanel>(("Sight", sight)))
            : Part("#messages", Inner, await fragments.Render<MessageList>(("Sight", sight))));
        if (sight.Thread is not null)
        {
            parts.Add(Part("#thread", Inner, await fragments.Render<ThreadPanel>(("Sight", sight))));
        }

        return parts;
    }

    private async Task<List<string>> Parts(IReadOnlyList<WorkspaceChange> changes, Sight sight, CancellationToken cancellationToken)
    {
        if (changes.Any(change => change.Kind is WorkspaceChangeKind.Everything or WorkspaceChangeKind.ClockMoved))
        {
            return await Everything(sight, cancellationToken);
        }

        List<WorkspaceChange> mine = [.. changes.Where(change => change.User is null || change.User == sight.Person.Id)];
        List<string> parts = [];
        if (mine.Any(change => change.Kind == WorkspaceChangeKind.RepositoryChanged))
        {
            parts.Add(await Clock(cancellationToken));
            parts.Add(await Repository(cancellationToken));
        }

        if (mine.Any(change => change.Kind is WorkspaceChangeKind.MessagePosted or WorkspaceChangeKind.MessageDeleted or WorkspaceChangeKind.ChannelChanged or WorkspaceChangeKind.Read))
        {
            parts.Add(Part("#sidebar", Inner, await fragments.Render<Sidebar>(("Sight", sight))));
        }

        if (mine.Any(change => change.ViewId is not null && change.Kind != WorkspaceChangeKind.HomePublished))
        {
            parts.Add(Part("#modals", Inner, await fragments.Render<ModalPanel>(("Sight", sight))));
        }

        if (sight.Channel is null)
        {
            if (mine.Any(change => change.ViewId is not null))
            {
                parts.Add(Part("#home", Inner, await fragments.Render<HomePanel>(("Sight", sight))));
            }

            return parts;
        }

        var isThreadTouched = false;
        foreach (var change in mine.Where(change => change.Channel == sight.Channel.Id && change.Ts is not null).DistinctBy(change => change.Ts))
        {
            var isNew = mine.Any(other => other.Ts == change.Ts && other.Kind == WorkspaceChangeKind.MessagePosted);
            parts.AddRange(await Message(sight, change.Ts!, isNew));
            isThreadTouched |= sight.Thread is not null && (change.Ts == sight.Thread || workspace.FindMessage(sight.Channel.Id, change.Ts!)?.ThreadTs == sight.Thread || !isNew);
        }

        if (isThreadTouched)
        {
            parts.Add(Part("#thread", Inner, await fragments.Render<ThreadPanel>(("Sight", sight))));
        }

        return parts;
    }

    private async Task<List<string>> Message(Sight sight, string ts, bool isNew)
    {
        var row = $"[id='m-{ts}']";
        if (workspace.FindMessage(sight.Channel!.Id, ts) is not { } message || !message.IsVisibleTo(sight.Person.Id))
        {
            return [Part(row, "remove", "")];
        }

        if (message.IsReply && !message.IsBroadcast)
        {
            // The first message of the thread tells how many replies there are.
            return workspace.FindMessage(message.Channel, message.ThreadTs!) is { } first && first.IsVisibleTo(sight.Person.Id) ? [await Replace(sight, first)] : [];
        }

        if (!isNew)
        {
            return [await Replace(sight, message)];
        }

        var before = workspace.Messages(message.Channel, sight.Person.Id, 1, before: ts).Messages.FirstOrDefault();
        return [Part("#messages .messages", "append", await fragments.Render<MessageRow>(("Message", message), ("Before", before), ("Reader", sight.Reader)))];
    }

    private async Task<string> Replace(Sight sight, WorkspaceMessage message) =>
        Part($"[id='m-{message.Ts}']", "replace", await fragments.Render<MessageRow>(("Message", message), ("Before", message), ("Reader", sight.Reader)));

    private async Task<string> Repository(CancellationToken cancellationToken) =>
        Part("#repository", Inner, await fragments.Render<RepositoryPanel>(("Repository", repository), ("Workspace", workspace), ("Zone", (await clock.Look(cancellationToken)).Now.Zone)));

    private async Task<string> Clock(CancellationToken cancellationToken)
    {
        var (now, next) = await clock.Look(cancellationToken);
        return new JsonObject { ["target"] = "#clock", ["how"] = Inner, ["html"] = await fragments.Render<ClockPanel>(("Now", now), ("Next", next)), ["now"] = now.ToInstant().ToUnixTimeMilliseconds() }.ToJsonString();
    }
}

/// <summary>The program's clock in the program's zone.</summary>
public sealed class PageClock(TimePlayer player, Bot.BotHost bot)
{
    public async Task<(ZonedDateTime Now, ZonedDateTime? Next)> Look(CancellationToken cancellationToken)
    {
        var zone = (await bot.Services(cancellationToken))?.GetRequiredService<ProgramClock>().Zone ?? DateTimeZoneProviders.Tzdb["America/New_York"];
        var next = await player.Next(cancellationToken);
        return (Instant.FromDateTimeOffset(player.Now).InZone(zone), next is { } due ? Instant.FromDateTimeOffset(due).InZone(zone) : null);
    }
}
