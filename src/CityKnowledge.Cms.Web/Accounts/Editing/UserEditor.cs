using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>Makes and changes accounts in the name of a caller: checks the right first, then does it in one transaction.</summary>
internal sealed class UserEditor(AccountChanges changes, UserRights rights, UserCheck check)
{
    /// <summary>Makes an account without password; its owner chooses one with the link of the invitation.</summary>
    public async Task<UserResult> InviteAsync(Caller caller, UserInput input)
    {
        rights.Demand(caller, Permissions.ManageUsers);
        await using var change = await changes.BeginAsync(caller);
        var user = new UserRow { Id = ContentId.New(), LockoutEnabled = true };
        if (await FillAsync(change, caller, user, input, isNew: true) is { Count: > 0 } problems) return new UserResult(null, problems);
        var made = await change.Users.CreateAsync(user);
        if (!made.Succeeded) return check.Explain(made);
        change.Note("Invited", user, Describe(user));
        await change.CommitAsync(user);
        return new UserResult(user.Id, []);
    }

    /// <summary>Changes name, mail address and roles. All sessions of the user end.</summary>
    /// <param name="stamp">Of the form: what was changed since is not overwritten.</param>
    /// <returns>Null when there is no such user.</returns>
    /// <exception cref="Storage.StaleVersionException">Someone else changed the user since.</exception>
    public async Task<UserResult?> SaveAsync(Caller caller, string id, string? stamp, UserInput input)
    {
        await using var change = await changes.BeginAsync(caller);
        if (await FindAsync(change, caller, Permissions.EditUsers, id) is not { } user) return null;
        if (user.ConcurrencyStamp != stamp) throw new Storage.StaleVersionException(id);
        if (await FillAsync(change, caller, user, input, isNew: false) is { Count: > 0 } problems) return new UserResult(null, problems);
        if (await check.FindLastAdministratorProblemAsync(change.Db, user) is { } last) return UserResult.Failed(last);
        return await UpdateAsync(change, user, "Updated", Describe(user)) ?? new UserResult(id, []);
    }

    /// <summary>Lets the user sign in, or not any more; then all sessions of the user end.</summary>
    /// <returns>Null when there is no such user.</returns>
    public async Task<UserResult?> EnableAsync(Caller caller, string id, bool enabled)
    {
        await using var change = await changes.BeginAsync(caller);
        if (await FindAsync(change, caller, Permissions.EditUsers, id) is not { } user) return null;
        if (!enabled && id == caller.UserId) return UserResult.Failed(check.OwnAccount());
        user.IsEnabled = enabled;
        if (await check.FindLastAdministratorProblemAsync(change.Db, user) is { } last) return UserResult.Failed(last);
        return await UpdateAsync(change, user, enabled ? "Enabled" : "Disabled") ?? new UserResult(id, []);
    }

    /// <summary>Takes the second step and all passkeys of a user away, who lost the device with them.</summary>
    /// <returns>Null when there is no such user.</returns>
    public async Task<UserResult?> ResetTwoFactorAsync(Caller caller, string id)
    {
        await using var change = await changes.BeginAsync(caller);
        if (await FindAsync(change, caller, Permissions.DisableTwoFactorAuthenticationForUsers, id) is not { } user) return null;
        await SecondStep.RemoveAsync(change, user);
        await change.Db.UserPasskeys.Where(row => row.UserId == id).ExecuteDeleteAsync();
        return await UpdateAsync(change, user, "TwoFactorReset") ?? new UserResult(id, []);
    }

    /// <summary>Ends all sessions of a user.</summary>
    /// <returns>Null when there is no such user.</returns>
    public async Task<UserResult?> SignOutEverywhereAsync(Caller caller, string id)
    {
        await using var change = await changes.BeginAsync(caller);
        if (await FindAsync(change, caller, Permissions.EditUsers, id) is not { } user) return null;
        return await UpdateAsync(change, user, "SignedOutEverywhere") ?? new UserResult(id, []);
    }

    /// <summary>Deletes the account; what its owner wrote stays.</summary>
    /// <returns>Null when there is no such user.</returns>
    public async Task<UserResult?> DeleteAsync(Caller caller, string id)
    {
        await using var change = await changes.BeginAsync(caller);
        if (await FindAsync(change, caller, Permissions.DeleteUsers, id) is not { } user) return null;
        if (id == caller.UserId) return UserResult.Failed(check.OwnAccount());
        user.IsEnabled = false;
        if (await check.FindLastAdministratorProblemAsync(change.Db, user) is { } last) return UserResult.Failed(last);
        var deleted = await change.Users.DeleteAsync(user);
        if (!deleted.Succeeded) return check.Explain(deleted);
        change.Note("Deleted", user);
        await change.CommitAsync(user);
        return new UserResult(id, []);
    }

    private async Task<UserRow?> FindAsync(AccountChange change, Caller caller, string permission, string id)
    {
        rights.Demand(caller, permission);
        if (await change.FindAsync(id) is not { } user) return null;
        rights.Demand(caller, permission, user);
        return user;
    }

    private async Task<IReadOnlyList<AccountProblem>> FillAsync(AccountChange change, Caller caller, UserRow user, UserInput input, bool isNew)
    {
        var mailChanges = !string.Equals(user.Email, input.Email, StringComparison.Ordinal);
        if (isNew || mailChanges) user.EmailConfirmed = false;
        // A link that waits in the former mailbox must not open the account of the new one.
        if (mailChanges && !isNew) await OneTimeLinks.RemoveAsync(change.Db, user.Id, OneTimePurpose.Invitation, OneTimePurpose.Reset);
        (user.UserName, user.Email) = (input.UserName, input.Email);
        var assignable = rights.AssignableRoles(caller, isNew ? null : user.Id).Select(role => role.Name).ToList();
        var kept = user.RoleNames.Where(name => !assignable.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (input.RoleNames.Except(assignable, StringComparer.OrdinalIgnoreCase).Any()) throw new ForbiddenException(Permissions.AssignRoleToUsers);
        user.RoleNames = [.. kept, .. assignable.Where(name => input.RoleNames.Contains(name, StringComparer.OrdinalIgnoreCase))];
        return await check.FindProblemsAsync(change.Db, user);
    }

    private async Task<UserResult?> UpdateAsync(AccountChange change, UserRow user, string happened, string? detail = null)
    {
        AccountChange.EndSessions(user);
        var saved = await change.Users.UpdateAsync(user);
        if (!saved.Succeeded) return check.Explain(saved);
        change.Note(happened, user, detail);
        await change.CommitAsync(user);
        return null;
    }

    private static string Describe(UserRow user) => $"{user.Email}; {(user.RoleNames.Count == 0 ? "-" : string.Join(", ", user.RoleNames))}";
}
