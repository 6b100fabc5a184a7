using System.Reflection;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AoBot.Tests.Running;

/// <summary>A migration of a version to come.</summary>
[DbContext(typeof(AoBotDbContext))]
[Migration(Id)]
public sealed class AddedMigration : Migration
{
    public const string Id = "29990101000000_Added";

    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("CREATE TABLE Added (Id INTEGER NOT NULL PRIMARY KEY)");
}

/// <summary>The product's migrations and the added one.</summary>
public sealed class WithAddedMigration : IMigrationsAssembly
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = typeof(AoBotDbContext).Assembly.DefinedTypes
        .Append(typeof(AddedMigration).GetTypeInfo())
        .Where(type => type.GetCustomAttribute<MigrationAttribute>() is not null)
        .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.Ordinal);

    public ModelSnapshot? ModelSnapshot { get; } = (ModelSnapshot)Activator.CreateInstance(typeof(AoBotDbContext).Assembly.DefinedTypes.Single(type => type.IsSubclassOf(typeof(ModelSnapshot))))!;

    public Assembly Assembly => typeof(AoBotDbContext).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id == nameOrId);

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
