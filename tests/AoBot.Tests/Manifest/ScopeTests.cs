using AoBot.Doctor;
using AoBot.Slack.Api;
using AoBot.Slack.Receiving;
using AoBot.Tests.Architecture;

namespace AoBot.Tests.Manifest;

/// <summary>The least scopes: those of what is called, listened to and registered, found in the compiled code.</summary>
public sealed class ScopeTests
{
    // From the pages of the events, https://docs.slack.dev/reference/events; opening the Home tab needs no scope.
    private static readonly Dictionary<string, string?> OfEvents = new(StringComparer.Ordinal)
    {
        [AppMention.TypeName] = "app_mentions:read",
        [MemberJoinedChannel.TypeName] = "channels:read",
        [AppHomeOpened.TypeName] = null,
    };

    [Fact]
    public void Every_call_of_the_Web_API_is_found_in_the_compiled_code()
    {
        var called = CalledMethods().Select(method => method.Name).ToList();

        // Four that stand in four shapes of code: an async method, a switch in one, an iterator, a helper.
        Assert.Contains("chat.postMessage", called);
        Assert.Contains("chat.postEphemeral", called);
        Assert.Contains("auth.test", called);
        Assert.Contains("users.info", called);
    }

    [Fact]
    public async Task It_asks_for_the_scopes_of_what_it_does_and_for_no_others()
    {
        // What an optional scope is for is offered only where it was granted.
        var ofCalls = CalledMethods().Select(method => method.Scope).OfType<string>().Except(ManifestFile.OptionalScopes, StringComparer.Ordinal).ToList();
        var ofEvents = ManifestFile.Texts("settings/event_subscriptions/bot_events").Select(type => OfEvents[type]).OfType<string>().ToList();
        var ofCommands = (await BuiltProduct.Registrations(r => r.SlashCommands.ToList())).Select(_ => "commands").ToList();
        Assert.NotEmpty(ofCalls);
        Assert.NotEmpty(ofEvents);
        Assert.NotEmpty(ofCommands);

        Assert.Equal(
            ofCalls.Concat(ofEvents).Concat(ofCommands).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ManifestFile.BotScopes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_doctor_looks_for_the_same_scopes() =>
        Assert.Equal(ManifestFile.BotScopes.Order(StringComparer.Ordinal), Scopes.Base.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void An_optional_scope_is_not_asked_for_twice()
    {
        Assert.NotEmpty(ManifestFile.OptionalScopes);
        Assert.Empty(ManifestFile.OptionalScopes.Intersect(ManifestFile.BotScopes, StringComparer.Ordinal));
        Assert.Distinct(ManifestFile.OptionalScopes.Concat(ManifestFile.BotScopes));
    }

    /// <summary><c>ChatApi.PostMessage</c> is <c>chat.postMessage</c>; a call without a line in the table fails.</summary>
    private static IReadOnlyList<SlackMethod> CalledMethods()
    {
        var groups = typeof(ISlackApiClient).GetProperties().Select(property => property.PropertyType.FullName).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. CompiledCode.Product.Types
                .SelectMany(CompiledCode.Calls)
                .Where(call => groups.Contains(call.DeclaringType.FullName))
                .Select(call => $"{call.DeclaringType.Name[..^"Api".Length]}{call.Name}")
                .Distinct(StringComparer.Ordinal)
                .Select(name => SlackMethods.All.Single(method => method.Name.Replace(".", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase))),
        ];
    }
}
