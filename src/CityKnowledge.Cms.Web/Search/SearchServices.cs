using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Web.Search.Api;
using CityKnowledge.Cms.Web.Search.Documents;
using CityKnowledge.Cms.Web.Search.Indexes;
using CityKnowledge.Cms.Web.Search.Pages;
using CityKnowledge.Cms.Web.Search.Queries;

namespace CityKnowledge.Cms.Web.Search;

/// <summary>Adds the search: indexes that follow the content, the query API and the search page.</summary>
internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<VocabularySource>();
        services.AddSingleton<FullText>();
        services.AddSingleton<DocumentMaker>();
        services.AddSingleton<IndexRuleMaker>();
        services.AddSingleton<IndexFolders>();
        services.AddSingleton<IndexedItems>();
        services.AddSingleton<IndexWriting>();
        services.AddSingleton<SearchIndexes>();
        services.AddSingleton<IndexWatch, IndexStates>();
        services.AddHostedService<IndexKeeper>();
        services.AddSingleton<JsonSearch>();
        services.AddSingleton<QueryTemplates>();
        services.AddSingleton<LuceneApi.Runner>();
        services.AddSingleton<StoredQueries>();
        services.AddSingleton<NamedQueryRunner, LuceneQueries>();
        services.AddSingleton<PageSearch>();
        services.AddSingleton<PageModel>();
        // "Not ready yet" is an answer for whoever asked, not an error for the log.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        services.AddHealthChecks().AddCheck<SearchReadiness>("search", tags: [SearchReadiness.Tag]);
        return services;
    }

    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapLuceneApi();
        routes.MapQueriesApi();
        routes.MapSearchPage();
        return routes;
    }
}
