using AoBot.Playground.Workspace;
using AoBot.Slack.Tests;

namespace AoBot.Playground.Tests.Workspace;

public sealed class WorkspaceTests
{
    private readonly PlaygroundWorkspace _workspace = new(new ManualTimeProvider(), new ManualTimeProvider());

    [Fact]
    public void Everybody_says_by_name_that_they_are_made_up() =>
        Assert.All(_workspace.Users.Where(user => !user.IsBot), user => Assert.Matches("Fictional|Sample|Pretend|Example|Demo", user.Name));

    [Fact]
    public void Pages_of_ten_thousand_messages_meet_without_a_gap()
    {
        _workspace.Load(Enumerable.Range(0, 10_000).Select(number => new NewMessage(Cast.AlphaOmega, Cast.Fay, number.ToString())));

        List<string> seen = [];
        string? before = null;
        do
        {
            var page = _workspace.Messages(Cast.AlphaOmega, Cast.Pat, limit: 777, before);
            seen.InsertRange(0, page.Messages.Select(message => message.Text));
            before = page.HasOlder ? page.Messages[0].Ts : null;
        }
        while (before is not null);

        Assert.Equal(Enumerable.Range(0, 10_000).Select(number => number.ToString()), seen);
    }

    [Fact]
    public void What_is_unread_is_what_came_since_and_what_one_may_see()
    {
        _workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.BotUser, "before"));
        _workspace.MarkRead(Cast.Pat, Cast.AlphaOmega);
        _workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.Pat, "mine"));
        _workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.BotUser, "not for you") { EphemeralTo = Cast.Fay });
        var top = _workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.BotUser, $"for <@{Cast.Pat}>"));
        _workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.BotUser, "reply") { ThreadTs = top.Ts });

        Assert.Equal(new Unread(1, 1), _workspace.UnreadOf(Cast.Pat, Cast.AlphaOmega));
    }

    [Fact]
    public void A_watcher_is_told_of_each_change_in_order_and_once()
    {
        using var watch = _workspace.Feed.Start();
        var message = _workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.Fay, "x"));
        _workspace.Edit(message.Channel, message.Ts, Cast.Fay, "y", blocks: null);
        _workspace.Delete(message.Channel, message.Ts, Cast.Fay);

        var changes = watch.Take();
        Assert.Equal([WorkspaceChangeKind.MessagePosted, WorkspaceChangeKind.MessageEdited, WorkspaceChangeKind.MessageDeleted], changes.Select(change => change.Kind));
        Assert.Equal(changes[0].Version + 2, changes[2].Version);
    }

    [Fact]
    public void Each_ts_is_later_than_the_one_before_though_the_clock_stands_still()
    {
        var all = Enumerable.Range(0, 100).Select(_ => _workspace.Post(new NewMessage(Cast.AlphaOmega, Cast.Fay, "x")).Ts).ToList();
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.Equal(100, all.Distinct(StringComparer.Ordinal).Count());
    }
}
