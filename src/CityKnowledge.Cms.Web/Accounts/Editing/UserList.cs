using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>A part of the list of accounts.</summary>
/// <param name="Next">Where the next part begins, or null.</param>
/// <param name="Failures">Ids of users whose last mail was not sent → why.</param>
internal sealed record UserPage(IReadOnlyList<UserRow> Users, string? Next, IReadOnlyDictionary<string, string> Failures);

/// <summary>Lists accounts for those who may see them.</summary>
internal sealed class UserList(Store store, Access access, UserRights rights, ILookupNormalizer names)
{
    private const int PageSize = 50;
    private const char Between = '\n';

    /// <param name="after">Where the part begins, from <see cref="UserPage.Next"/>.</param>
    public async Task<UserPage> ReadAsync(Caller caller, UserFilter filter, string? after, CancellationToken cancel)
    {
        rights.Demand(caller, Permissions.ListUsers);
        await using var db = store.OpenRead();
        var rows = await After(Narrow(db.Users.AsNoTracking(), filter), filter.Sort, after).Take(PageSize + 1).ToListAsync(cancel);
        var shown = rows.Take(PageSize).ToList();
        return new UserPage(shown, rows.Count > PageSize ? KeyOf(shown[^1], filter.Sort) : null, await FindFailuresAsync(db, shown, cancel));
    }

    /// <summary>The user and what became of the last mail, for those who may see it; null when there is none.</summary>
    public async Task<(UserRow User, AuditRow? LastMail, int Passkeys)?> FindAsync(Caller caller, string id, CancellationToken cancel)
    {
        rights.Demand(caller, Permissions.ViewUsers);
        await using var db = store.OpenRead();
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == id, cancel) is not { } user) return null;
        var mail = await db.Audit.AsNoTracking().Where(row => row.SubjectId == id && (row.Event == Outbox.Sent || row.Event == Outbox.NotSent))
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        return (user, mail, await db.UserPasskeys.CountAsync(row => row.UserId == id, cancel));
    }

    private IQueryable<UserRow> Narrow(IQueryable<UserRow> users, UserFilter filter)
    {
        if (filter.Status != UserStatus.All) users = users.Where(user => user.IsEnabled == (filter.Status == UserStatus.Enabled));
        if (filter.Role.Length > 0)
        {
            var role = access.Roles.FirstOrDefault(known => string.Equals(known.Name, filter.Role, StringComparison.OrdinalIgnoreCase))?.Name ?? filter.Role;
            users = users.Where(user => user.RoleNames.Contains(role));
        }

        if (names.NormalizeEmail(filter.Email) is { Length: > 0 } email) users = users.Where(user => user.NormalizedEmail!.Contains(email));
        if (names.NormalizeName(filter.Text) is { Length: > 0 } text) users = users.Where(user => user.NormalizedUserName!.Contains(text));
        return users;
    }

    private static IQueryable<UserRow> After(IQueryable<UserRow> users, UserSort sort, string? after)
    {
        var (key, id) = after?.Split(Between) is [var first, var second] ? (first, second) : (null, null);
        if (sort == UserSort.Email)
        {
            if (key is not null) users = users.Where(user => (user.NormalizedEmail ?? "").CompareTo(key) > 0 || ((user.NormalizedEmail ?? "") == key && user.Id.CompareTo(id) > 0));
            return users.OrderBy(user => user.NormalizedEmail ?? "").ThenBy(user => user.Id);
        }

        if (key is not null) users = users.Where(user => user.NormalizedUserName!.CompareTo(key) > 0);
        return users.OrderBy(user => user.NormalizedUserName);
    }

    private static string KeyOf(UserRow user, UserSort sort) =>
        $"{(sort == UserSort.Email ? user.NormalizedEmail : user.NormalizedUserName)}{Between}{user.Id}";

    private static async Task<IReadOnlyDictionary<string, string>> FindFailuresAsync(StorageContext db, IReadOnlyList<UserRow> users, CancellationToken cancel)
    {
        var ids = users.Select(user => user.Id).ToList();
        var mails = await db.Audit.AsNoTracking().Where(row => ids.Contains(row.SubjectId!) && (row.Event == Outbox.Sent || row.Event == Outbox.NotSent))
            .GroupBy(row => row.SubjectId!).Select(user => user.OrderByDescending(row => row.Id).First()).ToListAsync(cancel);
        return mails.Where(row => row.Event == Outbox.NotSent).ToDictionary(row => row.SubjectId!, row => row.Detail ?? "");
    }
}
