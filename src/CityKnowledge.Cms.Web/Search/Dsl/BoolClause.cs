using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>Joins clauses.</summary>
internal sealed class BoolClause : Clause
{
    public override string Name => "bool";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        if (body.ValueKind != JsonValueKind.Object) throw ClauseReader.Problem(at, "expected an object");
        var joined = new BooleanQuery();
        var filters = new BooleanQuery();
        foreach (var member in body.EnumerateObject())
        {
            var here = $"{at}.{member.Name}";
            switch (member.Name)
            {
                case "must": Add(joined, member.Value, Occur.MUST, reader, here); break;
                case "must_not" or "mustnot": Add(joined, member.Value, Occur.MUST_NOT, reader, here); break;
                case "should": Add(joined, member.Value, Occur.SHOULD, reader, here); break;
                case "filter": Add(filters, member.Value, Occur.MUST, reader, here); break;
                case "minimum_should_match": joined.MinimumNumberShouldMatch = ClauseReader.Whole(member.Value, here, 0, BooleanQuery.MaxClauseCount); break;
                case "boost": break;
                default: throw ClauseReader.Problem(here, "unknown member. Known: must, must_not, should, filter, boost, minimum_should_match");
            }
        }

        return ClauseReader.Boosted(Join(joined, filters, body), body, at);
    }

    private static Query Join(BooleanQuery joined, BooleanQuery filters, JsonElement body)
    {
        // "Not this" alone means "everything but this".
        if (joined.Clauses.Count > 0 && joined.Clauses.All(clause => clause.Occur == Occur.MUST_NOT)) joined.Add(new MatchAllDocsQuery(), Occur.MUST);
        if (filters.Clauses.Count == 0) return joined;
        var filter = new QueryWrapperFilter(filters);
        var onlyFilters = joined.Clauses.Count == 0 && body.Get("should").ValueKind == JsonValueKind.Undefined;
        return onlyFilters ? new ConstantScoreQuery(filter) : new FilteredQuery(joined, filter);
    }

    private static void Add(BooleanQuery query, JsonElement clauses, Occur occur, ClauseReader reader, string at)
    {
        if (clauses.ValueKind != JsonValueKind.Array)
        {
            query.Add(reader.Read(clauses, at), occur);
            return;
        }

        if (clauses.GetArrayLength() > BooleanQuery.MaxClauseCount) throw ClauseReader.Problem(at, $"there are more than {BooleanQuery.MaxClauseCount} clauses");
        var place = 0;
        foreach (var clause in clauses.EnumerateArray()) query.Add(reader.Read(clause, $"{at}[{place++}]"), occur);
    }
}
