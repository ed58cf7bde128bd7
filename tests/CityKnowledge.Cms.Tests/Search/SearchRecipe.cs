using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Tests.Search;

/// <summary>The recipe of the search tests: cities and practices with goals and countries, and notes that visitors may not see.</summary>
internal static class SearchRecipe
{
    public const string Ghent = "40c1ty0ghent000000000000b1";
    public const string Bogota = "40c1ty0b0g0ta0000000000002";
    public const string Tokyo = "40c1ty0t0ky000000000000003";
    public const string BikeStreets = "40pract1ce0b1kes0000000000";
    public const string BusLanes = "40pract1ce0bvs000000000000";
    public const string Secret = "40n0te0secret0000000000000";
    public const string Goals = "40tax0g0a1s000000000000000";
    public const string Target112 = "40term0112000000000000000a";
    public const string Goal11 = "40term011000000000000000aa";
    private const string Places = "40tax0p1aces00000000000000";
    private const string Belgium = "40term0be00000000000000000";
    private const string Colombia = "40term0c0000000000000000a0";
    private const string Japan = "40term0jp00000000000000000";

    /// <summary>Visitors may search and see cities and practices; programs may query.</summary>
    public const string Roles = """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Description": "", "Permissions": ["QuerySearchIndex", "View_City", "View_Practice"] },
          { "Name": "Authenticated", "Description": "", "Permissions": [] },
          { "Name": "Program", "Description": "", "Permissions": ["QueryLuceneApi", "ExecuteApi_CitiesByName"] },
          { "Name": "Insider", "Description": "", "Permissions": ["QueryLuceneApi", "ExecuteApiAll", "ViewContent"] } ] }
        """;

    public const string Index = """
        { "name": "lucene-index", "Indices": [ { "Knowledge": { "IndexLatest": false, "IndexedContentTypes": ["City", "Practice", "Note"], "Culture": "any", "StoreSourceData": false } } ] }
        """;

    public const string Queries = """
        { "name": "Queries", "Queries": [
          { "Source": "Lucene", "Name": "CitiesByName", "Index": "Knowledge", "Schema": "{\"type\":\"ContentItem/City\"}", "ReturnContentItems": true,
            "Template": "{\"query\":{\"term\":{\"Content.ContentItem.ContentType\":\"City\"}},\"sort\":\"Content.ContentItem.DisplayText.Normalized\",\"size\":{{ size | default: 10 }}}" },
          { "Source": "Lucene", "Name": "ByWord", "Index": "Knowledge", "ReturnContentItems": true,
            "Template": "{\"query\":{\"match\":{\"Content.ContentItem.FullText\":\"{{ word }}\"}},}" },
          { "Source": "Lucene", "Name": "Rows", "ReturnContentItems": false,
            "Properties": { "LuceneQueryMetadata": { "Index": "Knowledge", "Template": "{\"query\":{\"term\":{\"Content.ContentItem.ContentType\":\"Practice\"}}}" } } } ] }
        """;

    public static string[] Steps { get; } = [Definitions(), Roles, Index, Queries, .. Items()];

    public static string City(string id, string title, double population, double latitude, double longitude, string country = Belgium, string description = "") =>
        Recipe.Item("City", id, title, FormattableString.Invariant($$"""
            "City": { "Population": { "Value": {{population}} }, "Location": { "Latitude": {{latitude}}, "Longitude": {{longitude}} }, "Joined": { "Value": "2021-05-01T00:00:00Z" },
              "Country": { "TaxonomyContentItemId": "{{Places}}", "TermContentItemIds": ["{{country}}"] }, "Description": { "Markdown": {{JsonValue.Create(description).ToJsonString()}} } }
            """));

    public static string Practice(string id, string title, string summary, string city, double score) =>
        Recipe.Item("Practice", id, title, FormattableString.Invariant($$"""
            "Practice": { "Summary": { "Text": {{JsonValue.Create(summary).ToJsonString()}} }, "Score": { "Value": {{score}} }, "Open": { "Value": true }, "Tags": { "Values": ["safety", "Streets"] },
              "Cities": { "ContentItemIds": ["{{city}}"] }, "Targets": { "TaxonomyContentItemId": "{{Goals}}", "TermContentItemIds": ["{{Target112}}"] } }
            """));

    public static string Note(string id, string title, string text) =>
        Recipe.Item("Note", id, title, $$""" "Note": { "Text": { "Text": {{JsonValue.Create(text).ToJsonString()}} } } """);

