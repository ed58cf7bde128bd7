namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>
/// The steps Orchard Core knows (its 3.0 line). Those that are not built here are skipped with a warning, so that
/// recipes made for Orchard run; every other name is a mistake.
/// </summary>
internal static class OrchardSteps
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "feature", "themes", "settings", "ContentDefinition", "ReplaceContentDefinition", "DeleteContentDefinition",
        "content", "Roles", "Users", "custom-user-settings", "custom-settings", "Layers", "AdminMenu", "Queries",
        "Templates", "AdminTemplates", "ShortcodeTemplates", "Placements", "media", "MediaProfiles", "WorkflowType",
        "lucene-index", "lucene-index-rebuild", "lucene-index-reset",
        "ElasticIndexSettings", "elastic-index-rebuild", "elastic-index-reset",
        "azureai-index-create", "azureai-index-rebuild", "azureai-index-reset",
        "CreateOrUpdateIndexProfile", "RebuildIndex", "ResetIndex",
        "Sitemaps", "FeatureProfiles", "recipes", "command", "deployment", "DynamicDataTranslations", "UrlRewriting",
        "OpenIdApplication", "OpenIdScope", "OpenIdServerSettings", "OpenIdValidationSettings", "OpenIdClientSettings",
        "FacebookCoreSettings", "FacebookLoginSettings", "GitHubAuthenticationSettings", "MicrosoftAccountSettings",
        "AzureADSettings", "TwitterSettings",
    };

    public static bool Contains(string name) => Names.Contains(name);
}
