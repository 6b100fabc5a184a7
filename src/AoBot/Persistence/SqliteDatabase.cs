using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AoBot.Persistence;

/// <summary>Where the database file is, how it is opened, brought up to date and copied.</summary>
public sealed partial class SqliteDatabase
{
    private const string NewestMigration = "20261129090706_GatheringReminders";

    // In seconds.
    private const int LongestMigration = 600;

    private readonly ILogger<SqliteDatabase> _logger;

    /// <param name="connectionString">For instance <c>Data Source=data/aobot.db</c>; a relative path counts from <paramref name="contentRoot"/>.</param>
    /// <param name="contentRoot">The application's folder.</param>
    /// <param name="logger">Says what was migrated and backed up.</param>
    /// <exception cref="ConfigurationException">The connection string is empty or cannot be read.</exception>
    public SqliteDatabase(string? connectionString, string contentRoot, ILogger<SqliteDatabase> logger)
    {
        _logger = logger;
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            if (string.IsNullOrWhiteSpace(builder.DataSource))
            {
                throw new ConfigurationException("ConnectionStrings:AoBot", "is empty", "set it to a file, for instance \"Data Source=data/aobot.db\"");
            }

            builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
            FilePath = builder.DataSource;
            // A file that somebody moved away is missed, not quietly made anew and empty.
            builder.Mode = builder.Mode == SqliteOpenMode.ReadWriteCreate ? SqliteOpenMode.ReadWrite : builder.Mode;
            ConnectionString = builder.ToString();
        }
        catch (ArgumentException problem)
        {
            throw new ConfigurationException("ConnectionStrings:AoBot", $"cannot be read ({problem.Message})", "set it to a file, for instance \"Data Source=data/aobot.db\"");
        }
    }

    public string FilePath { get; }

    /// <summary>The newest migration in <c>Persistence/Sqlite</c>, as a constant: to look for it costs a start more than all else. A test says when it is another.</summary>
    public string LastMigration { get; init; } = NewestMigration;

    public string ConnectionString { get; }

    /// <summary>Creates or migrates the database. Before a migration of an existing file a copy is put beside it.</summary>
    /// <exception cref="ConfigurationException">The folder cannot be written to, the file is no database, or a later version has changed it.</exception>
    public async Task BringUpToDate(IDbContextFactory<AoBotDbContext> contexts, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            LogFile(FilePath);
            await using (new FileStream(FilePath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
            {
                // Only here a file is made; SQLite takes an empty one for a new database.
            }

            if (!await HasLastMigration(cancellationToken))
            {
                await using var turn = await Turn(cancellationToken);
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                await Migrate(db, cancellationToken);
            }

            // A restored backup comes without it; and a file that cannot be written to says so now rather than at the first event.
            await Ask("PRAGMA journal_mode=WAL", cancellationToken);
            await Ask("DELETE FROM \"__EFMigrationsHistory\" WHERE 0", cancellationToken);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException("ConnectionStrings:AoBot", $"{FilePath} cannot be opened ({problem.Message})", "name a file in a folder that AoBot may write to");
        }
    }

    /// <summary>
    /// One start at a time migrates; the next finds it done. The lock is SQLite's, on an empty file of its own: it is waited for, and a process
    /// that is killed leaves it.
    /// </summary>
    private async Task<SqliteConnection> Turn(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = $"{FilePath}.migrating", Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            for (var second = 0; !await IsOurTurn(connection, cancellationToken); second++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (second == 0)
                {
                    LogWaits(FilePath);
                }
                else if (second == LongestMigration)
                {
                    throw new ConfigurationException("ConnectionStrings:AoBot", $"names {FilePath}, which another start of AoBot has been bringing up to date for ten minutes", "wait until it is done, or end it, and start again");
                }
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> IsOurTurn(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            // After a second, as the connection says.
            return false;
        }
    }

    private async Task Migrate(AoBotDbContext db, CancellationToken cancellationToken)
    {
        var all = db.Database.GetMigrations().ToList();
        List<string> applied = [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken)];
        if (applied.Except(all, StringComparer.Ordinal).Any())
        {
            throw new ConfigurationException("ConnectionStrings:AoBot", $"names {FilePath}, which a later version of AoBot has changed", "run that version, or put a backup in its place that this version made");
        }

        List<string> pending = [.. all.Except(applied, StringComparer.Ordinal)];
        if (pending.Count > 0)
        {
            await Migrate(db, pending, applied.Count > 0, cancellationToken);
        }
    }

    /// <summary>
    /// Asks the file alone: at nearly every start there is nothing to migrate, and finding that out through EF takes longer than all else
    /// before the port opens. Whatever is unclear is left to EF.
    /// </summary>
    private async Task<bool> HasLastMigration(CancellationToken cancellationToken) =>
        await Ask("SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancellationToken) is not null
        && await Ask("SELECT max(MigrationId) FROM \"__EFMigrationsHistory\"", cancellationToken) as string == LastMigration;

    private async Task<object?> Ask(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private async Task Migrate(AoBotDbContext db, List<string> pending, bool backUp, CancellationToken cancellationToken)
    {
        if (backUp)
        {
            var copy = $"{FilePath}.before-{pending[^1]}";
            if (!File.Exists(copy))
            {
                await Backup(copy, cancellationToken);
                LogBackedUp(copy);
            }
        }

        // EF's lock is a row that outlives a killed process, and it would be waited for without end. Whoever has the turn needs none.
        if (await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken) > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        LogMigrated(pending.Count, pending[^1]);
    }

    /// <summary>Copies the whole database, consistent while others write, by <c>VACUUM INTO</c>. https://www.sqlite.org/lang_vacuum.html</summary>
    /// <exception cref="IOException">The target exists or cannot be written.</exception>
    public async Task Backup(string target, CancellationToken cancellationToken)
    {
        if (File.Exists(target))
        {
            throw new IOException($"{target} exists already.");
        }

        try
        {
            // What is broken off halfway never looks like a whole copy.
            var part = target + ".part";
            File.Delete(part);
            await using var connection = new SqliteConnection(ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $target";
            command.Parameters.AddWithValue("$target", part);
            await command.ExecuteNonQueryAsync(cancellationToken);
            File.Move(part, target);
        }
        catch (Exception problem) when (problem is SqliteException or UnauthorizedAccessException)
        {
            throw new IOException($"{target} cannot be written ({problem.Message}).", problem);
        }
    }

    /// <summary>
    /// Writes the file anew, so that nothing that was deleted is left between its rows, and empties the log beside it.
    /// https://www.sqlite.org/lang_vacuum.html
    /// </summary>
    public async Task LeaveNoTrace(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is {File}")]
    private partial void LogFile(string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another start of AoBot is bringing {File} up to date; this one waits until it is done")]
    private partial void LogWaits(string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was copied to {File} before its migration")]
    private partial void LogBackedUp(string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was brought up to date: {Count} migrations, the last is {Migration}")]
    private partial void LogMigrated(int count, string migration);
}

/// <summary>Settings that SQLite keeps per connection: safe against kills, not against power loss.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON";
        command.ExecuteNonQuery();
    }
}
