using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>Accounts changed together with their audit notes, in one transaction; dispose without commit to undo all.</summary>
internal sealed class AccountChange : IAsyncDisposable
{
    private const string Category = "User";
    private readonly ContentSession session;

    public AccountChange(ContentSession session, IServiceProvider services)
    {
        this.session = session;
        Users = ActivatorUtilities.CreateInstance<UserManager<UserRow>>(services, ActivatorUtilities.CreateInstance<SealedUserStore>(services, session.Db));
    }

    public StorageContext Db => session.Db;

    /// <summary>Identity's rules about users, working inside this transaction.</summary>
    public UserManager<UserRow> Users { get; }

    /// <summary>The user as of now, or null.</summary>
    public async Task<UserRow?> FindAsync(string id) => await Db.Users.FindAsync(id);

    /// <summary>Ends every session of the user with the commit; also of what was changed beside the password.</summary>
    public static void EndSessions(UserRow user) => user.SecurityStamp = Guid.NewGuid().ToString("N");

    /// <summary>Notes what happened to the user.</summary>
    public void Note(string happened, UserRow user, string? detail = null) =>
        session.Note(Category, happened, user.Id, detail: detail is null ? user.UserName : $"{user.UserName}: {detail}");

    /// <summary>Makes everything durable, and lets the sessions of the users be checked anew.</summary>
    public Task CommitAsync(params UserRow[] changed)
    {
        foreach (var user in changed) session.RecordUser(user.Id);
        return session.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Users.Dispose();
        await session.DisposeAsync();
    }
}
