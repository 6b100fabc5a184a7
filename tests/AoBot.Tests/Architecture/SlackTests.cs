using Mono.Cecil;

namespace AoBot.Tests.Architecture;

/// <summary>The Slack library knows nothing of the product; the product reaches Slack in few places.</summary>
public sealed class SlackTests
{
    [Fact]
    public void The_Slack_library_knows_no_project_of_ours()
    {
        Assert.NotEmpty(CompiledCode.SlackLibrary.References);
        Assert.DoesNotContain(CompiledCode.SlackLibrary.References, name => name.StartsWith(nameof(AoBot), StringComparison.Ordinal));
    }

    [Fact]
    public void The_product_knows_the_Slack_library_and_no_other_project_of_ours() =>
        Assert.Equal("AoBot.Slack", Assert.Single(CompiledCode.Product.References, name => name.StartsWith(nameof(AoBot), StringComparison.Ordinal)));

    [Theory]
    [InlineData("AoBot.Slack.Blocks", "AoBot.Slack.Api", "AoBot.Slack.Receiving")]
    [InlineData("AoBot.Slack.Api", "AoBot.Slack.Receiving")]
    public void In_the_library_the_lower_does_not_know_the_higher(string lower, params string[] higher)
    {
        var types = CompiledCode.SlackLibrary.Types.Where(type => type.Namespace == lower).ToList();
        Assert.NotEmpty(types);
        Assert.Empty(Uses(types, higher));
    }

    [Fact]
    public void Slack_is_called_from_the_door_the_handlers_and_the_doctor_only_and_a_simulation_stands_in_for_it() => Guard("AoBot.Slack.Api", "(root)", "People", "Conversations", "Home", "Outbox", "Updates", "Doctor", "Simulation");

    [Fact]
    public void What_Slack_sends_is_known_to_the_door_and_the_handlers_only() => Guard("AoBot.Slack.Receiving", "(root)", "Administration", "Conversations", "Engagements", "Events", "Home", "Reports", "Updates");

    private static void Guard(string guarded, params string[] allowed)
    {
        var users = CompiledCode.Product.Types.Where(type => Uses([type], [guarded]).Any()).Select(FolderTests.FolderOf).Distinct(StringComparer.Ordinal);
        Assert.Equal(allowed.Order(StringComparer.Ordinal), users.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Uses(IEnumerable<TypeDefinition> types, string[] namespaces) =>
        from type in types
        from used in CompiledCode.Uses(type)
        where namespaces.Contains(CompiledCode.NamespaceOf(used))
        select $"{type.FullName} uses {used.FullName}";
}
