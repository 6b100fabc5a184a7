using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Mono.Cecil;

namespace AoBot.Tests.Architecture;

/// <summary>Which folder of the product may use which: the table of contents of its dependencies, read from the compiled code.</summary>
public sealed class FolderTests
{
    private const string Root = "(root)";

    private static readonly string[] Features = ["About", "Engagements", "Events", "KeyResults", "Meetings", "Reports", "Roundtables", "Updates"];

    /// <summary>
    /// A folder, and what it may use of the others. The root (settings, the clock of the program) may be used by all but Reminders. Beside
    /// it, an entity may be used by any folder that reads the database: that is how tables refer to each other.
    /// </summary>
    private static readonly Dictionary<string, string[]> May = new(StringComparer.Ordinal)
    {
        ["Reminders"] = [],
        ["Scheduling"] = [],
        ["Terminal"] = [],
        ["Persistence"] = [],
        ["People"] = ["Persistence", "Scheduling"],
        ["Conversations"] = ["Persistence", "People", "Scheduling", "Outbox"],
        ["Outbox"] = ["Persistence", "People", "Reminders", "Scheduling"],
        ["Engagements"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Scheduling"],
        ["KeyResults"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Scheduling"],
        ["Updates"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Scheduling", "Engagements", "KeyResults"],
        ["Events"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Scheduling", "Engagements", "KeyResults"],
        ["Roundtables"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Scheduling", "Engagements", "KeyResults", "Events"],
        ["Meetings"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Scheduling", "Engagements", "KeyResults", "Events"],
        ["Reports"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Scheduling", "Engagements", "KeyResults", "Updates", "Events"],
        ["Simulation"] = ["Persistence", "Outbox", "Reminders", "Engagements", "Updates", "Reports"],
        ["About"] = ["Persistence", "Conversations", "Reports"],
        ["Status"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", .. Features],
        ["Home"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Status", .. Features],
        ["Doctor"] = ["Persistence", "Updates"],
        ["Health"] = ["Persistence", "People", "Outbox", "Scheduling", "Updates"],
        ["Administration"] = ["Persistence", "People", "Outbox", "Conversations", "Health"],
        ["CommandLine"] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Terminal", "Doctor", "Health", "Status", "Simulation", .. Features],
        [Root] = ["Persistence", "People", "Outbox", "Conversations", "Reminders", "Scheduling", "Administration", "Doctor", "Health", "Home", "Status", "CommandLine", .. Features],
    };

    public static TheoryData<string> Folders => [.. May.Keys];

    [Fact]
    public void Every_folder_has_a_row_in_the_table() =>
        Assert.Equal(May.Keys.Order(StringComparer.Ordinal), CompiledCode.Product.Types.Select(FolderOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_its_row_allows(string folder)
    {
        var types = CompiledCode.Product.Types.Where(type => FolderOf(type) == folder).ToList();
        Assert.NotEmpty(types);
        var entities = folder == "Persistence" || May[folder].Contains("Persistence") ? Entities() : [];

        var forbidden =
            from type in types
            from used in CompiledCode.Uses(type)
            where IsOfProduct(used)
            let other = FolderOf(used)
            where other != folder && !May[folder].Contains(other) && !entities.Contains(used.FullName)
            where other != Root || folder == "Reminders"
            select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(forbidden);
    }

    [Theory]
    [InlineData("AoBot.Reports.Reading")]
    [InlineData("AoBot.Updates.Names")]
    [InlineData("AoBot.Updates.Reading")]
    public void Reading_is_pure(string space)
    {
        var types = CompiledCode.Product.Types.Where(type => type.Namespace == space || type.FullName is "AoBot.Updates.Ledger" or "AoBot.Updates.TextReading").ToList();
        Assert.NotEmpty(types);
        Assert.Empty(
            from type in types
            from used in CompiledCode.Uses(type)
            where IsImpure(used)
            select $"{type.FullName} uses {used.FullName}");
    }

    [Theory]
    [InlineData("Policy")]
    [InlineData("Message")]
    [InlineData("Words")]
    public void Deciding_and_rendering_is_pure(string suffix)
    {
        // What a word asks the database for is not words: "Words" is the list of them.
        var types = CompiledCode.Product.Types.Where(type => type.Name.EndsWith(suffix, StringComparison.Ordinal) && type.FullName != "AoBot.Conversations.Words").ToList();
        Assert.NotEmpty(types);
        Assert.Empty(
            from type in types
            from used in CompiledCode.Uses(type)
            where IsImpure(used)
            select $"{type.FullName} uses {used.FullName}");
    }

    [Fact]
    public void Reminders_do_no_input_or_output()
    {
        var types = CompiledCode.Product.Types.Where(type => FolderOf(type) == "Reminders").ToList();
        Assert.NotEmpty(types);
        Assert.Empty(
            from type in types
            from used in CompiledCode.Uses(type)
            where IsImpure(used)
            select $"{type.FullName} uses {used.FullName}");
    }

    internal static bool IsOfProduct(TypeReference type) =>
        CompiledCode.NamespaceOf(type) is "AoBot" || (CompiledCode.NamespaceOf(type).StartsWith("AoBot.", StringComparison.Ordinal) && !CompiledCode.NamespaceOf(type).StartsWith("AoBot.Slack.", StringComparison.Ordinal));

    internal static string FolderOf(TypeReference type) => CompiledCode.NamespaceOf(type).Split('.') is [_, var folder, ..] ? folder : Root;

    private static bool IsImpure(TypeReference type) =>
        type.FullName is "System.TimeProvider" or "System.Threading.Tasks.Task" or "AoBot.ProgramClock" or "AoBot.Settings" or "System.IServiceProvider" or "System.IO.File" ||
        type.FullName.StartsWith("System.Threading.Tasks.ValueTask", StringComparison.Ordinal) ||
        CompiledCode.NamespaceOf(type) is var space && (space == "AoBot.Persistence"
            || space.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
            || space.StartsWith("System.Net.Http", StringComparison.Ordinal)
            || space == "AoBot.Slack.Api");

    /// <summary>The tables, and the types of their columns.</summary>
    private static HashSet<string> Entities()
    {
        using var db = new AoBotDbContext(new DbContextOptionsBuilder<AoBotDbContext>().UseSqlite("Data Source=:memory:").Options);
        var tables = db.Model.GetEntityTypes().ToList();
        return [.. tables.Select(table => table.ClrType)
            .Concat(tables.SelectMany(table => table.GetProperties()).SelectMany(column => column.ClrType.GetGenericArguments().Append(column.ClrType)))
            .Select(type => type.FullName!)];
    }
}
