using System.Data.Common;
using AoBot.Persistence;
using Humanizer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AoBot.People;

/// <summary>
/// Puts <see cref="Person.Former"/> in the place of a person, in every text of every table, so that no table can be forgotten when one is added.
/// What is only about the person goes: a row whose key they are.
/// </summary>
public sealed class Forgetting(WriteGate gate, SqliteDatabase database, ProgramClock clock)
{
    /// <param name="person">Who.</param>
    /// <param name="actor">Who asks for it, for the audit.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    /// <returns>How many rows of which table; none where nothing is known of the person.</returns>
    public async Task<IReadOnlyList<ForgottenRows>> Forget(NamedPerson person, string actor, CancellationToken cancellationToken)
    {
        var forgotten = await gate.Write(
            async db =>
            {
                var rows = new List<ForgottenRows>();
                foreach (var table in db.Model.GetEntityTypes().OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
                {
                    var sweep = new Sweep(db, table, person);
                    if (await sweep.Run(cancellationToken) is > 0 and var count)
                    {
                        rows.Add(new ForgottenRows(table.GetTableName()!, count));
                    }
                }

                if (rows.Count > 0)
                {
                    db.Audit.Add(new AuditEntry { At = clock.Now, Actor = actor, Action = "forget", Subject = Person.Former, Detail = rows.Select(r => r.ToString()).Humanize("and") });
                }

                return rows;
            },
            cancellationToken);
        await database.LeaveNoTrace(cancellationToken);
        return forgotten;
    }

    /// <summary>One table.</summary>
    private sealed class Sweep(AoBotDbContext db, IEntityType table, NamedPerson person)
    {
        private readonly ISqlGenerationHelper _sql = db.GetService<ISqlGenerationHelper>();
        private readonly IReadOnlyList<IProperty> _key = table.FindPrimaryKey()!.Properties;
        private readonly IReadOnlyList<IProperty> _texts = [.. table.GetProperties().Where(p => !p.IsPrimaryKey() && IsText(p))];

        public async Task<int> Run(CancellationToken cancellationToken)
        {
            var count = 0;
            foreach (var (key, changes, isAbout) in await Find(cancellationToken))
            {
                await using var command = Command();
                command.CommandText = isAbout
                    ? $"DELETE FROM {Table} WHERE {Where(command, key)}"
                    : $"UPDATE {Table} SET {string.Join(", ", changes.Select(c => $"{Name(c.Column)} = {Parameter(command, c.Text)}"))} WHERE {Where(command, key)}";
                count += await command.ExecuteNonQueryAsync(cancellationToken);
            }

            return count;
        }

        private string Table => _sql.DelimitIdentifier(table.GetTableName()!, table.GetSchema());

        private async Task<List<Found>> Find(CancellationToken cancellationToken)
        {
            var found = new List<Found>();
            await using var command = Command();
            command.CommandText = $"SELECT {string.Join(", ", _key.Concat(_texts).Select(Name))} FROM {Table}";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var key = Enumerable.Range(0, _key.Count).Select(reader.GetValue).ToList();
                var changes = _texts.Index()
                    .Select(c => (Column: c.Item, Text: reader.GetValue(_key.Count + c.Index) is string text ? person.ReplaceIn(text) : null))
                    .Where(c => c.Text is not null)
                    .Select(c => new Change(c.Column, c.Text!))
                    .ToList();
                var isAbout = key.OfType<string>().Any(k => person.ReplaceIn(k) == Person.Former);
                if (isAbout || changes.Count > 0)
                {
                    found.Add(new Found(key, changes, isAbout));
                }
            }

            return found;
        }

        private string Where(DbCommand command, List<object> key) => string.Join(" AND ", _key.Zip(key, (column, value) => $"{Name(column)} = {Parameter(command, value)}"));

        private string Name(IProperty column) => _sql.DelimitIdentifier(column.GetColumnName());

        private DbCommand Command()
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            return command;
        }

        private static string Parameter(DbCommand command, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{command.Parameters.Count}", value);
            command.Parameters.Add(parameter);
            return parameter.ParameterName;
        }

        private static bool IsText(IProperty column) => (column.GetTypeMapping().Converter?.ProviderClrType ?? column.ClrType) == typeof(string);

        private sealed record Found(List<object> Key, List<Change> Changes, bool IsAbout);

        private sealed record Change(IProperty Column, string Text);
    }
}

/// <param name="Table">Its name.</param>
/// <param name="Count">How many of its rows were changed or removed.</param>
public sealed record ForgottenRows(string Table, int Count)
{
    public override string ToString() => $"{"row".ToQuantity(Count)} of {Table}";
}
