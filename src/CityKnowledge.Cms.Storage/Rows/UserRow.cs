using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Storage.Rows;

/// <summary>A person who can sign in.</summary>
public sealed class UserRow : IdentityUser
{
    public bool IsEnabled { get; set; } = true;

    /// <summary>Names of the roles held besides the implicit ones.</summary>
    public List<string> RoleNames { get; set; } = [];
}
