using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Search.Documents;
using CityKnowledge.Cms.Web.Search.Indexes;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search;

/// <summary>What of an index a caller may see; nothing else is found, counted or offered.</summary>
/// <param name="Key">The same for callers who may see the same.</param>
/// <param name="Filter">Null when everything may be seen.</param>
internal sealed record SearchRights(string Key, Filter? Filter)
{
    private static readonly SearchRights Everything = new("", null);

    public static SearchRights Of(Caller caller, SearchIndex index, Access access)
    {
        if (caller.IsAdministrator) return Everything;
        var types = index.Rules.Plan.TypeNames;
        // Drafts are for those who may edit.
        var needed = index.Definition.IndexLatest ? Permissions.EditContent : Permissions.ViewContent;
        var open = types.Where(type => access.AllowsType(caller, needed, type)).ToList();
        if (open.Count == types.Count) return Everything;
        var published = needed == Permissions.ViewContent ? [] : types.Where(type => !open.Contains(type) && access.AllowsType(caller, Permissions.ViewContent, type)).ToList();
        var own = caller.UserId is null
            ? []
            : types.Where(type => !open.Contains(type) && access.AllowsType(caller, Access.OwnForm(needed), type)).ToList();
        var key = $"{string.Join(',', open)}|{string.Join(',', published)}|{(own.Count == 0 ? "" : $"{caller.UserId}:{string.Join(',', own)}")}";
        return new SearchRights(key, new QueryWrapperFilter(Allowed(caller, open, published, own)));
    }

    private static BooleanQuery Allowed(Caller caller, List<string> open, List<string> published, List<string> own)
    {
        var any = new BooleanQuery();
        foreach (var type in open) any.Add(Type(type), Occur.SHOULD);
        foreach (var type in published) any.Add(Both(Type(type), new TermQuery(new Term(ItemFields.Published, "true"))), Occur.SHOULD);
        foreach (var type in own) any.Add(Both(Type(type), new TermQuery(new Term(ItemFields.Owner, caller.UserId!))), Occur.SHOULD);
        return any;
    }

    private static TermQuery Type(string type) => new(new Term(ItemFields.ContentType, type));

    private static BooleanQuery Both(Query first, Query second) => new() { { first, Occur.MUST }, { second, Occur.MUST } };
}
