using AoBot.Persistence;
using AoBot.Tests.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Persistence;

/// <summary>EF reads the model from generated code, which is quick, and does not notice when that code is old.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public async Task The_compiled_model_is_the_one_that_the_entities_describe()
    {
        await using var desk = await Desk.At();
        await using var db = await desk.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();

        Assert.Equal("AoBotDbContextModel", db.Model.GetType().Name);
        var described = Describe(db.GetService<IDesignTimeModel>().Model);
        Assert.NotEmpty(described);
        Assert.Equal(described, Describe(db.Model));
    }

    private static List<string> Describe(IReadOnlyModel model) =>
    [
        .. model.GetEntityTypes().SelectMany(entity => (IEnumerable<string>)
        [
            $"{entity.Name} in {entity.GetTableName()}",
            .. entity.GetProperties().Select(p => $"{entity.Name}.{p.Name}: {p.ClrType}, {p.GetColumnName()} {p.GetColumnType()}, {(p.IsNullable ? "null" : "not null")}, {p.ValueGenerated}, {p.GetTypeMapping().Converter?.GetType()}, {p.GetValueComparer()?.GetType()}"),
            .. entity.GetKeys().Select(k => $"{entity.Name}: key {Names(k.Properties)}"),
            .. entity.GetIndexes().Select(i => $"{entity.Name}: index {Names(i.Properties)} {i.IsUnique}"),
            .. entity.GetForeignKeys().Select(f => $"{entity.Name}: {Names(f.Properties)} of {f.PrincipalEntityType.Name} {f.DeleteBehavior} {f.IsUnique} {f.DependentToPrincipal?.Name} {f.PrincipalToDependent?.Name}"),
        ]).Order(StringComparer.Ordinal),
    ];

    private static string Names(IReadOnlyList<IReadOnlyProperty> properties) => string.Join('+', properties.Select(p => p.Name));
}
