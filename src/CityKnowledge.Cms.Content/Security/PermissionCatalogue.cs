using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Security;

/// <summary>A permission as people read it.</summary>
/// <param name="Description">In English, which is the key of the translations.</param>
/// <param name="Type">The content type it is about, or null.</param>
public sealed record PermissionEntry(string Name, string Description, string? Type = null);

/// <summary>Permissions that are shown together.</summary>
public sealed record PermissionGroup(string Title, IReadOnlyList<PermissionEntry> Entries);

/// <summary>Every permission this site checks, grouped for people: the general ones, and those of each content type.</summary>
public sealed class PermissionCatalogue(TypeCatalogue types)
{
    private static readonly (string Permission, string Description)[] OfContent =
    [
        (Permissions.ViewContent, "See published content"),
        ("ViewOwnContent", "See own published content"),
        (Permissions.ListContent, "See the list of content"),
        (Permissions.EditContent, "Write and change drafts"),
        ("EditOwnContent", "Write and change own drafts"),
        (Permissions.PublishContent, "Publish and unpublish"),
        ("PublishOwnContent", "Publish and unpublish own content"),
        (Permissions.DeleteContent, "Delete"),
        (Permissions.DeleteOwnContent, "Delete own content"),
        (Permissions.PreviewContent, "Preview drafts"),
        ("PreviewOwnContent", "Preview own drafts"),
        (Permissions.CloneContent, "Copy"),
        ("CloneOwnContent", "Copy own content"),
        (Permissions.EditContentOwner, "Change owner and date of creation"),
    ];

    private static readonly PermissionGroup[] General =
    [
        new("Administration",
        [
            new(Permissions.SiteOwner, "Everything, as the administrator"),
            new(Permissions.AccessAdminPanel, "Enter the administration"),
            new(Permissions.ManageSettings, "Change the settings of the site"),
            new(Permissions.ApplyTheme, "Choose the theme"),
            new(Permissions.ManageRecipes, "Run recipes"),
            new(Permissions.ViewAuditTrail, "Read the audit trail"),
        ]),
        new("Content of every type", [.. OfContent.Select(entry => new PermissionEntry(entry.Permission, entry.Description))]),
        new("Structure",
        [
            new(Permissions.ViewContentTypes, "See content types"),
            new(Permissions.EditContentTypes, "Change content types"),
            new(Permissions.ManageTaxonomy, "Change taxonomies"),
            new(Permissions.WriteLiquid, "Write Liquid in texts that are not cleaned"),
        ]),
        new("Media",
        [
            new(Permissions.ViewMediaContent, "See media files"),
            new(Permissions.ManageMediaContent, "Use and upload media files"),
            new(Permissions.ManageOwnMediaContent, "Change own media files"),
            new(Permissions.ManageOthersMediaContent, "Change media files of others"),
            new(Permissions.ManageMediaFolder, "Change every folder of the media library"),
        ]),
        new("Users and roles",
        [
            new(Permissions.ManageUsers, "Invite and change users"),
            new(Permissions.ViewUsers, "See a user"),
            new(Permissions.ListUsers, "See the list of users"),
            new(Permissions.EditUsers, "Change users"),
            new(Permissions.DeleteUsers, "Delete users"),
            new(Permissions.AssignRoleToUsers, "Give roles to users"),
            new(Permissions.DisableTwoFactorAuthenticationForUsers, "Take the second step of a user away"),
            new(Permissions.ManageRoles, "Change roles"),
        ]),
        new("Programs and search",
        [
            new(Permissions.ExecuteGraphQL, "Read through GraphQL"),
            new(Permissions.ExecuteGraphQLMutations, "Write through GraphQL"),
            new(Permissions.QuerySearchIndex, "Search"),
            new(Permissions.QueryLuceneApi, "Search through the Lucene API"),
            new(Permissions.ManageLuceneIndexes, "Rebuild search indexes"),
        ]),
    ];

    /// <summary>General permissions first, then one group for each content type that has permissions of its own.</summary>
    public IReadOnlyList<PermissionGroup> Groups =>
    [
        .. General,
        .. types.Current.Types.Where(type => type.Settings.Get<ContentTypeSettings>().Securable).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture).Select(type => new PermissionGroup(
            type.DisplayName,
            [.. OfContent.Select(entry => new PermissionEntry(Permissions.ForType(entry.Permission, type.Name), entry.Description, type.Name))])),
    ];

    /// <summary>Whether the caller holds the permission of a type, also through the general form.</summary>
    internal static bool Holds(Access access, Caller caller, PermissionEntry entry) => entry.Type is null
        ? access.Allows(caller, entry.Name)
        : access.AllowsType(caller, GeneralOf(entry), entry.Type);

    /// <summary>The granted permission that implies this one, or null. A permission does not imply itself.</summary>
    public static string? FindReason(PermissionEntry entry, IReadOnlySet<string> granted)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(granted);
        if (entry.Name != Permissions.SiteOwner && granted.Contains(Permissions.SiteOwner)) return Permissions.SiteOwner;
        if (entry.Type is null) return Permissions.ImpliersOf(entry.Name).FirstOrDefault(granted.Contains);
        var general = GeneralOf(entry);
        return Permissions.ImpliersOf(general).Prepend(general)
            .SelectMany(name => new[] { name, Permissions.ForType(name, entry.Type) })
            .FirstOrDefault(name => name != entry.Name && granted.Contains(name));
    }

    private static string GeneralOf(PermissionEntry entry) =>
        OfContent.First(known => Permissions.ForType(known.Permission, entry.Type!) == entry.Name).Permission;
}
