using System.Collections.Frozen;
using System.Text.Json;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Search.Queries;

/// <summary>The stored queries as of the last commit, kept in memory until someone changes them.</summary>
internal sealed class StoredQueries
{
    private readonly Store store;
    private volatile FrozenDictionary<string, StoredQuery>? current;

    public StoredQueries(Store store, ChangeFeed feed)
    {
        this.store = store;
        feed.Changed += Forget;
    }

    /// <summary>All, in order of their names.</summary>
    public IEnumerable<StoredQuery> All => Current.Values.OrderBy(query => query.Name, StringComparer.Ordinal);

    public StoredQuery? Find(string name) => Current.GetValueOrDefault(name);

    // The first who asks after a change reads one small row; everyone else only looks it up.
    private FrozenDictionary<string, StoredQuery> Current => current ??= Load();

    private FrozenDictionary<string, StoredQuery> Load()
    {
        using var db = store.OpenRead();
        var row = db.Settings.AsNoTracking().FirstOrDefault(setting => setting.Name == StoredQuery.SettingName);
        return StoredQuery.ReadAll(row is null ? default : JsonDocument.Parse(row.Body).RootElement).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private void Forget(IReadOnlyList<ChangeRow> changes)
    {
        if (changes.Any(change => change is { What: ChangeKind.Setting, DocumentId: StoredQuery.SettingName })) current = null;
    }
}
