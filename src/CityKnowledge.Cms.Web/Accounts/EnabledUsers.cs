using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>Signs in those whose account is enabled, and ends the sessions of those whose account was disabled.</summary>
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

    public override async Task<bool> ValidateSecurityStampAsync(UserRow? user, string? securityStamp) =>
        user is { IsEnabled: true } && await base.ValidateSecurityStampAsync(user, securityStamp);
}
