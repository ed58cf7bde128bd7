using System.Collections.Concurrent;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>The numbers that stand for field keys in the value tables. There are as many as fields, so all stay in memory.</summary>
public sealed class FieldKeys(Store store)
{
    private readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number, or null when no value of that field was ever stored.</summary>
    public int? Find(string key) => numbers.TryGetValue(key, out var number) ? number : null;

    public async Task LoadAsync(CancellationToken cancel = default)
    {
        await using var db = store.OpenRead();
        await foreach (var key in db.Keys.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel)) numbers[key.Name] = key.Id;
    }

    /// <summary>The number, made in this transaction when there is none yet.</summary>
    internal int GetOrAdd(string key, WriteTransaction transaction, Dictionary<string, int> added)
    {
        if (numbers.TryGetValue(key, out var number)) return number;
        lock (added)
        {
            if (added.TryGetValue(key, out number)) return number;
            number = transaction.NewKeyId();
            if (added.Count == 0) transaction.AfterCommit(() => Learn(added));
            added[key] = number;
            transaction.Db.Keys.Add(new KeyRow { Id = number, Name = key });
            return number;
        }
    }

    private void Learn(Dictionary<string, int> added)
    {
        foreach (var (key, number) in added) numbers[key] = number;
    }
}
