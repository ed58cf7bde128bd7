using System.Globalization;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Audit;

/// <summary>A page of the audit log.</summary>
/// <param name="Next">Pass it to get the page after this one; null on the last page.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Entries, string? Next);

/// <summary>Reads who did what and when.</summary>
public sealed class AuditLog(Store store, Access access)
{
    /// <param name="after">The <see cref="AuditPage.Next"/> of the page before; null or unreadable for the first page.</param>
    /// <exception cref="ForbiddenException">The caller may not read the log.</exception>
    public async Task<AuditPage> ListAsync(Caller caller, AuditRequest request, int take, string? after = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!access.Allows(caller, Permissions.ViewAuditTrail)) throw new ForbiddenException(Permissions.ViewAuditTrail);
        await using var db = store.OpenRead();
        var rows = Matching(db.Audit.AsNoTracking(), request);
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last)) rows = request.OldestFirst ? rows.Where(row => row.Id > last) : rows.Where(row => row.Id < last);
        rows = request.OldestFirst ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        var found = await rows.Take(take + 1).ToListAsync(cancel);
        if (found.Count <= take) return new AuditPage(found, null);
        found.RemoveAt(take);
        return new AuditPage(found, found[^1].Id.ToString(CultureInfo.InvariantCulture));
    }

    private static IQueryable<AuditRow> Matching(IQueryable<AuditRow> rows, AuditRequest request)
    {
        if (request.SubjectId is { } subject) rows = rows.Where(row => row.SubjectId == subject);
        if (request.Category is { } category) rows = rows.Where(row => row.Category == category);
        if (request.Event is { } happened) rows = rows.Where(row => row.Event == happened);
        if (request.UserId is { } user) rows = rows.Where(row => row.UserId == user);
        if (request.FromUtc is { } from) rows = rows.Where(row => row.AtUtc >= from);
        if (request.BeforeUtc is { } before) rows = rows.Where(row => row.AtUtc < before);
        if (request.UserName.Length == 0) return rows;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to SQL, which knows no culture.
        var name = Folding.Fold(request.UserName)!;
        return rows.Where(row => row.UserName != null && row.UserName.ToLower().Contains(name));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}
