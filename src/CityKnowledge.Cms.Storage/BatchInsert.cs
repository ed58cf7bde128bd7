using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CityKnowledge.Cms.Storage;

/// <summary>Statements of many rows each: over a network the round trips cost more than the parameters.</summary>
internal sealed class BatchInsert(StorageContext db, RowColumns columns) : RowInsert
{
    private const int MostRows = 64;
    private readonly Dictionary<int, DbCommand> commands = [];

    public override async Task RunAsync(IReadOnlyList<object> rows, CancellationToken cancel)
    {
        for (var start = 0; start < rows.Count; start += MostRows)
        {
            var count = Math.Min(MostRows, rows.Count - start);
            if (!commands.TryGetValue(count, out var command)) commands[count] = command = Command(count);
            for (var i = 0; i < columns.Count * count; i++)
            {
                command.Parameters[i].Value = columns.Read(rows[start + (i / columns.Count)], i % columns.Count) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private DbCommand Command(int count)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = columns.InsertSql(count);
        for (var i = 0; i < columns.Count * count; i++)
        {
            command.Parameters.Add(columns.MappingOf(i % columns.Count).CreateParameter(command, "@p" + i, null, nullable: true));
        }

        return command;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var command in commands.Values) await command.DisposeAsync();
    }
}
