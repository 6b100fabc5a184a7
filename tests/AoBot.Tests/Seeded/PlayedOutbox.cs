using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Seeded;

/// <summary>What the rows of the outbox wait for, asked of the file as another process would.</summary>
internal sealed class PlayedOutbox(SqliteConnection database, bool hasHistory) : IAsyncDisposable
{
    /// <summary>When the next notice is planned for.</summary>
    public Instant? NextPlanned(Instant now) => Ask("SELECT MIN(NotBefore) FROM Notices WHERE State = 'Planned' AND NotBefore > $now", now);

    /// <summary>When the next one is to be tried or looked for again, by the real clock. Without a history nothing uncertain ever settles.</summary>
    public Instant? NextAttempt(Instant realNow) => Ask($"SELECT MIN(NextAttemptAt) FROM Notices WHERE (State = 'Planned'{(hasHistory ? " OR State = 'Unknown'" : "")}) AND NextAttemptAt > $now", realNow);

    /// <summary>Whether somebody is to be told something by now.</summary>
    public bool IsPlanned(Instant now) => Ask("SELECT MIN(NotBefore) FROM Notices WHERE State = 'Planned' AND NotBefore <= $now", now) is not null;

    /// <summary>Whether a round of the dispatcher has something to do.</summary>
    public bool IsDue(Instant now, Instant realNow) => Ask($"""
        SELECT NotBefore FROM Notices WHERE State = 'Sending' OR (State = 'Unknown' AND NextAttemptAt <= '{Written(realNow)}')
            OR (State = 'Planned' AND NotBefore <= $now AND (NextAttemptAt IS NULL OR NextAttemptAt <= '{Written(realNow)}')) LIMIT 1
        """, now) is not null;

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Instant? Ask(string sql, Instant now)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$now", Written(now));
        return command.ExecuteScalar() is string text ? InstantPattern.ExtendedIso.Parse(text).Value : null;
    }

    private static string Written(Instant instant) => instant.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'", CultureInfo.InvariantCulture);
}
