using Microsoft.Extensions.FileProviders;

namespace CityKnowledge.Cms.Web.GraphQl.Http;

/// <summary>GraphiQL at <c>/Admin/GraphQL</c>, for development: a page to write queries in, with help from the schema.</summary>
internal static class Explorer
{
    private const string Path = "/Admin/GraphQL";

    private const string Page = $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width">
          <title>GraphQL</title>
          <link rel="stylesheet" href="{Path}/graphiql.css">
        </head>
        <body>
          <div id="graphiql">Loading…</div>
          <script src="{Path}/graphiql.js"></script>
        </body>
        </html>
        """;

    public static void MapExplorer(this IEndpointRouteBuilder routes)
    {
        // Bundles lie beside the program, whatever folder the site's own files are in.
        var bundles = new PhysicalFileProvider(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", "admin", "dist"));
        routes.MapGet(Path, () => Results.Content(Page, "text/html; charset=utf-8"));
        routes.MapGet(Path + "/graphiql.css", () => Results.Stream(bundles.GetFileInfo("graphiql.css").CreateReadStream(), "text/css"));
        routes.MapGet(Path + "/graphiql.js", () => Results.Stream(bundles.GetFileInfo("graphiql.js").CreateReadStream(), "text/javascript"));
    }
}
