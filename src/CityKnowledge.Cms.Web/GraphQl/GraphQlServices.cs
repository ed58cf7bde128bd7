using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Http;
using CityKnowledge.Cms.Web.GraphQl.Running;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.GraphQl;

/// <summary>The GraphQL door.</summary>
internal static class GraphQlServices
{
    public const string Path = "/api/graphql";

    public static IServiceCollection AddGraphQl(this IServiceCollection services, SettingReader settings, IHostEnvironment environment)
    {
        services.AddSingleton(GraphQlSettings.Read(settings, environment.IsDevelopment()));
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

    public static void MapGraphQl(this IEndpointRouteBuilder routes)
    {
        // One endpoint for all requests: a query needs no services of its own.
        var endpoint = new Lazy<GraphQlEndpoint>(routes.ServiceProvider.GetRequiredService<GraphQlEndpoint>);
        routes.Map(Path + "/{**rest}", context => endpoint.Value.AnswerAsync(context));
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment()) routes.MapExplorer();
    }
}
