namespace CityKnowledge.Cms.Content.Security;

/// <summary>Who asks: a visitor, a signed-in user, or the system itself.</summary>
/// <param name="UserId">Null for a visitor.</param>
/// <param name="Roles">Names of the roles held besides the implicit ones.</param>
public sealed record Caller(string? UserId, string? UserName, IReadOnlyList<string> Roles)
{
    public const string AdministratorRole = "Administrator";
    public const string AuthenticatedRole = "Authenticated";
    public const string AnonymousRole = "Anonymous";

    public static Caller Visitor { get; } = new(null, null, []);

    /// <summary>The site's own work: set-up, recipes run at start, background tasks.</summary>
    public static Caller Site { get; } = new(null, null, [AdministratorRole]);

    public bool IsAdministrator => Roles.Contains(AdministratorRole, StringComparer.OrdinalIgnoreCase);
}
