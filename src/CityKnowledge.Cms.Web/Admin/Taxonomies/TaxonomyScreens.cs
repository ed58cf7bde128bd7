namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>What the screens of taxonomies need.</summary>
internal static class TaxonomyScreens
{
    public static IServiceCollection AddTaxonomyScreens(this IServiceCollection services) => services.AddSingleton<TermForm>();
}
