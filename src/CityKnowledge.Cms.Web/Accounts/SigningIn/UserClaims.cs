using System.Security.Claims;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CityKnowledge.Cms.Web.Accounts.SigningIn;

/// <summary>Puts the roles of a user into the cookie at sign-in.</summary>
internal sealed class UserClaims(UserManager<UserRow> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<UserRow>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(UserRow user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(user.RoleNames.Select(role => new Claim(ClaimTypes.Role, role)));
        return identity;
    }
}
