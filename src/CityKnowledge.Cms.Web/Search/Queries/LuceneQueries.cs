using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Search.Indexes;

namespace CityKnowledge.Cms.Web.Search.Queries;

/// <summary>Runs stored queries on the indexes of this node.</summary>
internal sealed class LuceneQueries(StoredQueries stored, QueryTemplates templates, SearchIndexes indexes, JsonSearch search) : NamedQueryRunner
{
    private static readonly NamedQueryResult Nothing = new([], [], 0);

    public override IReadOnlyList<NamedQuery> Queries => [.. stored.All.Select(query => query.Public)];

    public override NamedQuery? Find(string name) => stored.Find(name)?.Public;

    public override async ValueTask<NamedQueryResult?> RunAsync(
        string name, IReadOnlyDictionary<string, object?> parameters, Caller caller, CancellationToken cancel = default)
    {
        if (stored.Find(name) is not { } query) return null;
        // An index that is being made finds nothing yet: pages are served all the same.
        if (indexes.Find(query.Index) is not { } index) return Nothing;
        var text = await templates.FillAsync(query.Template, parameters);
        var found = query.ReturnContentItems ? await search.FindItemsAsync(index, text, caller, cancel) : search.FindRows(index, text, caller);
        return found ?? Nothing;
    }
}
