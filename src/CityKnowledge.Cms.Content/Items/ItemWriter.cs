using System.Text.Json;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Saves versions of items inside a session, following Orchard's rules for drafts and published versions.</summary>
public sealed class ItemWriter
{
    private readonly WriteTransaction transaction;
    private readonly SessionParts blocks;
    private readonly ContentSession session;
    private readonly ItemRows rows;
    private readonly ItemNames names;

    internal ItemWriter(WriteTransaction transaction, SessionParts blocks, ContentSession session)
    {
        (this.transaction, this.blocks, this.session) = (transaction, blocks, session);
        rows = new ItemRows(transaction, blocks.Indexer, blocks.Keys);
        names = new ItemNames(transaction.Db);
        References = new ReferenceCheck(transaction.Db);
    }

    /// <summary>What the items of this session point to.</summary>
    public ReferenceCheck References { get; }

    /// <summary>Imports items with their ids, flags and dates, by the rules of the <c>content</c> step.</summary>
    /// <exception cref="InvalidContentException">An item is wrong; the paths of its problems begin with the place in the list.</exception>
    public Task<ImportCounts> ImportAsync(IReadOnlyList<ContentDraft> items, CancellationToken cancel = default) =>
        new ItemImport(this, session).RunAsync(items, cancel);

    /// <summary>Saves a draft: a new item, the present draft, or a new version of a published item.</summary>
    /// <param name="stamp">The stamp of the version that was edited; null for a new item, or to overwrite whatever is there.</param>
    /// <exception cref="StaleVersionException">Someone else saved in between.</exception>
    /// <exception cref="InvalidContentException">Something that was entered is wrong.</exception>
    public async Task<ContentItem> SaveDraftAsync(ContentDraft draft, long? stamp = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var type = GetType(draft.ContentType);
        var versions = draft.ContentItemId is null ? [] : await CurrentRowsAsync([draft.ContentItemId], cancel);
        var latest = versions.Find(row => row.Latest);
        if (stamp is not null && latest?.Stamp != stamp) throw new StaleVersionException(draft.ContentItemId ?? "");
        draft.ContentItemId ??= ContentId.New();
        draft.ModifiedUtc = DateTime.UtcNow;
        (draft.Latest, draft.Published) = (true, false);
        draft.Author = session.Caller.UserName ?? draft.Author;
        draft.Owner ??= latest?.Owner ?? session.Caller.UserId;
        draft.CreatedUtc = latest?.CreatedUtc ?? draft.CreatedUtc ?? draft.ModifiedUtc;
        draft.PublishedUtc = latest?.PublishedUtc;
        var target = TargetOfDraft(draft, type, latest);
        var content = await CheckAsync(draft, type, complete: draft.Published, cancel);
        await SetNamesAsync(draft.ContentItemId, [Claim(draft, type, target, content), .. Others(versions, target)], latest is null, cancel);
        transaction.Record(draft.ContentItemId, target.VersionId, draft.ContentType, ChangeKind.Saved);
        await FlushAsync(cancel);
        return ContentItem.FromRow(target);
    }

    /// <summary>Makes the latest version the public one.</summary>
    /// <exception cref="InvalidContentException">Something required is missing or wrong.</exception>
    public async Task<ContentItem?> PublishAsync(string contentItemId, CancellationToken cancel = default)
    {
        var versions = await CurrentRowsAsync([contentItemId], cancel);
        if (versions.Find(row => row.Latest) is not { } latest) return null;
        foreach (var former in versions.Where(row => row.Published && row != latest)) SetFlags(former, former.Latest, false);
        var draft = ContentDraft.FromItem(ContentItem.FromRow(latest));
        (draft.Latest, draft.Published, draft.PublishedUtc) = (true, true, DateTime.UtcNow);
        var type = GetType(draft.ContentType);
        var content = await CheckAsync(draft, type, complete: true, cancel);
        await SetNamesAsync(contentItemId, [Claim(draft, type, latest, content)], false, cancel);
        transaction.Record(contentItemId, latest.VersionId, latest.Kind, ChangeKind.Published);
        await FlushAsync(cancel);
        return ContentItem.FromRow(latest);
    }

    /// <summary>Takes the item from public view; its latest version stays.</summary>
    public async Task<ContentItem?> UnpublishAsync(string contentItemId, CancellationToken cancel = default)
    {
        var versions = await CurrentRowsAsync([contentItemId], cancel);
        if (versions.Find(row => row.Published) is not { } published) return versions.Find(row => row.Latest) is { } draft ? ContentItem.FromRow(draft) : null;
        published.PublishedUtc = null;
        SetFlags(published, published.Latest, false);
        var latest = versions.Find(row => row.Latest) ?? published;
        await SetNamesAsync(contentItemId, [ReindexedClaim(latest)], false, cancel);
        transaction.Record(contentItemId, published.VersionId, published.Kind, ChangeKind.Unpublished);
        await FlushAsync(cancel);
        return ContentItem.FromRow(latest);
    }

