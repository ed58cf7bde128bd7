using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>Turns what was typed into a condition, within the rights of the caller.</summary>
public sealed class ListFilters(ListRights rights, TermFinder terms, People people)
{
    /// <param name="ignored">Gets the words that name nothing here: they are passed over, not refused.</param>
    internal async Task<Filter> TranslateAsync(Caller caller, ListRequest request, ICollection<string> ignored, CancellationToken cancel)
    {
        var all = new List<Filter> { rights.On(caller, TypesOf(caller, request, ignored)) };
        AddStatus(all, caller, request.Status);
        await AddOwnerAsync(all, caller, request.Owner, ignored, cancel);
        await AddCultureAsync(all, request.Culture, ignored);
        foreach (var term in request.Terms) await AddTermAsync(all, term, ignored, cancel);
        if (request.Titles() is { } titles) all.Add(titles);
        return new AllOf(all);
    }

    private IEnumerable<TypeDefinition> TypesOf(Caller caller, ListRequest request, ICollection<string> ignored)
    {
        if (request.Type is { } name)
        {
            if (rights.FindType(caller, name) is { } type) return [type];
            ignored.Add($"type:{name}");
        }

        var listed = rights.ListTypes(caller);
        if (request.Stereotype is not { } stereotype) return listed;
        var some = listed.Where(type => string.Equals(type.Options.Stereotype, stereotype, StringComparison.OrdinalIgnoreCase)).ToList();
        if (some.Count > 0) return some;
        ignored.Add($"stereotype:{stereotype}");
        return listed;
    }

    private static void AddStatus(List<Filter> all, Caller caller, ListStatus status)
    {
        if (status == ListStatus.Draft) all.Add(new ColumnIs(ItemColumn.Published, Comparison.Equal, [false]));
        if (status == ListStatus.Published) all.Add(new IsPublic());
        if (status == ListStatus.Owner) all.Add(OwnedBy(caller.UserId));
    }

    private async Task AddOwnerAsync(List<Filter> all, Caller caller, string? owner, ICollection<string> ignored, CancellationToken cancel)
    {
        if (owner is null) return;
        var id = string.Equals(owner, "me", StringComparison.OrdinalIgnoreCase) ? caller.UserId : await people.FindIdAsync(owner, cancel);
        if (id is null) ignored.Add($"owner:{owner}");
        else all.Add(OwnedBy(id));
    }

    private async Task AddCultureAsync(List<Filter> all, string? culture, ICollection<string> ignored)
    {
        if (culture is null) return;
        var language = (await terms.ListLanguagesAsync()).FirstOrDefault(language => string.Equals(language.Code, culture, StringComparison.OrdinalIgnoreCase));
        if (language is null) ignored.Add($"culture:{culture}");
        else all.Add(new TaggedWith([language.TermId]));
    }

    private async Task AddTermAsync(List<Filter> all, string term, ICollection<string> ignored, CancellationToken cancel)
    {
        var ids = await terms.FindAsync(term, cancel);
        if (ids.Count == 0) ignored.Add($"term:{term}");
        else all.Add(new TaggedWith(ids));
    }

    // Without an id nothing is anybody's own; an empty owner must not match items that have none.
    private static Filter OwnedBy(string? userId) => userId is null ? new AnyOf([]) : new ColumnIs(ItemColumn.Owner, Comparison.Equal, [userId]);
}
