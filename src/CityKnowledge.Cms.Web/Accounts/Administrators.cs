using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>Makes the first account of a site.</summary>
internal sealed class Administrators(ILookupNormalizer names, IPasswordHasher<UserRow> passwords)
{
    /// <summary>Adds the administrator to the session.</summary>
    /// <returns>The token of a one-time sign-in link when no password is given; else null.</returns>
    public async Task<string?> AddAsync(ContentSession session, string id, string name, string email, string password)
    {
        var user = new UserRow
        {
            Id = id,
            UserName = name,
            NormalizedUserName = names.NormalizeName(name),
            Email = email,
            NormalizedEmail = names.NormalizeEmail(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            RoleNames = [Caller.AdministratorRole],
        };
        if (password.Length > 0) user.PasswordHash = passwords.HashPassword(user, password);
        await session.Db.Users.AddAsync(user);
        return password.Length > 0 ? null : OneTimeLinks.Add(session.Db, id, OneTimePurpose.SignInLink);
    }
}