    /// <summary>Removes the draft of a published item, which becomes the latest version again; false when there is none.</summary>
    public async Task<bool> DiscardDraftAsync(string contentItemId, CancellationToken cancel = default)
    {
        var versions = await CurrentRowsAsync([contentItemId], cancel);
        if (versions.Find(row => row.Latest && !row.Published) is not { } draft || versions.Find(row => row.Published) is not { } published) return false;
        SetFlags(draft, false, false);
        SetFlags(published, true, true);
        await SetNamesAsync(contentItemId, [ReindexedClaim(published)], false, cancel);
        transaction.Record(contentItemId, published.VersionId, published.Kind, ChangeKind.Saved);
        await FlushAsync(cancel);
        return true;
    }

    /// <summary>Takes the item out of every list and door; its versions stay as history. False when it does not exist.</summary>
    public async Task<bool> DeleteAsync(string contentItemId, CancellationToken cancel = default)
    {
        var versions = await CurrentRowsAsync([contentItemId], cancel);
        if (versions.Count == 0) return false;
        foreach (var row in versions) SetFlags(row, false, false);
        await transaction.Db.Paths.Where(row => row.DocumentId == contentItemId).ExecuteDeleteAsync(cancel);
        await transaction.Db.Aliases.Where(row => row.DocumentId == contentItemId).ExecuteDeleteAsync(cancel);
        transaction.Record(contentItemId, versions[0].VersionId, versions[0].Kind, ChangeKind.Deleted);
        await FlushAsync(cancel);
        return true;
    }

