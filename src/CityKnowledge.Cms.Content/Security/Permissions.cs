namespace CityKnowledge.Cms.Content.Security;

/// <summary>Orchard's permission names and what implies them.</summary>
public static class Permissions
{
    public const string SiteOwner = "SiteOwner";
    public const string AccessAdminPanel = "AccessAdminPanel";
    public const string ViewContent = "ViewContent";
    public const string ViewOwnContent = "ViewOwnContent";
    public const string EditContent = "EditContent";
    public const string EditContentOwner = "EditContentOwner";
    public const string WriteLiquid = "WriteLiquid";
    public const string PublishContent = "PublishContent";
    public const string DeleteContent = "DeleteContent";
    public const string DeleteOwnContent = "DeleteOwnContent";
    public const string PreviewContent = "PreviewContent";
    public const string CloneContent = "CloneContent";
    public const string ListContent = "ListContent";
    public const string ExecuteGraphQL = "ExecuteGraphQL";
    public const string ExecuteGraphQLMutations = "ExecuteGraphQLMutations";
    public const string QueryLuceneApi = "QueryLuceneApi";
    public const string QuerySearchIndex = "QuerySearchIndex";
    public const string ManageLuceneIndexes = "ManageLuceneIndexes";
    public const string ManageRecipes = "ManageRecipes";
    public const string ManageSettings = "ManageSettings";
    public const string ApplyTheme = "ApplyTheme";

    public const string ManageMediaContent = "ManageMediaContent";
    public const string ManageOwnMediaContent = "ManageOwnMediaContent";
    public const string ManageOthersMediaContent = "ManageOthersMediaContent";
    public const string ManageMediaFolder = "ManageMediaFolder";
    public const string ViewMediaContent = "ViewMediaContent";
    public const string ManageTaxonomy = "ManageTaxonomy";
    public const string ViewAuditTrail = "ViewAuditTrail";
    public const string ViewContentTypes = "ViewContentTypes";
    public const string EditContentTypes = "EditContentTypes";

    public const string ManageUsers = "ManageUsers";
    public const string ViewUsers = "View Users";
    public const string ListUsers = "ListUsers";
    public const string EditUsers = "EditUsers";
    public const string DeleteUsers = "DeleteUsers";
    public const string AssignRoleToUsers = "AssignRoleToUsers";
    public const string DisableTwoFactorAuthenticationForUsers = "DisableTwoFactorAuthenticationForUsers";
    public const string ManageRoles = "ManageRoles";

    private static readonly Dictionary<string, string[]> ImpliedBy = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EditContent"] = ["PublishContent"],
        ["EditOwnContent"] = ["EditContent", "PublishOwnContent"],
        ["PublishOwnContent"] = ["PublishContent"],
        [DeleteOwnContent] = [DeleteContent],
        ["ViewContent"] = ["EditContent"],
        ["ViewOwnContent"] = ["ViewContent"],
        ["CloneContent"] = ["EditContent"],
        ["CloneOwnContent"] = ["CloneContent"],
        ["PreviewContent"] = ["EditContent", "PublishContent"],
        ["PreviewOwnContent"] = ["PreviewContent"],
        ["ExecuteGraphQL"] = ["ExecuteGraphQLMutations"],
        [ManageMediaContent] = [ManageOwnMediaContent],
        [ManageOwnMediaContent] = [ManageOthersMediaContent],
        [ManageOthersMediaContent] = [ManageMediaFolder],
        ["ViewMediaContent"] = ["ManageMediaContent"],
        ["ViewContentTypes"] = ["EditContentTypes"],
        [ViewUsers] = [ManageUsers],
        [EditUsers] = [ManageUsers],
        [DeleteUsers] = [ManageUsers],
        [ListUsers] = [EditUsers, DeleteUsers],
        [AssignRoleToUsers] = [EditUsers],
        [DisableTwoFactorAuthenticationForUsers] = [ManageUsers],
        ["QueryLuceneApi"] = ["ManageLuceneIndexes"],
        ["QuerySearchIndex"] = ["ManageLuceneIndexes"],
    };

    /// <summary>The permission for one type: <c>ViewContent</c>, <c>Practice</c> → <c>View_Practice</c>; ListContent keeps its name.</summary>
    public static string ForType(string permission, string type) =>
        permission == ListContent ? $"{permission}_{type}"
        : permission.EndsWith("Content", StringComparison.Ordinal) ? $"{permission[..^"Content".Length]}_{type}"
        : $"{permission}_{type}";

    /// <summary>Every permission that implies this one, nearest first.</summary>
    public static IEnumerable<string> ImpliersOf(string permission) =>
        ImpliedBy.TryGetValue(permission, out var stronger) ? stronger.Concat(stronger.SelectMany(ImpliersOf)).Distinct(StringComparer.OrdinalIgnoreCase) : [];

    /// <summary>Whether one of the granted permissions is this one or implies it.</summary>
    public static bool Satisfied(string permission, IReadOnlySet<string> granted)
    {
        ArgumentNullException.ThrowIfNull(granted);
        return granted.Contains(permission) || granted.Contains(SiteOwner)
            || (ImpliedBy.TryGetValue(permission, out var stronger) && stronger.Any(name => Satisfied(name, granted)));
    }

    /// <summary>Whether the granted permissions allow it for a type, by the general form or the form of that type.</summary>
    public static bool SatisfiedForType(string permission, string type, IReadOnlySet<string> granted)
    {
        ArgumentNullException.ThrowIfNull(granted);
        return granted.Contains(permission) || granted.Contains(SiteOwner) || granted.Contains(ForType(permission, type))
            || (ImpliedBy.TryGetValue(permission, out var stronger) && stronger.Any(name => SatisfiedForType(name, type, granted)));
    }
}
