using AoBot.CommandLine;
using AoBot.Tests.Host;
using Microsoft.Data.Sqlite;

namespace AoBot.Tests.CommandLine;

/// <summary><c>export --backup</c> while the bot runs.</summary>
public sealed class ExportTests : FrontDoorTest
{
    private string Target => Path.Combine(Workspace.Folder, "copy.db");

    [Fact]
    public async Task The_copy_opens_is_whole_and_holds_what_the_original_holds()
    {
        await Bot.Event(SlackEventJson.Mention("<@U0000BOT1> status"));
        await Slack.Next("chat.postMessage");
        await Bot.InboxIsEmpty();
        await Bot.NothingIsBeingSent();

        var ran = await Workspace.Run("export", "--backup", Target);

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        Assert.Contains(Target, ran.Output, StringComparison.Ordinal);
        await using (var copy = new SqliteConnection($"Data Source={Target};Pooling=False"))
        {
            await copy.OpenAsync();
            await using var check = copy.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", await check.ExecuteScalarAsync());
        }

        var content = await Workspace.Content();
        Assert.Equal(content, await Workspace.Content(Target));
    }

    [Fact]
    public async Task It_does_not_wait_for_a_writer_and_does_not_see_half_of_a_change()
    {
        var before = await Workspace.Content();
        await using var connection = Workspace.Connect();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM CheckIns";
        command.Transaction = (SqliteTransaction)transaction;
        await command.ExecuteNonQueryAsync();

        var ran = await Workspace.Run("export", "--backup", Target);

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.Equal(before, await Workspace.Content(Target));
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task What_stands_there_already_is_not_written_over()
    {
        await File.WriteAllTextAsync(Target, "precious");

        var ran = await Workspace.Run("export", "--backup", Target);

        Assert.Equal((AoBotCommandLine.BadInput, ""), (ran.Code, ran.Output));
        Assert.Equal("precious", await File.ReadAllTextAsync(Target));
    }

    [Theory]
    [InlineData("no/such/folder/copy.db")]
    [InlineData("aobot.db/copy.db")]
    [InlineData(".")]
    public async Task Where_nothing_can_be_written_it_says_so(string target)
    {
        var ran = await Workspace.Run("export", "--backup", Path.Combine(Workspace.Folder, target));

        Assert.Equal((AoBotCommandLine.BadInput, ""), (ran.Code, ran.Output));
        Assert.Contains(Workspace.Folder, ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_copy_and_none_is_made()
    {
        Workspace.Settings["ConnectionStrings:AoBot"] = "Data Source=other.db";

        Assert.Equal(AoBotCommandLine.BadInput, (await Workspace.Run("export", "--backup", Target)).Code);
        Assert.False(File.Exists(Path.Combine(Workspace.Folder, "other.db")));
    }
}
