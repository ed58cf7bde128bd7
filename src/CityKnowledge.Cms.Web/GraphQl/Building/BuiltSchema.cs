using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Content.Types;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>A schema, the content types it was made from, and the documents that were found valid for it.</summary>
/// <param name="RootTypes">Content types by the root field that lists them.</param>
internal sealed record BuiltSchema(ContentTypes Source, ISchema Schema, IReadOnlyDictionary<string, string> RootTypes)
{
    private const int LongestKept = 10_000;
    private readonly ConcurrentLru<string, GraphQLDocument> documents = new(500);

    public GraphQLDocument? FindValid(string query) => documents.TryGet(query, out var document) ? document : null;

    public void KeepValid(string query, GraphQLDocument document)
    {
        if (query.Length <= LongestKept) documents.AddOrUpdate(query, document);
    }
}
