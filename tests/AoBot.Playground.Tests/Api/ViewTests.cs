using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Tests.Api;

public sealed class ViewTests : IAsyncLifetime
{
    private readonly StandIn _slack = new();

    public Task InitializeAsync() => _slack.InitializeAsync();

    public Task DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    [SlackRule("interactivity/handling-user-interaction#modal_responses")]
    public async Task A_trigger_works_once_and_for_three_seconds()
    {
        var triggers = _slack.Get<TriggerIds>();
        var good = triggers.Issue(Cast.Fay);
        (await Open(good)).Ok();
        Assert.Equal("exchanged_trigger_id", (await Open(good)).Error);

        var late = triggers.Issue(Cast.Fay);
        _slack.Time.Advance(TriggerIds.Life + TimeSpan.FromMilliseconds(1));
        Assert.Equal("expired_trigger_id", (await Open(late)).Error);
        Assert.Single(_slack.Workspace.Modals(Cast.Fay));
    }

    [Fact]
    [SlackRule("reference/methods/views.push")]
    public async Task Modals_are_stacked_up_to_three()
    {
        Assert.Equal("not_found", (await Show("views.push")).Error);
        var root = (await Show("views.open")).Ok()["view"]!;
        var second = (await Show("views.push")).Ok()["view"]!;
        (await Show("views.push")).Ok();
        Assert.Equal("push_limit_reached", (await Show("views.push")).Error);

        Assert.Equal(root["id"]!.ToString(), second["root_view_id"]!.ToString());
        Assert.Equal(root["id"]!.ToString(), second["previous_view_id"]!.ToString());
    }

    [Fact]
    [SlackRule("reference/methods/views.update")]
    public async Task An_update_with_an_old_hash_is_refused_and_changes_nothing()
    {
        var first = (await Show("views.open")).Ok()["view"]!;
        (await Update(first["id"]!, "new", first["hash"]!.ToString())).Ok();

        Assert.Equal("hash_conflict", (await Update(first["id"]!, "newer", first["hash"]!.ToString())).Error);
        Assert.Equal("new", _slack.Workspace.Modals(Cast.Fay).Single().View.CallbackId);
    }

    [Fact]
    [SlackRule("reference/methods/views.publish")]
    public async Task A_Home_belongs_to_one_person_and_keeps_its_id()
    {
        async Task<Answered> Publish(string? hash) => await _slack.Call("views.publish", new { user_id = Cast.Pat, hash, view = new { type = "home", blocks = new[] { new { type = "divider" } } } });
        var first = (await Publish(null)).Ok()["view"]!;
        var second = (await Publish(first["hash"]!.ToString())).Ok()["view"]!;

        Assert.Equal(first["id"]!.ToString(), second["id"]!.ToString());
        Assert.Equal("hash_conflict", (await Publish(first["hash"]!.ToString())).Error);
        Assert.Null(_slack.Workspace.Home(Cast.Fay));
    }

    [Fact]
    [SlackRule("reference/methods/views.open")]
    public async Task An_external_id_is_given_once_and_a_view_has_a_size()
    {
        object View(string? external, int blocks) => new { type = "modal", title = new { type = "plain_text", text = "T" }, external_id = external, blocks = Enumerable.Range(0, blocks).Select(_ => new { type = "section", text = new { type = "plain_text", text = new string('x', 3000) } }) };
        async Task<Answered> Try(object view) => await _slack.Call("views.open", new { trigger_id = _slack.Get<TriggerIds>().Issue(Cast.Sam), view });

        (await Show("views.open", new { type = "modal", title = new { type = "plain_text", text = "T" }, external_id = "mine", blocks = Array.Empty<object>() })).Ok();
        Assert.Equal("duplicate_external_id", (await Try(View("mine", 1))).Error);
        Assert.Equal("view_too_large", (await Try(View(null, 90))).Error);
    }

    private Task<Answered> Open(string trigger) => _slack.Call("views.open", new { trigger_id = trigger, view = Modal("first") });

    private Task<Answered> Show(string method, object? view = null) => _slack.Call(method, new { trigger_id = _slack.Get<TriggerIds>().Issue(Cast.Fay), view = view ?? Modal("first") });

    private Task<Answered> Update(object id, string callback, string hash) => _slack.Call("views.update", new { view_id = id.ToString(), hash, view = Modal(callback) });

    private static object Modal(string callback) => new { type = "modal", callback_id = callback, title = new { type = "plain_text", text = "T" }, blocks = Array.Empty<object>() };
}
