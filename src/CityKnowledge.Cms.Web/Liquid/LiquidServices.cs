using CityKnowledge.Cms.Web.Html;
using CityKnowledge.Cms.Web.Liquid.Caching;
using CityKnowledge.Cms.Web.Liquid.Filters;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using CityKnowledge.Cms.Web.Liquid.Themes;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>Registers the theme engine; filters and tags are found by type.</summary>
internal static class LiquidServices
{
    public static IServiceCollection AddLiquid(this IServiceCollection services)
    {
        services.AddAntiforgery();
        services.AddSingleton<RichText>();
        services.AddSingleton<ContentClock>();
        services.AddSingleton<BlockCache>();
        services.AddSingleton<ThemeParser>();
        services.AddSingleton<ThemeBuilder>();
        services.AddSingleton<ActiveTheme>();
        services.AddSingleton<ThemePreviews>();
        services.AddSingleton<LiquidText>();
        services.AddSingleton<ItemText>();
        services.AddSingleton<PartShapes>();
        services.AddSingleton<ListedItems>();
        services.AddSingleton<ShapeRenderer>();
        services.AddSingleton<ThemeRenderer>();
        services.AddSingleton<DraftPages>();
        return services;
    }
}