    private static string[] Items() =>
    [
        Recipe.Content(
            Taxonomy(Goals, "sdg", "Goal", Term(Goal11, "Goal", "Sustainable cities", Goals, "11", "", Term(Target112, "Goal", "Transport for all", Goals, "11.2", ""))),
            Taxonomy(Places, "places", "Place",
                Term(Belgium, "Place", "Belgium", Places, "056", "BE"), Term(Colombia, "Place", "Colombia", Places, "170", "CO"), Term(Japan, "Place", "Japan", Places, "392", "JP"))),
        Recipe.Content(
            City(Ghent, "Ghent", 265086, 51.05, 3.72, Belgium, "A **cycling** city with <b>canals</b>."),
            City(Bogota, "Bogotá", 7412566, 4.71, -74.07, Colombia, "Capital of the country"),
            City(Tokyo, "Tokyo 東京", 37400068, 35.68, 139.69, Japan, "首都は東京です。水がきれい。")),
        Recipe.Content(
            Practice(BikeStreets, "Bike streets", "Cars are guests in the city of the future: <script>alert(1)</script> & bicycles go first.", Ghent, 4.5),
            Practice(BusLanes, "Bus lanes", "Rapid buses carry people of many cities.", Bogota, 2)),
        Recipe.Content(Note(Secret, "Secret plan", "The cycling budget is secret.")),
    ];

    private static string Taxonomy(string id, string alias, string termType, params string[] terms) => Recipe.Item("Taxonomy", id, alias, $$"""
        "AliasPart": { "Alias": "{{alias}}" }, "TaxonomyPart": { "TermContentType": "{{termType}}", "Terms": [ {{string.Join(",", terms)}} ] }
        """);

    private static string Term(string id, string type, string title, string taxonomy, string code, string iso2, params string[] children) => $$"""
        { "ContentItemId": "{{id}}", "ContentType": "{{type}}", "DisplayText": "{{title}}", "TitlePart": { "Title": "{{title}}" }, "TermPart": { "TaxonomyContentItemId": "{{taxonomy}}" },
          "{{type}}": { "Code": { "Text": "{{code}}" }{{(iso2.Length == 0 ? "" : $$""", "Iso2": { "Text": "{{iso2}}" }, "Kind": { "Text": "country" }""")}} }, "Terms": [ {{string.Join(",", children)}} ] }
        """;

    private static string Definitions() => $$"""
        { "name": "ContentDefinition",
          "ContentTypes": [ {{Type("City")}}, {{Type("Practice")}}, {{Type("Note")}}, {{Type("Goal", "TermPart")}}, {{Type("Place", "TermPart")}},
            { "Name": "Taxonomy", "DisplayName": "Taxonomy", "Settings": {}, "ContentTypePartDefinitionRecords": [ {{Part("TitlePart")}}, {{Part("AliasPart")}}, {{Part("TaxonomyPart")}} ] } ],
          "ContentParts": [
            {{Fields("City", "Population:NumericField", "Location:GeoPointField", "Joined:DateField", "Country:TaxonomyField", "Description:MarkdownField")}},
            {{Fields("Practice", "Summary:TextField", "Score:NumericField:2", "Open:BooleanField", "Tags:MultiTextField", "Cities:ContentPickerField", "Targets:TaxonomyField")}},
            {{Fields("Note", "Text:TextField")}}, {{Fields("Goal", "Code:TextField")}}, {{Fields("Place", "Code:TextField", "Iso2:TextField", "Kind:TextField")}} ] }
        """;

    private static string Type(string name, params string[] parts) => $$"""
        { "Name": "{{name}}", "DisplayName": "{{name}}", "Settings": { "ContentTypeSettings": { "Draftable": true, "Versionable": true, "Securable": true } },
          "ContentTypePartDefinitionRecords": [ {{string.Join(",", parts.Prepend("TitlePart").Append(name).Select(Part))}} ] }
        """;

    private static string Part(string name) => $$"""{ "PartName": "{{name}}", "Name": "{{name}}", "Settings": { "LuceneContentIndexSettings": { "Included": true } } }""";

    private static string Fields(string part, params string[] fields) => $$"""
        { "Name": "{{part}}", "Settings": {}, "ContentPartFieldDefinitionRecords": [ {{string.Join(",", fields.Select(field => Field(field.Split(':'))))}} ] }
        """;

    private static string Field(string[] field) => $$"""
        { "FieldName": "{{field[1]}}", "Name": "{{field[0]}}", "Settings": { "LuceneContentIndexSettings": { "Included": true }, "NumericFieldSettings": { "Scale": {{(field.Length > 2 ? field[2] : "0")}} } } }
        """;
}
