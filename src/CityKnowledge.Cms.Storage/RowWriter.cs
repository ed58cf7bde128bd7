using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CityKnowledge.Cms.Storage;

/// <summary>
/// Inserts many rows with prepared multi-row statements made from the EF model. EF's own change tracking costs more than
/// the insert itself: see the "bulk import" row of the benchmarks.
/// </summary>
public sealed class RowWriter(StorageContext db) : IAsyncDisposable
{
    private const int MostRows = 64;
    private readonly Dictionary<(Type, int), Statement> statements = [];

    public async Task InsertAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancel = default)
        where TRow : class
    {
        for (var start = 0; start < rows.Count; start += MostRows)
        {
            var count = Math.Min(MostRows, rows.Count - start);
            var statement = GetStatement(typeof(TRow), count);
            statement.Bind(rows, start, count);
            await statement.Command.ExecuteNonQueryAsync(cancel);
        }
    }

    private Statement GetStatement(Type rowType, int count)
    {
        if (!statements.TryGetValue((rowType, count), out var statement))
        {
            statements[(rowType, count)] = statement = new Statement(db, rowType, count);
        }

        return statement;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values) await statement.Command.DisposeAsync();
    }

    private sealed class Statement
    {
        private readonly IProperty[] columns;

        public Statement(StorageContext db, Type rowType, int count)
        {
            var entity = db.Model.FindEntityType(rowType)!;
            var sql = db.GetService<ISqlGenerationHelper>();
            columns = [.. entity.GetProperties()];
            Command = db.Database.GetDbConnection().CreateCommand();
            Command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            Command.CommandText = Insert(sql, entity.GetTableName()!, count);
            for (var i = 0; i < columns.Length * count; i++) AddParameter(i);
        }

        public DbCommand Command { get; }

        public void Bind<TRow>(IReadOnlyList<TRow> rows, int start, int count)
            where TRow : class
        {
            var next = 0;
            for (var row = start; row < start + count; row++)
            {
                foreach (var column in columns)
                {
                    var value = column.GetGetter().GetClrValue(rows[row]);
                    Command.Parameters[next++].Value = ToDatabase(column, value) ?? DBNull.Value;
                }
            }
        }

        private static object? ToDatabase(IProperty column, object? value) =>
            column.GetTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;

        private string Insert(ISqlGenerationHelper sql, string table, int count)
        {
            var names = string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.GetColumnName())));
            var rows = Enumerable.Range(0, count).Select(row =>
                "(" + string.Join(", ", Enumerable.Range(row * columns.Length, columns.Length).Select(i => "@p" + i)) + ")");
            return $"INSERT INTO {sql.DelimitIdentifier(table)} ({names}) VALUES {string.Join(", ", rows)}";
        }

        private void AddParameter(int index)
        {
            var mapping = columns[index % columns.Length].GetRelationalTypeMapping();
            Command.Parameters.Add(mapping.CreateParameter(Command, "@p" + index, null, nullable: true));
        }
    }
}
