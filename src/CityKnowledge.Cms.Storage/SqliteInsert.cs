using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityKnowledge.Cms.Storage;

/// <summary>
/// Prepared statements of many rows and of one, bound by position. ADO.NET's parameters are looked up by name for every row,
/// which takes longer than SQLite needs to insert it.
/// </summary>
internal sealed class SqliteInsert(SqliteConnection connection, RowColumns columns) : RowInsert
{
    // Opening the b-trees of a table costs about as much as inserting a row.
    private const int Many = 32;
    private readonly sqlite3 database = connection.Handle!;
    private readonly Dictionary<int, sqlite3_stmt> statements = [];

    public override Task RunAsync(IReadOnlyList<object> rows, CancellationToken cancel)
    {
        for (var start = 0; start < rows.Count;)
        {
            var count = rows.Count - start >= Many ? Many : 1;
            Insert(Prepared(count), rows, start, count);
            start += count;
        }

        return Task.CompletedTask;
    }

    private sqlite3_stmt Prepared(int rows)
    {
        if (statements.TryGetValue(rows, out var statement)) return statement;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, columns.InsertSql(rows), out statement), database);
        return statements[rows] = statement;
    }

    private void Insert(sqlite3_stmt statement, IReadOnlyList<object> rows, int start, int count)
    {
        var place = 1;
        for (var i = start; i < start + count; i++)
        {
            for (var column = 0; column < columns.Count; column++) Bind(statement, place++, columns.Read(rows[i], column));
        }

        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, database);
    }

    private static void Bind(sqlite3_stmt statement, int place, object? value)
    {
        _ = value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            string text => raw.sqlite3_bind_text(statement, place, text),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            int number => raw.sqlite3_bind_int64(statement, place, number),
            bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
            double number => raw.sqlite3_bind_double(statement, place, number),
            Enum name => raw.sqlite3_bind_int64(statement, place, Convert.ToInt64(name, null)),
            _ => throw new NotSupportedException($"A column of {value.GetType().Name} cannot be inserted in bulk."),
        };
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        return ValueTask.CompletedTask;
    }
}
