using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>How many items of a type a person may see.</summary>
/// <param name="Published">With a public version.</param>
/// <param name="Drafts">Whose latest version is a draft.</param>
public sealed record TypeCount(TypeDefinition Type, int Published, int Drafts);

/// <summary>Counts items by type, within the rights of the caller.</summary>
public sealed class ListCounts(Store store, ContentQueries queries, ListRights rights)
{
    /// <summary>Every type the caller may list, with or without items, in order of their names.</summary>
    public async Task<IReadOnlyList<TypeCount>> CountAsync(Caller caller, CancellationToken cancel = default)
    {
        var types = rights.ListTypes(caller);
        var visible = rights.On(caller, types);
        await using var db = store.OpenRead();
        var published = await ByTypeAsync(ContentStatus.Published);
        var drafts = await ByTypeAsync(ContentStatus.Draft);
        return [.. types.Select(type => new TypeCount(type, published.GetValueOrDefault(type.Name), drafts.GetValueOrDefault(type.Name)))];

        Task<Dictionary<string, int>> ByTypeAsync(ContentStatus status) => queries.Matching(db, new ContentQuery { Status = status, Where = visible })
            .GroupBy(row => row.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancel);
    }
}
