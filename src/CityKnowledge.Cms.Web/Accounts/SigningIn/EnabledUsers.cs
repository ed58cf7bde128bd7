using System.Security.Claims;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CityKnowledge.Cms.Web.Accounts.SigningIn;

/// <summary>Signs in those whose account is enabled.</summary>
internal sealed class EnabledUsers(
    UserManager<UserRow> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<UserRow> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<UserRow>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<UserRow> confirmation)
    : SignInManager<UserRow>(users, context, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(UserRow user) => user.IsEnabled && await base.CanSignInAsync(user);

    /// <summary>Signs in whose password was right, or asks for the second step.</summary>
    public Task<SignInResult> EnterAsync(UserRow user, bool isPersistent) => SignInOrTwoFactorAsync(user, isPersistent);

    /// <summary>Signs in whose second step or passkey was right.</summary>
    /// <param name="method">How it was proved, in the words of RFC 8176.</param>
    public async Task EnterProvenAsync(UserRow user, bool isPersistent, string method)
    {
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInWithClaimsAsync(user, isPersistent, [new Claim("amr", method)]);
    }
}
