using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>What must hold of every account that a form makes or changes.</summary>
internal sealed class UserCheck(ILookupNormalizer names, Words words)
{
    private const int LongestName = 100;

    public async Task<IReadOnlyList<AccountProblem>> FindProblemsAsync(StorageContext db, UserRow user)
    {
        var problems = new List<AccountProblem>();
        if (user.UserName is not { Length: > 0 and <= LongestName }) problems.Add(new AccountProblem("UserName", words["Enter a user name of at most {0} characters.", LongestName]));
        if (MailAddresses.Find(user.Email) is null) problems.Add(new AccountProblem("Email", words["Enter one mail address such as name@example.org."]));
        if (problems.Count > 0) return problems;
        // Each may be typed at sign-in, so neither may be the other's of someone else.
        string?[] given = [names.NormalizeName(user.UserName), names.NormalizeEmail(user.Email)];
        var others = await db.Users.AsNoTracking().Where(other => other.Id != user.Id && (given.Contains(other.NormalizedUserName) || given.Contains(other.NormalizedEmail)))
            .Select(other => new { other.NormalizedUserName, other.NormalizedEmail }).Take(10).ToListAsync();
        if (others.Any(other => other.NormalizedUserName == given[0] || other.NormalizedEmail == given[0])) problems.Add(new AccountProblem("UserName", words["Another user has this name."]));
        if (others.Any(other => other.NormalizedUserName == given[1] || other.NormalizedEmail == given[1])) problems.Add(new AccountProblem("Email", words["Another user has this mail address."]));
        return problems;
    }

    /// <summary>Says so when nobody could administer the site once this user is saved as it is now.</summary>
    public async Task<AccountProblem?> FindLastAdministratorProblemAsync(StorageContext db, UserRow user)
    {
        if (user.IsEnabled && user.RoleNames.Contains(Caller.AdministratorRole)) return null;
        var was = await db.Users.AsNoTracking().AnyAsync(row => row.Id == user.Id && row.IsEnabled && row.RoleNames.Contains(Caller.AdministratorRole));
        if (!was || await db.Users.AnyAsync(other => other.Id != user.Id && other.IsEnabled && other.RoleNames.Contains(Caller.AdministratorRole))) return null;
        return new AccountProblem("", words["This is the last administrator. Make someone else administrator first."]);
    }

    public AccountProblem OwnAccount() => new("", words["You cannot disable or delete your own account. Another administrator can."]);

    public UserResult Explain(IdentityResult result) =>
        UserResult.Failed([.. result.Errors.Select(error => new AccountProblem(error.Code.Contains("UserName", StringComparison.Ordinal) ? "UserName" : "", error.Description))]);
}
