using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Search;

/// <summary>Has search indexes made again in the name of a caller. The present ones answer until the new ones are ready.</summary>
public sealed class IndexEditor(ContentSessions sessions, Access access)
{
    /// <summary>Asks every node for a new edition.</summary>
    /// <param name="name">Null for all indexes.</param>
    /// <returns>The names of the indexes that will be made again; none when there is no such index.</returns>
    /// <exception cref="ForbiddenException">The caller may not do that.</exception>
    public async Task<IReadOnlyList<string>> RebuildAsync(Caller caller, string? name, CancellationToken cancel = default)
    {
        if (!access.Allows(caller, Permissions.ManageLuceneIndexes)) throw new ForbiddenException(Permissions.ManageLuceneIndexes);
        await using var session = await sessions.BeginAsync(caller, cancel);
        var definitions = await IndexDefinitions.GetAsync(session, cancel);
        var chosen = definitions.Where(index => name is null || string.Equals(index.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0) return [];
        await IndexDefinitions.SetAsync(session, definitions.Select(index => chosen.Contains(index) ? index with { Edition = index.Edition + 1 } : index), cancel);
        foreach (var index in chosen) session.Note("Search", "Rebuilt", index.Name);
        await session.CommitAsync(cancel);
        return [.. chosen.Select(index => index.Name)];
    }

    /// <summary>Chooses the types whose items an index holds; it is made again when they differ. Types that are not defined, as a recipe may name them early, stay.</summary>
    /// <param name="stamp">See <see cref="IndexDefinition.TypesStamp"/>.</param>
    /// <returns>False when there is no such index.</returns>
    /// <exception cref="ForbiddenException">The caller may not do that.</exception>
    /// <exception cref="StaleVersionException">Someone else changed the types meanwhile.</exception>
    public async Task<bool> SetTypesAsync(Caller caller, string name, string stamp, IReadOnlyCollection<string> types, CancellationToken cancel = default)
    {
        if (!access.Allows(caller, Permissions.ManageLuceneIndexes)) throw new ForbiddenException(Permissions.ManageLuceneIndexes);
        await using var session = await sessions.BeginAsync(caller, cancel);
        var definitions = await IndexDefinitions.GetAsync(session, cancel);
        var place = definitions.FindIndex(index => string.Equals(index.Name, name, StringComparison.OrdinalIgnoreCase));
        if (place < 0) return false;
        var index = definitions[place];
        if (index.TypesStamp != stamp) throw new StaleVersionException(index.Name);
        var undefined = index.Types.Where(type => session.Types.FindType(type) is null);
        var chosen = session.Types.Types.Select(type => type.Name).Where(type => types.Contains(type, StringComparer.OrdinalIgnoreCase));
        definitions[place] = index with { Types = [.. undefined, .. chosen] };
        if (definitions[place].TypesStamp == stamp) return true;
        await IndexDefinitions.SetAsync(session, definitions, cancel);
        session.Note("Search", "TypesChosen", index.Name, detail: string.Join(", ", definitions[place].Types));
        await session.CommitAsync(cancel);
        return true;
    }
}
