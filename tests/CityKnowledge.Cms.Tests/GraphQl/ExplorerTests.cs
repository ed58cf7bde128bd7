using System.Net;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class ExplorerTests
{
    [Fact]
    public async Task The_explorer_is_there_in_development()
    {
        await using var site = await Site.StartAsync(SiteSetup.Of(Recipe.Type("Note")).With("environment", "Development"));

        var page = await site.GetAsync("/Admin/GraphQL");

        Assert.Contains("/Admin/GraphQL/graphiql.js", page, StringComparison.Ordinal);
        Assert.Contains("/api/graphql", await site.GetAsync("/Admin/GraphQL/graphiql.js"), StringComparison.Ordinal);
        Assert.Contains(".graphiql-container", await site.GetAsync("/Admin/GraphQL/graphiql.css"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explorer_is_not_there_in_production()
    {
        await using var site = await Site.StartAsync(Recipe.Type("Note"));

        using var admin = await site.SignInAsync(Caller.AdministratorRole);
        using var answer = await admin.GetAsync("/Admin/GraphQL");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
