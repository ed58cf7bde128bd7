using System.Text.Json;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Saves versions of items inside a session, following Orchard's rules for drafts and published versions.</summary>
public sealed class ItemWriter
{
    private readonly VersionWriter versions;
    private readonly ContentSession session;

    internal ItemWriter(VersionWriter versions, ContentSession session) => (this.versions, this.session) = (versions, session);

    /// <summary>What the items of this session point to.</summary>
    public ReferenceCheck References => versions.References;

    /// <summary>Imports items with their ids, flags and dates, by the rules of the <c>content</c> step.</summary>
    /// <exception cref="InvalidContentException">An item is wrong; the paths of its problems begin with the place in the list.</exception>
    public Task<ImportCounts> ImportAsync(IReadOnlyList<ContentDraft> items, CancellationToken cancel = default) =>
        new ItemImport(versions, session).RunAsync(items, cancel);

    /// <summary>Saves a draft: a new item, the present draft, or a new version of a published item.</summary>
    /// <param name="stamp">
    /// The stamp of the version that was edited, which is the one the draft names; 0 when the item must not exist yet; null to
    /// overwrite whatever is there.
    /// </param>
    /// <param name="quiet">Leaves no note in the history: for saves the editor did not ask for, such as autosave.</param>
    /// <param name="source">The version that the draft was made from, when it is not the latest.</param>
    /// <param name="complete">Whether nothing required may be missing, because it is published next.</param>
    /// <exception cref="StaleVersionException">Someone else saved in between.</exception>
    /// <exception cref="InvalidContentException">Something that was entered is wrong. What is stored already may break a newer rule until it is published.</exception>
    public async Task<ContentItem> SaveDraftAsync(ContentDraft draft, long? stamp = null, bool quiet = false, ContentItem? source = null, bool complete = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var type = GetType(draft.ContentType);
        var known = draft.ContentItemId is null ? [] : await versions.CurrentRowsAsync([draft.ContentItemId], cancel);
        var latest = known.Find(row => row.Latest);
        if (stamp is not null && IsStale(draft, stamp.Value, latest)) throw new StaleVersionException(draft.ContentItemId ?? "");
        FillDraft(draft, latest);
        // Without versions the public one itself is written: visitors see it at once, or no longer.
        var isOverPublic = latest is { Published: true } && !type.Options.Versionable;
        var target = TargetOfDraft(draft, type, latest);
        var content = await CheckAsync(draft, type, draft.Published || complete ? null : [source?.Content ?? default, latest is null ? default : ContentItem.FromRow(latest).Content], cancel);
        var others = known.Where(row => row != target && row.Published).Select(versions.ReindexedClaim);
        await versions.SetNamesAsync(draft.ContentItemId!, [versions.Claim(draft, type, target, content), .. others], latest is null, cancel);
        versions.Record(target, draft.Published ? ChangeKind.Published : isOverPublic ? ChangeKind.Unpublished : ChangeKind.Saved);
        if (!quiet || latest is null) versions.Note(target, latest is null ? "Created" : "Saved");
        await versions.FlushAsync(cancel);
        return ContentItem.FromRow(target);
    }

    /// <summary>Makes the latest version the public one; null when the item does not exist.</summary>
    /// <exception cref="InvalidContentException">Something required is missing or wrong.</exception>
    public async Task<ContentItem?> PublishAsync(string contentItemId, CancellationToken cancel = default)
    {
        var known = await versions.CurrentRowsAsync([contentItemId], cancel);
        if (known.Find(row => row.Latest) is not { } latest) return null;
        foreach (var former in known.Where(row => row.Published && row != latest)) versions.SetFlags(former, former.Latest, false);
        var draft = ContentDraft.FromItem(ContentItem.FromRow(latest));
        (draft.Latest, draft.Published, draft.PublishedUtc) = (true, true, DateTime.UtcNow);
        var type = GetType(draft.ContentType);
        var content = await CheckAsync(draft, type, stored: null, cancel);
        versions.Outdate(latest);
        await versions.SetNamesAsync(contentItemId, [versions.Claim(draft, type, latest, content)], false, cancel);
        return await FinishAsync(latest, ChangeKind.Published, "Published", cancel);
    }

    /// <summary>Takes the item from public view; its latest version stays. Null when the item does not exist.</summary>
    public async Task<ContentItem?> UnpublishAsync(string contentItemId, CancellationToken cancel = default)
    {
        var known = await versions.CurrentRowsAsync([contentItemId], cancel);
        var latest = known.Find(row => row.Latest);
        if (known.Find(row => row.Published) is not { } published) return latest is null ? null : ContentItem.FromRow(latest);
        published.PublishedUtc = null;
        versions.SetFlags(published, published.Latest, false);
        latest ??= published;
        await versions.SetNamesAsync(contentItemId, [versions.ReindexedClaim(latest)], false, cancel);
        return await FinishAsync(latest, ChangeKind.Unpublished, "Unpublished", cancel);
    }

    /// <summary>Removes the draft of a published item, which becomes the latest version again; false when there is none.</summary>
    public async Task<bool> DiscardDraftAsync(string contentItemId, CancellationToken cancel = default)
    {
        var known = await versions.CurrentRowsAsync([contentItemId], cancel);
        if (known.Find(row => row.Latest && !row.Published) is not { } draft || known.Find(row => row.Published) is not { } published) return false;
        published.Stamp = Math.Max(published.Stamp, draft.Stamp) + 1;
        versions.SetFlags(draft, false, false);
        versions.SetFlags(published, true, true);
        await versions.SetNamesAsync(contentItemId, [versions.ReindexedClaim(published)], false, cancel);
        await FinishAsync(published, ChangeKind.Saved, "DraftDiscarded", cancel);
        return true;
    }

