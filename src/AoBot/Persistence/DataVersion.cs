using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AoBot.Persistence;

/// <summary>
/// A number that differs after every commit, by this process or another: <c>PRAGMA data_version</c> on a connection that never writes.
/// Every cached answer is checked against it, so it is read by a prepared statement without what ADO.NET puts around one.
/// https://www.sqlite.org/pragma.html#pragma_data_version
/// </summary>
public sealed class DataVersion(SqliteDatabase database) : IDisposable
{
    private readonly Lock _lock = new();
    private SqliteConnection? _connection;
    private sqlite3_stmt? _statement;

    /// <summary>Equal numbers mean that nothing was committed in between. It never waits: null when SQLite cannot say right now.</summary>
    public long? TryRead()
    {
        lock (_lock)
        {
            var statement = _statement ??= Prepare();
            var version = raw.sqlite3_step(statement) == raw.SQLITE_ROW ? raw.sqlite3_column_int64(statement, 0) : (long?)null;
            _ = raw.sqlite3_reset(statement); // Repeats the failure of the step, if it failed.
            return version;
        }
    }

    public void Dispose()
    {
        _statement?.Dispose();
        _connection?.Dispose();
    }

    private sqlite3_stmt Prepare()
    {
        if (_connection is null)
        {
            var connection = new SqliteConnection(database.ConnectionString);
            connection.Open();
            _connection = connection;
        }

        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_connection.Handle, "PRAGMA data_version", out var statement), _connection.Handle);
        return statement;
    }
}
