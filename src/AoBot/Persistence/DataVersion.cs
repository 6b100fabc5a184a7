using Microsoft.Data.Sqlite;

namespace AoBot.Persistence;

/// <summary>
/// A number that differs after every commit, by this process or another: <c>PRAGMA data_version</c> on a connection that never writes.
/// It costs microseconds, so every cached answer is checked against it. https://www.sqlite.org/pragma.html#pragma_data_version
/// </summary>
public sealed class DataVersion(SqliteDatabase database) : IDisposable
{
    private readonly Lock _lock = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _command;

    /// <summary>Equal numbers mean that nothing was committed in between.</summary>
    public long Read()
    {
        lock (_lock)
        {
            if (_command is null)
            {
                _connection = new SqliteConnection(database.ConnectionString);
                _connection.Open();
                _command = _connection.CreateCommand();
                _command.CommandText = "PRAGMA data_version";
                _command.Prepare();
            }

            return (long)_command.ExecuteScalar()!;
        }
    }

    public void Dispose()
    {
        _command?.Dispose();
        _connection?.Dispose();
    }
}