    internal async Task<List<VersionRow>> CurrentRowsAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancel) =>
        await transaction.Db.Versions.Where(row => itemIds.Contains(row.DocumentId) && (row.Latest || row.Published)).ToListAsync(cancel);

    internal async Task<List<VersionRow>> VersionRowsAsync(IReadOnlyCollection<string> versionIds, CancellationToken cancel) =>
        await transaction.Db.Versions.Where(row => versionIds.Contains(row.VersionId)).ToListAsync(cancel);

    internal TypeDefinition? FindType(string name) => session.Types.FindType(name);

    internal ValueTask PrepareAsync(TypeDefinition type, ContentDraft draft) => blocks.Check.PrepareAsync(type, draft);

    internal IReadOnlyList<ContentProblem> Check(TypeDefinition type, JsonElement content, bool complete) => blocks.Check.Check(type, content, complete);

    internal Task PrefetchPathsAsync(IEnumerable<string> paths, CancellationToken cancel) => names.PrefetchAsync(paths, cancel);

    internal void Record(VersionRow row, ChangeKind what) => transaction.Record(row.DocumentId, row.VersionId, row.Kind, what);

    /// <summary>Makes a row for a new version; it is inserted by <see cref="InsertAsync"/>.</summary>
    internal VersionRow NewRow(ContentDraft draft) => Fill(new VersionRow
    {
        Id = transaction.NewRowId(),
        DocumentId = draft.ContentItemId!,
        VersionId = draft.ContentItemVersionId ??= ContentId.New(),
        Kind = draft.ContentType,
        Body = "{}",
    }, draft);

    internal static VersionRow Fill(VersionRow row, ContentDraft draft)
    {
        (row.Title, row.TitleKey) = (draft.DisplayText, Folding.Fold(draft.DisplayText));
        (row.Latest, row.Published) = (draft.Latest, draft.Published);
        (row.CreatedUtc, row.ModifiedUtc, row.PublishedUtc) = (draft.CreatedUtc, draft.ModifiedUtc, draft.PublishedUtc);
        (row.Owner, row.Author) = (draft.Owner, draft.Author);
        row.Body = draft.Content.ToJsonString();
        row.Stamp++;
        return row;
    }

    internal Task InsertAsync(IReadOnlyList<VersionRow> newRows, CancellationToken cancel) => transaction.Rows.InsertAsync(newRows, cancel);

    /// <summary>Sets the flags of a stored version and drops or keeps its index rows accordingly.</summary>
    internal void SetFlags(VersionRow row, bool latest, bool published)
    {
        (row.Latest, row.Published) = (latest, published);
        row.Stamp++;
        rows.Remove(row.Id);
        if (latest || published) ReindexedClaim(row);
    }

    /// <summary>Adds index rows for a version whose flags have changed and returns the names it claims.</summary>
    internal Claimed ReindexedClaim(VersionRow row)
    {
        var item = ContentItem.FromRow(row);
        rows.Remove(row.Id);
        return Claim(ContentDraft.FromItem(item), FindType(row.Kind), row, item.Content);
    }

    /// <summary>Adds index rows for a version and returns the names it claims.</summary>
    internal Claimed Claim(ContentDraft draft, TypeDefinition? type, VersionRow row, JsonElement content)
    {
        Fill(row, draft);
        var index = rows.Add(draft, row, type, content);
        References.Add(draft, index);
        return new Claimed(draft, index.Paths, index.Aliases);
    }

    internal void Outdate(VersionRow row) => rows.Remove(row.Id);

    internal Task<bool> TryTakePathAsync(string path, string itemId, CancellationToken cancel) => names.TryTakeAsync(path, itemId, cancel);

    internal Task<string> TakeFreePathAsync(string path, string itemId, CancellationToken cancel) => names.TakeFreeAsync(path, itemId, cancel);

    internal Task SetNamesAsync(string itemId, IReadOnlyList<Claimed> claims, bool isNew, CancellationToken cancel)
    {
        var paths = claims.SelectMany(claim => claim.Paths.Select(path => new PathRow
        {
            Path = path.Path,
            DocumentId = itemId,
            ContainedId = path.ContainedId,
            State = claim.Draft.Published ? PathState.Published : PathState.Draft,
        })).GroupBy(row => (row.Path, row.ContainedId)).Select(same => same.MaxBy(row => row.State)!).ToList();
        var aliases = claims.SelectMany(claim => claim.Aliases.Select(alias => new AliasRow { Alias = alias, DocumentId = itemId, Published = claim.Draft.Published }))
            .GroupBy(row => row.Alias).Select(same => same.MaxBy(row => row.Published)!).ToList();
        return names.SetAsync(itemId, paths, aliases, isNew, cancel);
    }

    /// <summary>Sends everything to the database, inside the transaction, so that later steps of the session see it.</summary>
    internal async Task FlushAsync(CancellationToken cancel)
    {
        try
        {
            await transaction.Db.SaveChangesAsync(cancel);
            await rows.FlushAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleVersionException("item");
        }

        // Thousands of tracked rows would slow down every later step of an import.
        transaction.Db.ChangeTracker.Clear();
    }

    /// <summary>The names one version asks for.</summary>
    internal sealed record Claimed(ContentDraft Draft, IReadOnlyList<PathClaim> Paths, IReadOnlyList<string> Aliases);

    private async Task<JsonElement> CheckAsync(ContentDraft draft, TypeDefinition type, bool complete, CancellationToken cancel)
    {
        await PrepareAsync(type, draft);
        await TakePathAsync(draft, cancel);
        var content = JsonDocument.Parse(draft.Content.ToJsonString()).RootElement;
        var problems = Check(type, content, complete);
        return problems.Count == 0 ? content : throw new InvalidContentException(problems);
    }

    /// <summary>Makes sure of the item's own address.</summary>
    internal async Task TakePathAsync(ContentDraft draft, CancellationToken cancel)
    {
        if (draft.Content["AutoroutePart"]?["Path"] is not { } node || node.GetValueKind() != JsonValueKind.String) return;
        var path = node.GetValue<string>().Trim('/').ToLowerInvariant();
        if (path.Length == 0) return;
        if (draft.PathIsGenerated) draft.Part("AutoroutePart")["Path"] = await TakeFreePathAsync(path, draft.ContentItemId!, cancel);
        else if (!await TryTakePathAsync(path, draft.ContentItemId!, cancel)) throw new InvalidContentException([new ContentProblem("AutoroutePart.Path", "Your permalink is already in use.")]);
    }

    private VersionRow TargetOfDraft(ContentDraft draft, TypeDefinition type, VersionRow? latest)
    {
        if (latest is null || (latest.Published && type.Options.Versionable))
        {
            if (latest is not null) SetFlags(latest, false, latest.Published);
            draft.ContentItemVersionId = ContentId.New();
            var added = NewRow(draft);
            transaction.Db.Versions.Add(added);
            return added;
        }

        draft.ContentItemVersionId = latest.VersionId;
        draft.Published = latest.Published && !type.Options.Draftable;
        rows.Remove(latest.Id);
        return latest;
    }

    private IEnumerable<Claimed> Others(List<VersionRow> versions, VersionRow target) =>
        versions.Where(row => row != target && row.Published).Select(row => ReindexedClaim(row));

    private TypeDefinition GetType(string name) => FindType(name)
        ?? throw new InvalidContentException([new ContentProblem("ContentType", $"There is no content type '{name}'. Known types: {string.Join(", ", session.Types.Types.Select(type => type.Name))}.")]);
}
