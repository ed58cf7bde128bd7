using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Search.Documents;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>Reads <c>sort</c>: a field name, <c>{ "field": { "order", "type" } }</c>, or a list of those.</summary>
internal static class SortReader
{
    private const int MostFields = 8;

    /// <summary>Null when nothing is asked for.</summary>
    public static Sort? Read(JsonElement json, DocumentPlan plan)
    {
        if (json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        var fields = json.ValueKind == JsonValueKind.Array
            ? json.EnumerateArray().SelectMany((one, place) => Fields(one, plan, $"sort[{place}]")).ToArray()
            : Fields(json, plan, "sort").ToArray();
        if (fields.Length > MostFields) throw ClauseReader.Problem("sort", $"there are more than {MostFields} fields");
        return fields.Length == 0 ? null : new Sort(fields);
    }

    private static IEnumerable<SortField> Fields(JsonElement json, DocumentPlan plan, string at)
    {
        if (json.ValueKind == JsonValueKind.String) return [Field(json.GetString()!, null, false, plan, at)];
        if (json.ValueKind != JsonValueKind.Object) throw ClauseReader.Problem(at, "expected a field name or an object");
        return json.EnumerateObject().Select(member =>
        {
            var here = $"{at}.{member.Name}";
            var order = member.Value.ValueKind == JsonValueKind.String ? member.Value : member.Value.Get("order");
            return Field(member.Name, member.Value.Get("type").AsText(), IsDescending(order, here), plan, here);
        });
    }

    private static bool IsDescending(JsonElement order, string at) => order.AsText()?.ToLowerInvariant() switch
    {
        null or "asc" => false,
        "desc" => true,
        _ => throw ClauseReader.Problem(at, "expected the order 'asc' or 'desc'"),
    };

    private static SortField Field(string name, string? type, bool descending, DocumentPlan plan, string at)
    {
        if (name == "_score") return new SortField(null, SortFieldType.SCORE, descending);
        var field = new SortField(SortableName(name, plan), TypeOf(type, plan.KindOf(name), at), descending);
        // Items without the value come last, whichever way the list runs.
        if (field.Type == SortFieldType.INT64) field.SetMissingValue(descending ? long.MinValue : long.MaxValue);
        else if (field.Type == SortFieldType.DOUBLE) field.SetMissingValue(descending ? double.MinValue : double.MaxValue);
        else if (field.Type == SortFieldType.STRING && !descending) field.SetMissingValue(SortField.STRING_LAST);
        return field;
    }

    // Texts are cut into words; beside them stands the value by which they are sorted.
    private static string SortableName(string name, DocumentPlan plan)
    {
        if (name is ItemFields.DisplayText or ItemFields.DisplayTextKeyword) return ItemFields.DisplayTextNormalized;
        return plan.KindOf(name) == IndexedKind.Words ? name + ItemFields.KeywordSuffix : name;
    }

    private static SortFieldType TypeOf(string? type, IndexedKind? kind, string at) => kind switch
    {
        // What the definitions say is certain; a type written by hand only helps for fields they do not know.
        IndexedKind.Whole => SortFieldType.INT64,
        IndexedKind.Number => SortFieldType.DOUBLE,
        null => type?.ToLowerInvariant() switch
        {
            null or "" or "string" or "keyword" or "date" => SortFieldType.STRING,
            "int64" or "int32" or "int" or "integer" or "long" => SortFieldType.INT64,
            "double" or "single" or "float" or "number" => SortFieldType.DOUBLE,
            _ => throw ClauseReader.Problem(at, $"there is no sort type '{type}'. Known: string, int64, double"),
        },
        _ => SortFieldType.STRING,
    };
}
