using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>The caller may not do that.</summary>
public sealed class ForbiddenException(string permission) : Exception($"This needs the permission '{permission}'.")
{
    public string Permission { get; } = permission;
}

/// <summary>Changes single items in the name of a caller: checks the right first, then does it in one transaction.</summary>
public sealed class ContentEditor(ContentSessions sessions, ContentReader reader, ItemRights rights, SaveRights saving)
{
    /// <summary>Saves a draft of a new or known item; see <see cref="SaveRights"/> for what that needs.</summary>
    /// <param name="stamp">See <see cref="ItemWriter.SaveDraftAsync"/>.</param>
    public async Task<ContentItem> SaveDraftAsync(Caller caller, ContentDraft draft, long? stamp = null, bool quiet = false, CancellationToken cancel = default)
    {
        await saving.RequireAsync(caller, draft, cancel);
        return await RunAsync(caller, session => session.Items.SaveDraftAsync(draft, stamp, quiet, cancel: cancel), cancel);
    }

    /// <summary>Saves a draft and makes it the public version, or does neither.</summary>
    /// <param name="stamp">See <see cref="ItemWriter.SaveDraftAsync"/>.</param>
    public async Task<ContentItem> SaveAndPublishAsync(Caller caller, ContentDraft draft, long? stamp = null, CancellationToken cancel = default)
    {
        var known = await saving.RequireAsync(caller, draft, cancel);
        Require(saving.MayPublish(caller, draft.ContentType, known), Permissions.PublishContent);
        if (Schedule.FindPassedEnd(Schedule.Asked(draft, Schedule.ArchivePart, Schedule.ArchiveMember)) is { } passed) throw new InvalidContentException([passed]);
        return await RunAsync(caller, async session =>
        {
            var saved = await session.Items.SaveDraftAsync(draft, stamp, quiet: known is not null, complete: true, cancel: cancel);
            return (await session.Items.PublishAsync(saved.ContentItemId, cancel))!;
        }, cancel);
    }

    /// <exception cref="InvalidContentException">Something required is missing or wrong, or it would be taken back at once.</exception>
    public async Task<ContentItem?> PublishAsync(Caller caller, string contentItemId, CancellationToken cancel = default)
    {
        if (await reader.FindLatestAsync(contentItemId) is not { } item) return null;
        Require(rights.AllowsItem(caller, Permissions.PublishContent, item), Permissions.PublishContent);
        if (Schedule.FindPassedEnd(item.ArchiveAt()) is { } passed) throw new InvalidContentException([passed]);
        return await RunAsync(caller, session => session.Items.PublishAsync(contentItemId, cancel), cancel);
    }

    public async Task<ContentItem?> UnpublishAsync(Caller caller, string contentItemId, CancellationToken cancel = default) =>
        await MayAsync(caller, Permissions.PublishContent, contentItemId)
            ? await RunAsync(caller, session => session.Items.UnpublishAsync(contentItemId, cancel), cancel)
            : null;

    public async Task<bool> DiscardDraftAsync(Caller caller, string contentItemId, CancellationToken cancel = default) =>
        await MayAsync(caller, Permissions.EditContent, contentItemId)
        && await RunAsync(caller, session => session.Items.DiscardDraftAsync(contentItemId, cancel), cancel);

    public async Task<bool> DeleteAsync(Caller caller, string contentItemId, CancellationToken cancel = default) =>
        await MayAsync(caller, Permissions.DeleteContent, contentItemId)
        && await RunAsync(caller, session => session.Items.DeleteAsync(contentItemId, cancel), cancel);

    /// <summary>Copies an item into a new draft of the caller's own. It stands in the same list only if the caller may change the list.</summary>
    public async Task<ContentItem?> CloneAsync(Caller caller, string contentItemId, CancellationToken cancel = default)
    {
        if (await reader.FindLatestAsync(contentItemId) is not { } item) return null;
        Require(rights.AllowsItem(caller, Permissions.CloneContent, item), Permissions.CloneContent);
        var openListId = await saving.FindOpenListAsync(caller, item);
        return await RunAsync(caller, session => session.History.CloneAsync(contentItemId, openListId, cancel), cancel);
    }

    /// <summary>Makes a draft with the content of a former version.</summary>
    public async Task<ContentItem?> RestoreVersionAsync(Caller caller, string contentItemVersionId, CancellationToken cancel = default)
    {
        if (await reader.FindVersionAsync(contentItemVersionId) is not { } version) return null;
        if (await reader.FindLatestAsync(version.ContentItemId) is not { } known) return null;
        saving.RequireEdit(caller, known);
        return await RunAsync(caller, session => session.History.RestoreVersionAsync(version, cancel), cancel);
    }

    /// <summary>Takes an item out of the bin, as a draft.</summary>
    public async Task<ContentItem?> RestoreFromBinAsync(Caller caller, string contentItemId, CancellationToken cancel = default)
    {
        if (await reader.FindBinnedAsync(contentItemId) is not { } binned) return null;
        Require(rights.AllowsItem(caller, Permissions.DeleteContent, binned), Permissions.DeleteContent);
        return await RunAsync(caller, session => session.History.RestoreFromBinAsync(contentItemId, cancel), cancel);
    }

    /// <summary>Deletes an item in the bin for good: its versions, its addresses, everything by which it is found. False when it is not in the bin.</summary>
    public async Task<bool> PurgeAsync(Caller caller, string contentItemId, CancellationToken cancel = default)
    {
        if (await reader.FindBinnedAsync(contentItemId) is not { } binned) return false;
        // What cannot be undone is not for owners alone.
        Require(rights.AllowsType(caller, Permissions.DeleteContent, binned.ContentType), Permissions.DeleteContent);
        return await RunAsync(caller, session => session.History.PurgeAsync(contentItemId, cancel), cancel);
    }

    private async Task<bool> MayAsync(Caller caller, string permission, string contentItemId)
    {
        if (await reader.FindLatestAsync(contentItemId) is not { } item) return false;
        Require(rights.AllowsItem(caller, permission, item), permission);
        return true;
    }

    private async Task<TResult> RunAsync<TResult>(Caller caller, Func<ContentSession, Task<TResult>> change, CancellationToken cancel)
    {
        await using var session = await sessions.BeginAsync(caller, cancel);
        var result = await change(session);
        await session.CommitAsync(cancel);
        return result;
    }

    private static void Require(bool allowed, string permission)
    {
        if (!allowed) throw new ForbiddenException(permission);
    }
}
