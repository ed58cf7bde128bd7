using CityKnowledge.Cms.Content.Audit;
using CityKnowledge.Cms.Content.Changes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
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
        services.AddDefinitions();
        services.AddSingleton<Access>();
        services.AddSingleton<ItemRights>();
        services.AddSingleton<PermissionCatalogue>();
        services.AddSingleton<RoleEditor>();
        services.AddSingleton<FieldRights>();
        services.AddSingleton<ItemCheck>();
        services.AddSingleton<ItemIndexer>();
        services.AddSingleton<SessionParts>();
        services.AddSingleton<ContentSessions>();
        services.AddSingleton<ContentReader>();
        services.AddSingleton<Containers>();
        services.AddSingleton<LiquidRights>();
        services.AddSingleton<SaveRights>();
        services.AddSingleton<ContentEditor>();
        services.AddSingleton<DraftReader>();
        services.AddSingleton<DraftLinks>();
        services.AddSingleton<ListCache>();
        services.AddSingleton<ContentQueries>();
        services.AddSingleton<ContentPages>();
        services.AddSingleton<ContainedQueries>();
        services.AddSingleton<PickableItems>();
        services.AddTaxonomies();
        services.AddMediaLibrary();
        services.AddSingleton<IndexEditor>();
        services.AddSingleton<SiteEditor>();
        services.AddSingleton<ContentStart>();
        services.AddLists();
        services.AddHostedService<ChangeRunner>();
        services.AddHostedService<Schedule>();
        return services;
    }

    private static void AddDefinitions(this IServiceCollection services)
    {
        services.AddSingleton<DefinitionChanges>();
        services.AddSingleton<DefinitionUse>();
        services.AddSingleton<DefinitionExport>();
        services.AddSingleton<TypeEditor>();
        services.AddSingleton<PartEditor>();
        services.AddSingleton<Reindexing>();
        services.AddSingleton<ChangeConsumer>(all => all.GetRequiredService<Reindexing>());
    }

    private static void AddTaxonomies(this IServiceCollection services)
    {
        services.AddSingleton<TaxonomyReader>();
        services.AddSingleton<TaxonomyChanges>();
        services.AddSingleton<TaxonomyEditor>();
        services.AddSingleton<TermUse>();
    }

    private static void AddMediaLibrary(this IServiceCollection services)
    {
        services.AddSingleton<MediaNotes>();
        services.AddSingleton<MediaLibrary>();
        services.AddSingleton<MediaUse>();
        services.AddSingleton<MediaRights>();
        services.AddSingleton<MediaCleaning>();
        services.AddSingleton<MediaIntake>();
        services.AddSingleton<MediaEditor>();
        services.AddSingleton<MediaToken>();
        services.AddSingleton<Pictures>();
    }

    private static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<People>();
        services.AddSingleton<TermFinder>();
        services.AddSingleton<ListRights>();
        services.AddSingleton<ListFilters>();
        services.AddSingleton<ContentLists>();
        services.AddSingleton<ContainedRows>();
        services.AddSingleton<ContainedItems>();
        services.AddSingleton<ContainerEditor>();
        services.AddSingleton<ScheduleKeys>();
        services.AddSingleton<ScheduledItems>();
        services.AddSingleton<ListCounts>();
        services.AddSingleton<ItemTitles>();
        services.AddSingleton<BinPages>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<ItemStories>();
    }
}
