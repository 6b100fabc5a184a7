using System.Text.Json;
using AoBot.Slack.Receiving;

namespace AoBot.Tests.Manifest;

/// <summary>The manifest says what the product registers and maps: no more, no less.</summary>
public sealed class ManifestTests
{
    [Fact]
    public async Task Its_commands_are_the_commands_that_are_registered()
    {
        var registered = await BuiltProduct.Registrations(r => r.SlashCommands.Order(StringComparer.Ordinal).ToList());

        Assert.NotEmpty(registered);
        Assert.Equal(registered, Commands().Select(c => c.GetProperty("command").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_is_escaped_by_Slack_so_that_people_arrive_as_ids() =>
        Assert.All(Commands(), command => Assert.True(command.GetProperty("should_escape").GetBoolean()));

    [Fact]
    public async Task Its_events_are_the_events_that_have_handlers()
    {
        var handled = await BuiltProduct.Registrations(r => r.Events.Select(TypeName).Order(StringComparer.Ordinal).ToList());

        Assert.NotEmpty(handled);
        Assert.Equal(handled, ManifestFile.Texts("settings/event_subscriptions/bot_events").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_shortcuts_are_the_shortcuts_that_are_registered()
    {
        var registered = await BuiltProduct.Registrations(r => r.MessageShortcuts.Select(id => $"message {id}").Concat(r.GlobalShortcuts.Select(id => $"global {id}")).Order(StringComparer.Ordinal).ToList());
        var named = ManifestFile.At("features").TryGetProperty("shortcuts", out var shortcuts)
            ? shortcuts.EnumerateArray().Select(s => $"{s.GetProperty("type").GetString()} {s.GetProperty("callback_id").GetString()}").Order(StringComparer.Ordinal).ToList()
            : [];

        Assert.Equal(registered, named);
    }

    [Fact]
    public async Task Its_addresses_are_the_routes_that_Slack_may_post_to()
    {
        var named = Commands().Select(c => ManifestFile.Route(c.GetProperty("url")))
            .Append(ManifestFile.Route("settings/event_subscriptions/request_url"))
            .Append(ManifestFile.Route("settings/interactivity/request_url"))
            .Append(ManifestFile.Route("settings/interactivity/message_menu_options_url"))
            .Select(route => $"POST {route}")
            .Order(StringComparer.Ordinal);
        var mapped = (await BuiltProduct.Routes()).Where(route => route.StartsWith("POST /slack/", StringComparison.Ordinal));

        Assert.Equal(["POST /slack/action", "POST /slack/command", "POST /slack/event", "POST /slack/options"], mapped);
        Assert.Equal(mapped, named);
    }

    [Fact]
    public async Task Buttons_need_interactivity()
    {
        Assert.NotEmpty(await BuiltProduct.Registrations(r => r.BlockActions.Concat(r.BlockActionPrefixes).Concat(r.ViewSubmissions).ToList()));
        Assert.True(ManifestFile.At("settings/interactivity/is_enabled").GetBoolean());
    }

    [Fact]
    public async Task The_Home_tab_is_on_because_its_opening_is_answered()
    {
        Assert.Contains(typeof(AppHomeOpened), await BuiltProduct.Registrations(r => r.Events.ToList()));
        Assert.True(ManifestFile.At("features/app_home/home_tab_enabled").GetBoolean());
    }

    [Fact]
    public void The_Messages_tab_is_off_because_nobody_listens_there()
    {
        Assert.DoesNotContain("message.im", ManifestFile.Texts("settings/event_subscriptions/bot_events"));
        Assert.False(ManifestFile.At("features/app_home/messages_tab_enabled").GetBoolean());
    }

    [Theory]
    [InlineData("socket_mode_enabled")]
    [InlineData("org_deploy_enabled")]
    [InlineData("token_rotation_enabled")]
    public void What_this_version_cannot_do_is_off(string setting) => Assert.False(ManifestFile.At("settings").GetProperty(setting).GetBoolean());

    [Theory]
    [InlineData("display_information/name", 1, 35)]
    [InlineData("display_information/description", 1, 140)]
    [InlineData("display_information/long_description", 175, 4000)]
    [InlineData("features/bot_user/display_name", 1, 80)]
    public void Its_words_fit(string path, int least, int most) => Assert.InRange(ManifestFile.At(path).GetString()!.Length, least, most);

    [Fact]
    public void A_command_fits() => Assert.All(Commands(), command =>
    {
        Assert.InRange(command.GetProperty("command").GetString()!.Length, 2, 32);
        Assert.InRange(command.GetProperty("description").GetString()!.Length, 1, 2000);
        Assert.InRange(command.GetProperty("usage_hint").GetString()!.Length, 1, 1000);
    });

    [Fact]
    public void It_holds_only_what_was_thought_of()
    {
        Assert.Equal(["display_information", "features", "oauth_config", "settings"], Names(ManifestFile.Root));
        Assert.Equal(["app_home", "bot_user", "slash_commands"], Names(ManifestFile.At("features")));
        Assert.Equal(["bot", "bot_optional"], Names(ManifestFile.At("oauth_config/scopes")));
        Assert.Equal(["event_subscriptions", "interactivity", "org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled"], Names(ManifestFile.At("settings")));
    }

    private static IReadOnlyList<JsonElement> Commands() => [.. ManifestFile.At("features/slash_commands").EnumerateArray()];

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    private static string TypeName(Type slackEvent) => (string)slackEvent.GetField(nameof(AppMention.TypeName))!.GetRawConstantValue()!;
}
