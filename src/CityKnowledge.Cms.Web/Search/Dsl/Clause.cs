using System.Text.Json;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>One kind of clause of the JSON query language.</summary>
internal abstract class Clause
{
    /// <summary>The member under which it is written.</summary>
    public abstract string Name { get; }

    /// <summary>Makes the query.</summary>
    /// <param name="body">What stands under the name.</param>
    /// <param name="at">Where that is, for messages.</param>
    public abstract Query Read(JsonElement body, ClauseReader reader, string at);

    /// <summary>Every kind of clause.</summary>
    public static IReadOnlyList<Clause> All { get; } =
    [
        new BoolClause(), new MatchAllClause(), new MatchClause(), new MatchPhraseClause(), new TermClause(), new TermsClause(),
        new PrefixClause(), new WildcardClause(), new RegexpClause(), new FuzzyClause(), new RangeClause(), new QueryStringClause(),
        new SimpleQueryStringClause(), new GeoDistanceClause(), new GeoBoundingBoxClause(),
    ];
}
