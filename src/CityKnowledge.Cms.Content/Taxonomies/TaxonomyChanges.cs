using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>A taxonomy while it is changed.</summary>
/// <param name="TermType">The type of its terms.</param>
internal sealed record TaxonomyChange(TermTree Tree, TypeDefinition TermType, StorageContext Db)
{
    public TermAddresses Addresses() => new(Tree, Db);

    public static InvalidContentException Wrong(string path, FormattableString message) => new([new ContentProblem(path, message)]);
}

/// <summary>
/// Changes taxonomies in the name of a caller: checks the right, changes the newest version in one transaction, and shows
/// the change to the public at once unless the taxonomy is a draft.
/// </summary>
public sealed class TaxonomyChanges(ContentSessions sessions, Access access)
{
    /// <param name="stamp">The stamp of the version the caller saw.</param>
    /// <param name="change">Does it and says what the term is called.</param>
    /// <exception cref="StaleVersionException">Somebody else changed the taxonomy meanwhile, or it is gone.</exception>
    internal async Task RunAsync(Caller caller, string taxonomyId, long stamp, string happened, Func<TaxonomyChange, Task<string>> change, CancellationToken cancel)
    {
        if (!access.Allows(caller, Permissions.ManageTaxonomy)) throw new ForbiddenException(Permissions.ManageTaxonomy);
        await using var session = await sessions.BeginAsync(caller, cancel);
        var row = await session.Db.Versions.AsNoTracking().FirstOrDefaultAsync(version => version.DocumentId == taxonomyId && version.Latest, cancel);
        if (row is null || row.Stamp != stamp) throw new StaleVersionException(taxonomyId);
        var draft = ContentDraft.FromItem(ContentItem.FromRow(row));
        var tree = new TermTree(draft);
        var detail = await change(new TaxonomyChange(tree, TypeOf(session, tree), session.Db));
        var saved = await session.Items.SaveDraftAsync(draft, stamp, quiet: true, cancel: cancel);
        if (row.Published && !saved.Published) saved = (await session.Items.PublishAsync(taxonomyId, cancel))!;
        session.Note("Taxonomy", happened, taxonomyId, saved.ContentItemVersionId, detail);
        await session.CommitAsync(cancel);
    }

    private static TypeDefinition TypeOf(ContentSession session, TermTree tree) => session.Types.FindType(tree.TermType)
        ?? throw TaxonomyChange.Wrong("", tree.TermType.Length == 0 ? (FormattableString)$"This taxonomy does not say of which type its terms are." : $"Its terms are of the type '{tree.TermType}', which does not exist.");
}
