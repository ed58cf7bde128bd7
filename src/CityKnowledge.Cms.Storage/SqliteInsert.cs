using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityKnowledge.Cms.Storage;

/// <summary>
/// One prepared statement, bound by position. ADO.NET's parameters are looked up by name for every row, which takes
/// longer than SQLite needs to insert it.
/// </summary>
internal sealed class SqliteInsert : RowInsert
{
    private readonly RowColumns columns;
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteInsert(SqliteConnection connection, RowColumns columns)
    {
        (this.columns, database) = (columns, connection.Handle!);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, columns.InsertSql(1), out statement), database);
    }

    public override Task RunAsync(IReadOnlyList<object> rows, CancellationToken cancel)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            for (var column = 0; column < columns.Count; column++) Bind(column + 1, columns.Read(rows[i], column));
            var result = raw.sqlite3_step(statement);
            raw.sqlite3_reset(statement);
            if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, database);
        }

        return Task.CompletedTask;
    }

    private void Bind(int place, object? value)
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
        statement.Dispose();
        return ValueTask.CompletedTask;
    }
}
