using System.Text.Json;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Writes the index rows of versions inside one transaction, many at a time.</summary>
internal sealed class ItemRows(WriteTransaction transaction, ItemIndexer indexer, FieldKeys keys)
{
    private readonly Dictionary<string, int> addedKeys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, IndexRows> pending = [];
    private readonly HashSet<long> outdated = [];

    /// <summary>Makes the rows of a version. Several threads may do so at once, as long as none uses the database.</summary>
    public IndexRows Make(ContentDraft draft, VersionRow row, TypeDefinition? type, JsonElement content)
    {
        var rows = new IndexRows(draft, row.Id, key => keys.GetOrAdd(key, transaction, addedKeys));
        // Only current and public versions are found by lists; history is reached by its id.
        if (type is not null && (draft.Latest || draft.Published)) indexer.Index(type, content, rows);
        return rows;
    }

    /// <summary>Takes the rows of a version; they are written by <see cref="FlushAsync"/>.</summary>
    public void Add(VersionRow row, IndexRows rows) => pending[row.Id] = rows;

    /// <summary>Drops the rows a version has now.</summary>
    public void Remove(long rowId)
    {
        outdated.Add(rowId);
        pending.Remove(rowId);
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        await RemoveOutdatedAsync(cancel);
        await InsertAsync(rows => rows.Texts, cancel);
        await InsertAsync(rows => rows.Numbers, cancel);
        await InsertAsync(rows => rows.Flags, cancel);
        await InsertAsync(rows => rows.Moments, cancel);
        await InsertAsync(rows => rows.Terms, cancel);
        await InsertAsync(rows => rows.References, cancel);
        pending.Clear();
    }

    private async Task InsertAsync<TRow>(Func<IndexRows, List<TRow>> rowsOf, CancellationToken cancel)
        where TRow : ValueRow =>
        await transaction.Rows.InsertAsync([.. pending.Values.SelectMany(rowsOf)], cancel);

    private async Task RemoveOutdatedAsync(CancellationToken cancel)
    {
        foreach (var ids in outdated.Chunk(500))
        {
            await RemoveAsync(transaction.Db.Texts, ids, cancel);
            await RemoveAsync(transaction.Db.Numbers, ids, cancel);
            await RemoveAsync(transaction.Db.Flags, ids, cancel);
            await RemoveAsync(transaction.Db.Moments, ids, cancel);
            await RemoveAsync(transaction.Db.Terms, ids, cancel);
            await RemoveAsync(transaction.Db.References, ids, cancel);
        }

        outdated.Clear();
    }

    private static Task RemoveAsync<TRow>(IQueryable<TRow> rows, long[] ids, CancellationToken cancel)
        where TRow : ValueRow => rows.Where(row => ids.Contains(row.RowId)).ExecuteDeleteAsync(cancel);
}
