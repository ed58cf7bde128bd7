using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.Mail;

namespace CityKnowledge.Cms.Web.Admin.Users;

/// <summary>What the page of a user shows, and which of its buttons.</summary>
internal sealed record UserView(UserRow User, AuditRow? LastMail, int Passkeys, IReadOnlyList<Role> Assignable)
{
    public bool MayEdit { get; init; }
    public bool MayDelete { get; init; }
    public bool MayResetTwoFactor { get; init; }
    public bool IsOwn { get; init; }

    public bool IsInvited => User is { PasswordHash: null, EmailConfirmed: false } && Passkeys == 0;

    public bool MailFailed => LastMail?.Event == Outbox.NotSent;
}

/// <summary>Reads the page of a user for a caller.</summary>
internal sealed class UserPageReader(UserList users, UserRights rights)
{
    public async Task<UserView?> FindAsync(Caller caller, string id, CancellationToken cancel) =>
        await users.FindAsync(caller, id, cancel) is not var (user, mail, passkeys) ? null
        : new UserView(user, mail, passkeys, rights.Allows(caller, Permissions.EditUsers, user) ? rights.AssignableRoles(caller, id) : [])
        {
            MayEdit = rights.Allows(caller, Permissions.EditUsers, user),
            MayDelete = rights.Allows(caller, Permissions.DeleteUsers, user) && id != caller.UserId,
            MayResetTwoFactor = rights.Allows(caller, Permissions.DisableTwoFactorAuthenticationForUsers, user),
            IsOwn = id == caller.UserId,
        };
}
