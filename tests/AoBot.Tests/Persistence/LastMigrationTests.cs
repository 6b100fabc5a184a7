using AoBot.Persistence;
using AoBot.Tests.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Persistence;

/// <summary>A start looks only at the newest migration's name: it must be the newest.</summary>
public sealed class LastMigrationTests
{
    [Fact]
    public async Task The_last_migration_is_the_one_that_a_start_looks_for()
    {
        await using var desk = await Desk.At();
        await using var db = await desk.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();
        var last = desk.Services.GetRequiredService<SqliteDatabase>().LastMigration;

        Assert.Equal(last, db.Database.GetMigrations().Last());
        Assert.Equal(last, (await db.Database.GetAppliedMigrationsAsync()).Last());
    }
}
