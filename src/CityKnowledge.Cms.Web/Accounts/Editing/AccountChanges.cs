using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>Finds accounts and begins changes to them.</summary>
internal sealed class AccountChanges(ContentSessions sessions, Store store, ILookupNormalizer names, IServiceProvider services)
{
    /// <summary>A context for reading. Dispose it soon: it holds a connection.</summary>
    public StorageContext OpenRead() => store.OpenRead();

    /// <summary>Waits for its turn to write. Dispose the change soon: others wait.</summary>
    public async Task<AccountChange> BeginAsync(Caller caller) => new(await sessions.BeginAsync(caller), services);

    /// <summary>Begins a change that the user makes to the own account.</summary>
    public Task<AccountChange> BeginAsync(UserRow user) => BeginAsync(new Caller(user.Id, user.UserName, user.RoleNames));

    /// <summary>Notes what a user did or met.</summary>
    public async Task NoteAsync(UserRow user, string happened, string? detail = null)
    {
        await using var change = await BeginAsync(user);
        change.Note(happened, user, detail);
        await change.CommitAsync();
    }

    /// <summary>Notes what someone who is not signed in did to an account, or to none.</summary>
    public async Task NoteStrangerAsync(string happened, UserRow? user, string detail)
    {
        await using var session = await sessions.BeginAsync(Caller.Visitor);
        session.Note("User", happened, user?.Id, detail: user is null ? detail : $"{user.UserName}: {detail}");
        await session.CommitAsync();
    }

    public async Task<UserRow?> FindAsync(string id)
    {
        await using var db = store.OpenRead();
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == id);
    }

    /// <summary>The user of this name, else the only one with this mail address; null when there is none.</summary>
    public async Task<UserRow?> FindByNameOrEmailAsync(string text)
    {
        var (name, email) = (names.NormalizeName(text), names.NormalizeEmail(text));
        await using var db = store.OpenRead();
        var found = await db.Users.AsNoTracking().Where(user => user.NormalizedUserName == name || user.NormalizedEmail == email).Take(3).ToListAsync();
        return found.Find(user => user.NormalizedUserName == name) ?? (found is [var only] ? only : null);
    }
}