    /// <summary>Puts the item into the bin: out of every list and door, its versions kept. False when it does not exist.</summary>
    public async Task<bool> DeleteAsync(string contentItemId, CancellationToken cancel = default)
    {
        var known = await versions.CurrentRowsAsync([contentItemId], cancel);
        if (known.Count == 0) return false;
        var last = known.Find(row => row.Latest) ?? known[0];
        foreach (var row in known) versions.SetFlags(row, false, false);
        last.BinnedUtc = DateTime.UtcNow;
        // Who takes the item out of the bin again did not mean to share it again.
        await UserSecrets.RemoveAsync(versions.Db, DraftLink.Purpose, DraftLink.NameOf(contentItemId), cancel);
        await versions.SetNamesAsync(contentItemId, [], false, cancel);
        await FinishAsync(last, ChangeKind.Deleted, "Removed", cancel);
        return true;
    }

    /// <summary>Empties a scheduled moment in every current version of the item, so that it is acted on once.</summary>
    public async Task ClearMomentAsync(string contentItemId, string part, string member, CancellationToken cancel = default)
    {
        foreach (var row in await versions.CurrentRowsAsync([contentItemId], cancel))
        {
            var draft = ContentDraft.FromItem(ContentItem.FromRow(row));
            if (draft.Content[part]?[member] is null) continue;
            draft.Part(part)[member] = null;
            versions.Outdate(row);
            versions.Claim(draft, versions.FindType(row.Kind), row, draft.ToItem().Content);
        }

        await versions.FlushAsync(cancel);
    }

    /// <summary>Gives items of a list their numbers, in every current version: where an item stands is no change of what it says.</summary>
    /// <param name="orders">Item → number.</param>
    public async Task OrderAsync(IReadOnlyDictionary<string, int> orders, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(orders);
        foreach (var row in await versions.CurrentRowsAsync([.. orders.Keys], cancel))
        {
            var draft = ContentDraft.FromItem(ContentItem.FromRow(row));
            draft.Part(Container.Contained)[Container.Order] = orders[row.DocumentId];
            versions.Outdate(row);
            versions.Claim(draft, versions.FindType(row.Kind), row, draft.ToItem().Content);
            versions.Record(row, row.Published ? ChangeKind.Published : ChangeKind.Saved);
        }

        await versions.FlushAsync(cancel);
    }

    // Stamps are counted per version: two versions of an item may well have the same one.
    private static bool IsStale(ContentDraft draft, long stamp, VersionRow? latest) =>
        latest is null ? stamp != 0 : latest.Stamp != stamp || (draft.ContentItemVersionId is { } version && version != latest.VersionId);

    private async Task<ContentItem> FinishAsync(VersionRow row, ChangeKind what, string happened, CancellationToken cancel)
    {
        versions.Record(row, what);
        versions.Note(row, happened);
        await versions.FlushAsync(cancel);
        return ContentItem.FromRow(row);
    }

    private void FillDraft(ContentDraft draft, VersionRow? latest)
    {
        draft.ContentItemId ??= ContentId.New();
        draft.ModifiedUtc = DateTime.UtcNow;
        (draft.Latest, draft.Published) = (true, false);
        draft.Author = session.Caller.UserName ?? draft.Author;
        draft.Owner ??= latest?.Owner ?? session.Caller.UserId;
        draft.CreatedUtc ??= latest?.CreatedUtc ?? draft.ModifiedUtc;
        draft.PublishedUtc = latest?.PublishedUtc;
    }

    private VersionRow TargetOfDraft(ContentDraft draft, TypeDefinition type, VersionRow? latest)
    {
        if (latest is null || (latest.Published && type.Options.Versionable))
        {
            if (latest is not null) versions.SetFlags(latest, false, latest.Published);
            draft.ContentItemVersionId = ContentId.New();
            var added = versions.NewRow(draft);
            // Stamps rise over all versions of an item: a form that was opened on a former one is never taken for fresh.
            added.Stamp = latest?.Stamp ?? 0;
            versions.Db.Versions.Add(added);
            return added;
        }

        draft.ContentItemVersionId = latest.VersionId;
        draft.Published = latest.Published && !type.Options.Draftable;
        versions.Outdate(latest);
        return latest;
    }

    /// <param name="stored">What is stored of the item, for a draft; null for what becomes public, which must be right as a whole.</param>
    private async Task<JsonElement> CheckAsync(ContentDraft draft, TypeDefinition type, JsonElement[]? stored, CancellationToken cancel)
    {
        await versions.PrepareAsync(type, draft);
        var taken = await versions.TakePathAsync(draft, isGiven: false, cancel);
        var content = draft.ToContent();
        var problems = versions.Check(type, content, complete: stored is null);
        // A rule that came later must not keep the rest of a draft from being saved.
        if (stored is not null) problems = [.. problems.Where(problem => !stored.Any(known => IsTheSame(problem.Path, content, known)))];
        if (taken is not null) problems = [taken, .. problems];
        return problems.Count == 0 ? content : throw new InvalidContentException(problems);
    }

    private static bool IsTheSame(string path, JsonElement content, JsonElement stored)
    {
        foreach (var name in path.Split('.')) (content, stored) = (content.Get(name), stored.Get(name));
        return content.ValueKind != JsonValueKind.Undefined && stored.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(content, stored);
    }

    private TypeDefinition GetType(string name) => versions.FindType(name)
        ?? throw new InvalidContentException([new ContentProblem("ContentType", $"There is no content type '{name}'. Known types: {string.Join(", ", session.Types.Types.Select(type => type.Name))}.")]);
}
