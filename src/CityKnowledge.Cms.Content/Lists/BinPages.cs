using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>An item in the bin.</summary>
/// <param name="By">The user name of who put it there; null when the site itself did.</param>
public sealed record BinnedItem(ContentItem Item, DateTime BinnedUtc, string? By);

/// <summary>A page of the bin.</summary>
/// <param name="Next">Pass it to get the page after this one; null on the last page.</param>
public sealed record BinPage(IReadOnlyList<BinnedItem> Items, string? Next);

/// <summary>Lists deleted items, last deleted first: those the caller could have deleted.</summary>
public sealed class BinPages(Store store, TypeCatalogue types, ItemRights rights)
{
    /// <param name="after">The <see cref="BinPage.Next"/> of the page before; null or unreadable for the first page.</param>
    public async Task<BinPage> ListAsync(Caller caller, int take, string? after = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await using var db = store.OpenRead();
        var rows = Visible(db.Versions.AsNoTracking().Where(row => row.BinnedUtc != null), caller);
        if (PageCursor.Read(after) is { Moment: { } at } cursor)
        {
            var id = cursor.RowId;
            rows = rows.Where(row => row.BinnedUtc < at || (row.BinnedUtc == at && row.Id < id));
        }

        var found = await rows.OrderByDescending(row => row.BinnedUtc).ThenByDescending(row => row.Id).Take(take + 1).ToListAsync(cancel);
        var more = found.Count > take;
        if (more) found.RemoveAt(take);
        var who = await ListRemoversAsync(db, [.. found.Select(row => row.DocumentId)], cancel);
        return new BinPage(
            [.. found.Select(row => new BinnedItem(ContentItem.FromRow(row), row.BinnedUtc!.Value, who.GetValueOrDefault(row.DocumentId)))],
            more ? PageCursor.At(found[^1].BinnedUtc, found[^1].Id) : null);
    }

    private IQueryable<VersionRow> Visible(IQueryable<VersionRow> rows, Caller caller)
    {
        var all = types.Current.Types.Where(type => rights.AllowsType(caller, Permissions.DeleteContent, type.Name)).Select(type => type.Name).ToList();
        var own = types.Current.Types.Where(type => rights.AllowsType(caller, Access.OwnForm(Permissions.DeleteContent), type.Name)).Select(type => type.Name).Except(all).ToList();
        var owner = caller.UserId;
        return rows.Where(row => all.Contains(row.Kind) || (owner != null && row.Owner == owner && own.Contains(row.Kind)));
    }

    private static async Task<Dictionary<string, string?>> ListRemoversAsync(StorageContext db, string[] itemIds, CancellationToken cancel)
    {
        if (itemIds.Length == 0) return [];
        var notes = await db.Audit.AsNoTracking().Where(row => row.SubjectId != null && itemIds.Contains(row.SubjectId) && row.Event == "Removed")
            .OrderBy(row => row.Id).Select(row => new { row.SubjectId, row.UserName }).ToListAsync(cancel);
        return notes.GroupBy(note => note.SubjectId!).ToDictionary(same => same.Key, same => same.Last().UserName);
    }
}
