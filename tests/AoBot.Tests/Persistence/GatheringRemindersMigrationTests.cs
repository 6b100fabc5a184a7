using AoBot.Persistence;
using AoBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Persistence;

/// <summary>Who chose their hour before gatherings could be chosen about is reminded of them, as before.</summary>
public sealed class GatheringRemindersMigrationTests
{
    [Fact]
    public async Task Whoever_chose_before_is_still_reminded_of_gatherings()
    {
        await using var workspace = await Workspace.Create();
        await using (var app = workspace.Build([]))
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync();
            await db.GetService<IMigrator>().MigrateAsync("DraftsThatRest");
        }

        await workspace.Execute("INSERT INTO ReminderPreferences (SlackId, HeadsUp) VALUES ('U0000BIRC', 0)");
        var bot = await workspace.Start();
        await using var now = await bot.Database();

        var wish = await now.ReminderPreferences.SingleAsync();
        Assert.True(wish is { HeadsUp: false, DayBefore: true, HourBefore: true });
    }
}
