using System.Collections.Frozen;
using System.Text.Json;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Search.Documents;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>Where indexes are kept on this node.</summary>
internal sealed class IndexFolders(SiteFolders folders, ILogger<IndexFolder> log)
{
    public IndexFolder Of(string index) => new(Path.Combine(folders.Data, "Lucene", index), log);
}

/// <summary>All indexes of this node. Whoever changes what they hold waits at the <see cref="Gate"/>.</summary>
internal sealed class SearchIndexes(Store store, IndexRuleMaker maker, VocabularySource vocabularySource, IndexFolders folders) : IDisposable
{
    private volatile FrozenDictionary<string, SearchIndex> byName = FrozenDictionary<string, SearchIndex>.Empty;
    private volatile IReadOnlyList<IndexDefinition> definitions = [];
    private volatile Vocabularies vocabularies = Vocabularies.None;
    private ContentTypes? types;

    /// <summary>One at a time: the follower of the log, a rebuild that ends, a change of definitions.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Whether the definitions have been read.</summary>
    public bool IsLoaded => types is not null;

    public IEnumerable<SearchIndex> All => byName.Values;

    /// <summary>Whether the content types have changed since the rules were made.</summary>
    public bool IsOutdated => types is not null && types != maker.Types;

    /// <summary>The last change up to which definitions were followed; -1 before the start. Indexes may be behind it.</summary>
    public long Followed { get; set; } = -1;

    public SearchIndex? Find(string? name) => name is null ? null : byName.GetValueOrDefault(name);

    /// <summary>Reads the definitions and opens the indexes that are there. Call it inside the gate.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        definitions = await LoadDefinitionsAsync(cancel);
        vocabularies = await vocabularySource.LoadAsync(cancel);
        Arrange();
    }

    /// <summary>Takes up what these changes say about definitions and vocabularies. Call it inside the gate.</summary>
    public async Task FollowAsync(IReadOnlyList<ChangeRow> changes, CancellationToken cancel)
    {
        var redefined = changes.Any(change => change is { What: ChangeKind.Setting, DocumentId: IndexDefinitions.SettingName });
        if (redefined) definitions = await LoadDefinitionsAsync(cancel);
        var terms = IsOutdated || changes.Any(change => change.What != ChangeKind.Setting && vocabularySource.Concerns(change.Kind));
        if (terms) await FollowTermsAsync(cancel);
        if (redefined || terms || IsOutdated) Arrange();
    }

    private async Task<IReadOnlyList<IndexDefinition>> LoadDefinitionsAsync(CancellationToken cancel)
    {
        await using var db = store.OpenRead();
        var row = await db.Settings.AsNoTracking().FirstOrDefaultAsync(setting => setting.Name == IndexDefinitions.SettingName, cancel);
        return row is null ? [] : IndexDefinitions.Read(JsonDocument.Parse(row.Body).RootElement);
    }

    private async Task FollowTermsAsync(CancellationToken cancel)
    {
        var former = vocabularies;
        vocabularies = await vocabularySource.LoadAsync(cancel);
        if (!vocabularies.Keeps(former)) return;
        foreach (var index in All)
        {
            // Terms were only added: no document has them yet, so all are right under the new rules too.
            var next = maker.Make(index.Definition, vocabularies);
            var same = maker.Make(index.Definition, former);
            if (index.Live is { } live && live.Signature == same.Signature) live.Commit(next.Signature);
        }
    }

    private void Arrange()
    {
        types = maker.Types;
        var former = byName;
        var next = new Dictionary<string, SearchIndex>(StringComparer.OrdinalIgnoreCase);
        foreach (var definition in definitions)
        {
            var rules = maker.Make(definition, vocabularies);
            if (former.GetValueOrDefault(definition.Name) is { } known) known.Follow(rules);
            next[definition.Name] = former.GetValueOrDefault(definition.Name) ?? Open(rules);
        }

        byName = next.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, gone) in former.Where(pair => !next.ContainsKey(pair.Key)))
        {
            gone.Close();
            folders.Of(name).Clean(null);
        }
    }

    private SearchIndex Open(IndexRules rules)
    {
        var folder = folders.Of(rules.Definition.Name);
        return new SearchIndex(rules, folder, folder.TryOpen(Text.Analyzers.Of(rules.Definition).Index));
    }

    public void Dispose()
    {
        foreach (var index in All) index.Close();
        Gate.Dispose();
    }
}
