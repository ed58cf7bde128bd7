using System.Text.Json;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary><c>?</c> stands for one character, <c>*</c> for any number of them.</summary>
internal sealed class WildcardClause : Clause
{
    public override string Name => "wildcard";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, options, here) = ClauseReader.OneField(body, at);
        var pattern = ClauseReader.Text(ClauseReader.Value(options, here, "value", "wildcard"), here);
        return ClauseReader.Boosted(Patterns.Wildcard(field, reader.Folded(field, pattern), here), options, here);
    }
}

/// <summary>A regular expression that the whole value has to match.</summary>
internal sealed class RegexpClause : Clause
{
    public override string Name => "regexp";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, options, here) = ClauseReader.OneField(body, at);
        var pattern = ClauseReader.Text(ClauseReader.Value(options, here, "value"), here);
        return ClauseReader.Boosted(Patterns.Regexp(field, pattern, here), options, here);
    }
}
