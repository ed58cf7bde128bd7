using System.Text.Json;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Writes version rows with everything by which they are found, inside one transaction.</summary>
internal sealed class VersionWriter(WriteTransaction transaction, SessionParts blocks, ContentSession session)
{
    private readonly ItemRows rows = new(transaction, blocks.Indexer, blocks.Keys);
    private readonly ItemNames names = new(transaction);

    public ReferenceCheck References { get; } = new(transaction.Db);

    public StorageContext Db => transaction.Db;

    public TypeDefinition? FindType(string name) => session.Types.FindType(name);

    public async Task<List<VersionRow>> CurrentRowsAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancel) =>
        await Db.Versions.Where(row => itemIds.Contains(row.DocumentId) && (row.Latest || row.Published)).ToListAsync(cancel);

    public async Task<List<VersionRow>> VersionRowsAsync(IReadOnlyCollection<string> versionIds, CancellationToken cancel) =>
        await Db.Versions.Where(row => versionIds.Contains(row.VersionId)).ToListAsync(cancel);

    public ValueTask PrepareAsync(TypeDefinition type, ContentDraft draft) => blocks.Check.PrepareAsync(type, draft);

    public IReadOnlyList<ContentProblem> Check(TypeDefinition type, JsonElement content, bool complete) => blocks.Check.Check(type, content, complete);

    public Task PrefetchPathsAsync(IEnumerable<string> paths, CancellationToken cancel) => names.PrefetchAsync(paths, cancel);

    /// <summary>Makes sure of the item's own address.</summary>
    /// <param name="isGiven">Whether the address comes from elsewhere, where it was right: then it may be one that the site answers itself.</param>
    /// <returns>What is wrong when another item or the site itself has it; else null.</returns>
    public async Task<ContentProblem?> TakePathAsync(ContentDraft draft, bool isGiven, CancellationToken cancel)
    {
        if (draft.Content["AutoroutePart"]?["Path"] is not { } node || node.GetValueKind() != JsonValueKind.String) return null;
        var path = node.GetValue<string>().Trim('/').ToLowerInvariant();
        if (path.Length == 0) return null;
        if (draft.PathIsGenerated)
        {
            draft.Part("AutoroutePart")["Path"] = await names.TakeFreeAsync(path, draft.ContentItemId!, blocks.Reserved, cancel);
            return null;
        }

        if (!isGiven && blocks.Reserved.IsReserved(path) && !await names.HoldsAsync(path, draft.ContentItemId!, cancel))
        {
            return new ContentProblem("AutoroutePart.Path", $"The site itself answers at this address. Choose another permalink.");
        }

        return await names.TryTakeAsync(path, draft.ContentItemId!, cancel) ? null : new ContentProblem("AutoroutePart.Path", $"Your permalink is already in use.");
    }

    /// <summary>Makes a row for a new version; <see cref="Claim"/> fills it, then <see cref="InsertAsync"/> or the context inserts it.</summary>
    public VersionRow NewRow(ContentDraft draft) => new()
    {
        Id = transaction.NewRowId(),
        DocumentId = draft.ContentItemId!,
        VersionId = draft.ContentItemVersionId ??= ContentId.New(),
        Kind = draft.ContentType,
        Body = "{}",
    };

    public Task InsertAsync(IReadOnlyList<VersionRow> newRows, CancellationToken cancel) => transaction.Rows.InsertAsync(newRows, cancel);

    /// <summary>Sets the flags of a stored version; its index rows follow.</summary>
    public void SetFlags(VersionRow row, bool latest, bool published)
    {
        (row.Latest, row.Published) = (latest, published);
        row.Stamp++;
        rows.Remove(row.Id);
        if (latest || published) ReindexedClaim(row);
    }

    /// <summary>Makes the index rows of a stored version anew and returns the names it claims.</summary>
    public ClaimedNames ReindexedClaim(VersionRow row)
    {
        var item = ContentItem.FromRow(row);
        rows.Remove(row.Id);
        return Claim(ContentDraft.FromItem(item), FindType(row.Kind), row, item.Content);
    }

    /// <summary>Makes the index rows of a version; see <see cref="ItemRows.Make"/>.</summary>
    public IndexRows MakeIndex(ContentDraft draft, TypeDefinition? type, VersionRow row, JsonElement content) => rows.Make(draft, row, type, content);

    /// <summary>Fills the row from the draft, makes its index rows and returns the names it claims.</summary>
    public ClaimedNames Claim(ContentDraft draft, TypeDefinition? type, VersionRow row, JsonElement content) =>
        Claim(row, content, MakeIndex(draft, type, row, content));

    /// <summary>Fills the row from the draft, takes its index rows and returns the names it claims.</summary>
    public ClaimedNames Claim(VersionRow row, JsonElement content, IndexRows index)
    {
        Fill(row, index.Draft, content);
        rows.Add(row, index);
        References.Add(index.Draft, index);
        return new ClaimedNames(index.Draft.Published, index.Paths, index.Aliases);
    }

    /// <summary>Makes the index rows of stored versions anew; the versions themselves stay as they are.</summary>
    public async Task ReindexAsync(IReadOnlyList<VersionRow> stored, CancellationToken cancel)
    {
        foreach (var row in stored)
        {
            var item = ContentItem.FromRow(row);
            rows.Remove(row.Id);
            rows.Add(row, rows.Make(ContentDraft.FromItem(item), row, FindType(row.Kind), item.Content));
        }

        await FlushAsync(cancel);
    }

    public void Outdate(VersionRow row) => rows.Remove(row.Id);

    public Task SetNamesAsync(string itemId, IReadOnlyList<ClaimedNames> claims, bool isNew, CancellationToken cancel)
    {
        var paths = claims.SelectMany(claim => claim.Paths.Select(path => new PathRow
        {
            Path = path.Path,
            DocumentId = itemId,
            ContainedId = path.ContainedId,
            State = claim.Published ? PathState.Published : PathState.Draft,
        })).GroupBy(row => (row.Path, row.ContainedId)).Select(same => same.MaxBy(row => row.State)!).ToList();
        var aliases = claims.SelectMany(claim => claim.Aliases.Select(alias => new AliasRow { Alias = alias, DocumentId = itemId, Published = claim.Published }))
            .GroupBy(row => row.Alias).Select(same => same.MaxBy(row => row.Published)!).ToList();
        return names.SetAsync(itemId, paths, aliases, isNew, cancel);
    }

    public void Record(VersionRow row, ChangeKind what) => transaction.Record(row.DocumentId, row.VersionId, row.Kind, what);

    public void Note(VersionRow row, string happened) => session.Note("Content", happened, row.DocumentId, row.VersionId, row.Title);

    public void Note(ContentItem item, string happened) => session.Note("Content", happened, item.ContentItemId, item.ContentItemVersionId, item.DisplayText);

    /// <summary>Sends everything to the database, inside the transaction, so that later steps of the session see it.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        try
        {
            await Db.SaveChangesAsync(cancel);
            await names.FlushAsync(cancel);
            await rows.FlushAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleVersionException("item");
        }
        catch (Exception trouble) when (WriteTransaction.IsOfDatabase(trouble))
        {
            throw transaction.Explain(trouble);
        }

        // Thousands of tracked rows would slow down every later step of an import.
        Db.ChangeTracker.Clear();
    }

    private static void Fill(VersionRow row, ContentDraft draft, JsonElement content)
    {
        (row.Title, row.TitleKey) = (draft.DisplayText?.Replace("\0", "", StringComparison.Ordinal), Folding.Fold(draft.DisplayText));
        (row.Latest, row.Published) = (draft.Latest, draft.Published);
        (row.CreatedUtc, row.ModifiedUtc, row.PublishedUtc) = (draft.CreatedUtc, draft.ModifiedUtc, draft.PublishedUtc);
        (row.Owner, row.Author) = (draft.Owner, draft.Author);
        row.Body = content.GetRawText();
        row.Stamp++;
    }
}

/// <summary>The names one version asks for.</summary>
internal sealed record ClaimedNames(bool Published, IReadOnlyList<PathClaim> Paths, IReadOnlyList<string> Aliases);
