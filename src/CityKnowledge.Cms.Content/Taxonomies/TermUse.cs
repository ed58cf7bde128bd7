using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>Counts the items that are tagged with terms.</summary>
public sealed class TermUse(Store store)
{
    /// <summary>Term → number of items that have it, in their draft or in public; terms without items are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> termIds, CancellationToken cancel = default)
    {
        await using var db = store.OpenRead();
        return await CountAsync(db, termIds, cancel);
    }

    internal static async Task<IReadOnlyDictionary<string, int>> CountAsync(StorageContext db, IReadOnlyCollection<string> termIds, CancellationToken cancel)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var ids in termIds.Chunk(500))
        {
            var found = db.Terms.Where(row => ids.Contains(row.TermId) && (row.Latest || row.Published))
                .Join(db.Versions, row => row.RowId, version => version.Id, (row, version) => new { row.TermId, version.DocumentId })
                .GroupBy(row => row.TermId).Select(term => new { Id = term.Key, Count = term.Select(row => row.DocumentId).Distinct().Count() });
            foreach (var term in await found.ToListAsync(cancel)) counts[term.Id] = term.Count;
        }

        return counts;
    }
}
