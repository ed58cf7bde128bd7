using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts.Editing;

namespace CityKnowledge.Cms.Web.Admin.Users;

/// <summary>What the form about a user shows.</summary>
/// <param name="Roles">Those the editor may give.</param>
/// <param name="OtherRoles">Held by the user and not the editor's to take away.</param>
internal sealed record UserForm(string? UserName, string? Email, IReadOnlyList<string> Chosen, IReadOnlyList<Role> Roles, IReadOnlyList<string> OtherRoles)
{
    public static UserForm Of(string? userName, string? email, IReadOnlyList<string?> chosen, IReadOnlyList<Role> assignable, IReadOnlyList<string> held) => new(
        userName,
        email,
        [.. chosen.OfType<string>()],
        assignable,
        [.. held.Where(name => !assignable.Any(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase)))]);

    public bool Has(Role role) => Chosen.Contains(role.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The form as the editor of accounts takes it. An empty value, which every posted list begins with, is read as null.</summary>
    public static UserInput Read(string? userName, string? email, IReadOnlyList<string?> roles) =>
        new(userName?.Trim() ?? "", email?.Trim() ?? "", [.. roles.OfType<string>()]);
}
