using System.Globalization;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Keeps addresses unique and aliases current inside one transaction.</summary>
internal sealed class ItemNames(WriteTransaction transaction)
{
    private readonly StorageContext db = transaction.Db;
    private readonly List<PathRow> newPaths = [];

    // Items, known or deleted, that have held one of the addresses looked up.
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> takenBy = new(StringComparer.Ordinal);

    /// <summary>Learns in one query who holds these addresses.</summary>
    public async Task PrefetchAsync(IEnumerable<string> paths, CancellationToken cancel)
    {
        foreach (var chunk in paths.Where(path => !takenBy.ContainsKey(path)).Distinct(StringComparer.Ordinal).Chunk(500))
        {
            var holders = await db.Paths.AsNoTracking().Where(row => chunk.Contains(row.Path))
                .Select(row => new { row.Path, row.DocumentId, row.State }).ToListAsync(cancel);
            foreach (var holder in holders)
            {
                held.Add(holder.DocumentId);
                if (holder.State != PathState.Former) takenBy[holder.Path] = holder.DocumentId;
            }

            foreach (var path in chunk) takenBy.TryAdd(path, "");
        }
    }

    /// <summary>Takes the address for the item; false when another item holds it.</summary>
    public async Task<bool> TryTakeAsync(string path, string itemId, CancellationToken cancel)
    {
        if (!takenBy.ContainsKey(path)) await PrefetchAsync([path], cancel);
        if (takenBy[path] is { Length: > 0 } holder && holder != itemId) return false;
        takenBy[path] = itemId;
        return true;
    }

    /// <summary>Whether the item has the address already.</summary>
    public async Task<bool> HoldsAsync(string path, string itemId, CancellationToken cancel)
    {
        if (!takenBy.ContainsKey(path)) await PrefetchAsync([path], cancel);
        return takenBy[path] == itemId;
    }

    /// <summary>The address itself, or with the first free number behind it.</summary>
    public async Task<string> TakeFreeAsync(string path, string itemId, IReservedPaths reserved, CancellationToken cancel)
    {
        if (!reserved.IsReserved(path) && await TryTakeAsync(path, itemId, cancel)) return path;
        var (stem, number) = Split(path);
        while (true)
        {
            var suffix = "-" + (++number).ToString(CultureInfo.InvariantCulture);
            var candidate = stem[..Math.Min(stem.Length, 1024 - suffix.Length)] + suffix;
            if (!reserved.IsReserved(candidate) && await TryTakeAsync(candidate, itemId, cancel)) return candidate;
        }
    }

    /// <summary>
    /// Makes the stored names those that are claimed now. An address that was public and is claimed no longer stays as a
    /// former one, so that old links lead on.
    /// </summary>
    public async Task SetAsync(string itemId, IReadOnlyList<PathRow> paths, IReadOnlyList<AliasRow> aliases, bool isNew, CancellationToken cancel)
    {
        if (isNew && aliases.Count == 0 && !held.Contains(itemId) && paths.All(path => path.ContainedId.Length == 0))
        {
            newPaths.AddRange(paths);
            return;
        }

        var known = await db.Paths.Where(row => row.DocumentId == itemId).ToListAsync(cancel);
        foreach (var row in known)
        {
            if (paths.FirstOrDefault(path => path.Path == row.Path && path.ContainedId == row.ContainedId) is { } wanted) row.State = wanted.State;
            else if (row.State == PathState.Published) row.State = PathState.Former;
            else if (row.State == PathState.Draft) db.Paths.Remove(row);
        }

        db.Paths.AddRange(paths.Where(path => !known.Exists(row => row.Path == path.Path && row.ContainedId == path.ContainedId)));
        db.Aliases.RemoveRange(await db.Aliases.Where(row => row.DocumentId == itemId).ToListAsync(cancel));
        foreach (var alias in aliases) await SetAliasAsync(alias, cancel);
    }

    /// <summary>Inserts the names of new items.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await transaction.Rows.InsertAsync(newPaths, cancel);
        newPaths.Clear();
    }

    private async Task SetAliasAsync(AliasRow alias, CancellationToken cancel)
    {
        if (await db.Aliases.FindAsync([alias.Alias, alias.DocumentId], cancel) is { } known)
        {
            db.Entry(known).State = EntityState.Unchanged;
            known.Published = alias.Published;
        }
        else
        {
            db.Aliases.Add(alias);
        }
    }

    private static (string Stem, int Number) Split(string path)
    {
        var hyphen = path.LastIndexOf('-');
        return hyphen > 0 && int.TryParse(path.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (path[..hyphen], number)
            : (path, 0);
    }
}
