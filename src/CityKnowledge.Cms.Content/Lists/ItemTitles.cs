using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>Says what items are called, to those who may know it.</summary>
public sealed class ItemTitles(Store store, Access access)
{
    /// <summary>Titles by id, in one query; what does not exist, or is a draft the caller may not see, is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(Caller caller, IReadOnlyCollection<string> contentItemIds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(contentItemIds);
        if (contentItemIds.Count == 0) return new Dictionary<string, string>();
        await using var db = store.OpenRead();
        var rows = await db.Versions.AsNoTracking().Where(row => contentItemIds.Contains(row.DocumentId) && (row.Latest || row.Published) && row.Title != null)
            .Select(row => new { row.DocumentId, row.Kind, row.Owner, row.Title, row.Latest, row.Published }).ToListAsync(cancel);
        return rows.Where(row => MaySee(caller, row.Kind, row.Owner, row.Published))
            .GroupBy(row => row.DocumentId).ToDictionary(same => same.Key, same => same.MaxBy(row => row.Latest)!.Title!);
    }

    private bool MaySee(Caller caller, string type, string? owner, bool isPublished)
    {
        var permission = isPublished ? Permissions.ViewContent : Permissions.PreviewContent;
        return access.AllowsType(caller, permission, type)
            || (caller.UserId is not null && owner == caller.UserId && access.AllowsType(caller, Access.OwnForm(permission), type));
    }
}
