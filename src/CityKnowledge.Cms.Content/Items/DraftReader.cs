using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Gives what is not public, and what is not even saved, to those who may preview it.</summary>
public sealed class DraftReader(ContentReader reader, ItemCheck check, TypeCatalogue types, Access access)
{
    /// <summary>The newest version; null when there is none or the caller may not see it.</summary>
    public async Task<ContentItem?> FindLatestAsync(Caller caller, string contentItemId) =>
        await reader.FindLatestAsync(contentItemId) is { } latest && access.AllowsItem(caller, Permissions.PreviewContent, latest) ? latest : null;

    /// <summary>A former version; null when there is none, the item is in the bin, or the caller may not see it.</summary>
    public async Task<ContentItem?> FindVersionAsync(Caller caller, string contentItemId, string contentItemVersionId)
    {
        // The present owner decides, not whoever owned that version.
        if (await FindLatestAsync(caller, contentItemId) is null) return null;
        return await reader.FindVersionAsync(contentItemVersionId) is { } version && version.ContentItemId == contentItemId ? version : null;
    }

    /// <summary>What would be saved, as it would be read. Nothing is stored, and what is wrong or missing stays so.</summary>
    /// <param name="draft">Its parts are completed as on saving.</param>
    /// <exception cref="ForbiddenException">The caller may not preview the item, or no item of the type.</exception>
    /// <exception cref="InvalidContentException">There is no such type.</exception>
    public async Task<ContentItem> MakeAsync(Caller caller, ContentDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var known = draft.ContentItemId is null ? null : await reader.FindLatestAsync(draft.ContentItemId);
        if (!Allows(caller, draft, known)) throw new ForbiddenException(Permissions.PreviewContent);
        var type = types.Current.FindType(draft.ContentType)
            ?? throw new InvalidContentException([new ContentProblem("ContentType", $"There is no content type '{draft.ContentType}'.")]);
        draft.ContentItemId ??= ContentId.New();
        draft.ModifiedUtc = DateTime.UtcNow;
        draft.CreatedUtc ??= known?.CreatedUtc ?? draft.ModifiedUtc;
        draft.PublishedUtc ??= known?.PublishedUtc ?? draft.ModifiedUtc;
        await check.PrepareAsync(type, draft);
        return draft.ToItem();
    }

    // A draft of one type must not open the item of another.
    private bool Allows(Caller caller, ContentDraft draft, ContentItem? known) => known is null
        ? access.AllowsType(caller, Access.OwnForm(Permissions.PreviewContent), draft.ContentType)
        : known.ContentType == draft.ContentType && access.AllowsItem(caller, Permissions.PreviewContent, known);
}
