using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>A pointer to something that does not exist.</summary>
/// <param name="ContentItemId">The item that points.</param>
/// <param name="Target">Where in the item, and to what.</param>
public sealed record MissingReference(string ContentItemId, string? DisplayText, ReferenceTarget Target);

/// <summary>Collects what the items of a session point to and finds what is missing in the end, when all are there.</summary>
public sealed class ReferenceCheck
{
    private readonly StorageContext db;
    private readonly Dictionary<(string TargetId, string? TaxonomyId), MissingReference> targets = [];

    internal ReferenceCheck(StorageContext db) => this.db = db;

    internal void Add(ContentDraft draft, IndexRows index)
    {
        foreach (var target in index.Targets)
        {
            targets.TryAdd((target.TargetId, target.TaxonomyId), new MissingReference(draft.ContentItemId!, draft.DisplayText, target));
        }
    }

    /// <summary>The first pointer to each thing that exists neither in the database nor in this session.</summary>
    public async Task<IReadOnlyList<MissingReference>> ListMissingAsync(CancellationToken cancel = default) =>
        [.. await MissingItemsAsync(cancel), .. await MissingTermsAsync(cancel)];

    private async Task<List<MissingReference>> MissingItemsAsync(CancellationToken cancel)
    {
        var wanted = targets.Where(target => target.Key.TaxonomyId is null).ToDictionary(target => target.Key.TargetId, target => target.Value);
        foreach (var ids in wanted.Keys.Chunk(500))
        {
            var there = await db.Versions.Where(row => ids.Contains(row.DocumentId) && row.Latest).Select(row => row.DocumentId).ToListAsync(cancel);
            foreach (var id in there) wanted.Remove(id);
        }

        return [.. wanted.Values];
    }

    private async Task<List<MissingReference>> MissingTermsAsync(CancellationToken cancel)
    {
        var missing = new List<MissingReference>();
        foreach (var terms in targets.Where(target => target.Key.TaxonomyId is not null).GroupBy(target => target.Key.TaxonomyId!))
        {
            var row = await db.Versions.AsNoTracking().FirstOrDefaultAsync(version => version.DocumentId == terms.Key && version.Latest, cancel);
            var taxonomy = row is null ? null : new Taxonomy(ContentItem.FromRow(row));
            missing.AddRange(terms.Where(term => taxonomy?.Find(term.Key.TargetId) is null).Select(term => term.Value));
        }

        return missing;
    }
}
