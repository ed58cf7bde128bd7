using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Http;
using CityKnowledge.Cms.Web.GraphQl.Running;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.GraphQl;

/// <summary>The GraphQL door.</summary>
internal static class GraphQlServices
{
    public const string Path = "/api/graphql";

    public static IServiceCollection AddGraphQl(this IServiceCollection services)
    {
        services.AddSingleton(all => GraphQlSettings.Read(
            all.GetRequiredService<SettingReader>(), all.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.AddSingleton<SchemaBlocks>();
        services.AddSingleton<SchemaSources>();
        services.AddSingleton<SchemaBuilder>();
        services.AddSingleton<SchemaSource>();
        services.AddSingleton<QuerySources>();
        services.AddSingleton<QueryRunner>();
        services.AddSingleton<ResponseWriting>();
        services.AddSingleton<GraphQlEndpoint>();
        services.AddHostedService<SchemaWarmUp>();
        return services;
    }

    public static void MapGraphQl(this IEndpointRouteBuilder routes) =>
        routes.Map(Path + "/{**rest}", routes.ServiceProvider.GetRequiredService<GraphQlEndpoint>().AnswerAsync);
}
