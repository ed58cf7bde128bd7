using CityKnowledge.Cms.Content.Changes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Content.Types;
using Microsoft.Extensions.DependencyInjection;

namespace CityKnowledge.Cms.Content;

/// <summary>Registers what a CMS is; field kinds, part kinds and consumers are registered by who brings them.</summary>
public static class ContentServices
{
    public static IServiceCollection AddContent(this IServiceCollection services, CacheSettings cache)
    {
        services.AddSingleton(cache);
        services.AddSingleton<FieldKinds>();
        services.AddSingleton<PartKinds>();
        services.AddSingleton<LiquidPattern>();
        services.AddSingleton<FieldKeys>();
        services.AddSingleton<TypeCatalogue>();
        services.AddSingleton<Access>();
        services.AddSingleton<PermissionCatalogue>();
        services.AddSingleton<RoleEditor>();
        services.AddSingleton<ItemCheck>();
        services.AddSingleton<ItemIndexer>();
        services.AddSingleton<SessionParts>();
        services.AddSingleton<ContentSessions>();
        services.AddSingleton<ContentReader>();
        services.AddSingleton<ContentEditor>();
        services.AddSingleton<ListCache>();
        services.AddSingleton<ContentQueries>();
        services.AddSingleton<ContentPages>();
        services.AddSingleton<ContainedQueries>();
        services.AddSingleton<TaxonomyReader>();
        services.AddSingleton<MediaNotes>();
        services.AddSingleton<MediaLibrary>();
        services.AddSingleton<MediaUse>();
        services.AddSingleton<MediaRights>();
        services.AddSingleton<MediaCleaning>();
        services.AddSingleton<MediaIntake>();
        services.AddSingleton<MediaEditor>();
        services.AddSingleton<MediaToken>();
        services.AddSingleton<Pictures>();
        services.AddSingleton<ContentStart>();
        services.AddHostedService<ChangeRunner>();
        services.AddHostedService<Schedule>();
        return services;
    }
}
