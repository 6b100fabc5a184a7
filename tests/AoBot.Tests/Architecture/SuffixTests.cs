using Mono.Cecil;

namespace AoBot.Tests.Architecture;

/// <summary>A suffix always means the same.</summary>
public sealed class SuffixTests
{
    private static readonly string[] SaysNothing = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Processor", "Base", "Impl"];

    private static IReadOnlyList<TypeDefinition> Both => [.. CompiledCode.Product.Types, .. CompiledCode.SlackLibrary.Types];

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing()
    {
        Assert.NotEmpty(Both);
        Assert.DoesNotContain(Both.Select(type => type.FullName.Split('`')[0]), name => Array.Exists(SaysNothing, word => name.EndsWith(word, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Command", "AoBot.Conversations.IWord", "AoBot.Slack.Receiving.ISlashCommandHandler")]
    [InlineData("Action", "AoBot.Slack.Receiving.IBlockActionHandler")]
    [InlineData("Job", "Quartz.IJob")]
    [InlineData("Handler", "AoBot.Slack.Receiving.IEventHandler`1")]
    public void A_suffix_and_what_it_implements_go_together(string suffix, params string[] interfaces)
    {
        var named = Classes(suffix).Select(type => type.FullName).Order(StringComparer.Ordinal).ToList();
        var implementing = CompiledCode.Product.Types
            .Where(type => type.IsClass && type.Interfaces.Any(i => interfaces.Contains(i.InterfaceType.GetElementType().FullName)))
            .Select(type => type.FullName)
            .Order(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Equal(implementing, named);
    }

    [Theory]
    [InlineData("Message")]
    [InlineData("Policy")]
    [InlineData("Verb")]
    [InlineData("Module")]
    public void What_only_renders_decides_or_registers_has_no_state(string suffix)
    {
        var classes = Classes(suffix);
        Assert.NotEmpty(classes);
        Assert.All(classes, type =>
        {
            Assert.True(type is { IsAbstract: true, IsSealed: true }, $"{type.FullName} is not static.");
            Assert.DoesNotContain(type.Fields, field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.StartsWith('<'));
        });
    }

    [Fact]
    public void A_module_registers_services() => Assert.All(Classes("Module"), type =>
        Assert.Contains(type.Methods, method => method.IsPublic && method.Parameters.FirstOrDefault()?.ParameterType.Name == "IServiceCollection"));

    [Fact]
    public void A_verb_makes_a_command_of_the_command_line() => Assert.All(Classes("Verb").Where(type => type.Name != "ServeVerb"), type =>
        Assert.Contains(type.Methods, method => method.IsPublic && method is { Name: "Create", ReturnType.FullName: "System.CommandLine.Command" }));

    [Fact]
    public void Options_are_settings_and_nothing_else()
    {
        var options = CompiledCode.SlackLibrary.Types.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.IsPublic && !type.Name.StartsWith("Block", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(options);
        Assert.All(options, type => Assert.DoesNotContain(type.Methods, method => method is { IsPublic: true, IsConstructor: false, IsGetter: false, IsSetter: false }));
    }

    [Fact]
    public void Every_class_of_the_product_is_sealed_or_has_its_kinds_beside_it()
    {
        var classes = CompiledCode.Product.Types.Where(type => type.IsClass && !type.Namespace.StartsWith("AoBot.Persistence.Sqlite", StringComparison.Ordinal)).ToList();
        var extended = classes.SelectMany(type => type.NestedTypes.Append(type)).Select(type => type.BaseType?.GetElementType().FullName).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(classes);
        Assert.All(classes, type => Assert.True(type.IsSealed || (type.IsAbstract && extended.Contains(type.FullName)), $"{type.FullName} is open."));
    }

    private static IReadOnlyList<TypeDefinition> Classes(string suffix) =>
        [.. CompiledCode.Product.Types.Where(type => type.IsClass && type.Name.EndsWith(suffix, StringComparison.Ordinal) && type.Name != suffix)];
}
