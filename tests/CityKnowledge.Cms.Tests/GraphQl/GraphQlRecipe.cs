namespace CityKnowledge.Cms.Tests.GraphQl;

/// <summary>The recipe of the GraphQL tests: practices of two cities with events, in the terms of the compatibility contract.</summary>
internal static class GraphQlRecipe
{
    public const string Ghent = "40c1ty0ghent000000000000b1";
    public const string Bruges = "40c1ty0brvges00000000000b2";
    public const string BikeStreets = "40pract1ce0b1kes0000000000";
    public const string TramLine = "40pract1ce0tram00000000000";
    public const string Topics = "40tax0t0p1cs00000000000000";
    public const string Mobility = "40term0m0b1e00000000000000";
    public const string Air = "40term0a1r000000000000000a";

    public const string OpenToVisitors = """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Description": "", "Permissions": ["ViewContent", "ExecuteGraphQL"] },
          { "Name": "Previewer", "Description": "", "Permissions": ["PreviewContent"] } ] }
        """;

    public static string Definitions { get; } = $$"""
        { "name": "ContentDefinition",
          "ContentTypes": [
            {{Type("Practice", "TitlePart", "AutoroutePart", "AliasPart", "HtmlBodyPart", "MarkdownBodyPart", "SeoMetaPart", "Practice")}},
            {{Type("City", """{ "PartName": "ListPart", "Name": "ListPart", "Settings": { "ListPartSettings": { "ContainedContentTypes": ["Event"], "EnableOrdering": true } } }""", "TitlePart", "City")}},
            {{Type("Event", "TitlePart", "Price", Collapsed("Product"), Collapsed("Metadata", prevent: true), "Event")}},
            {{Type("Numbered", "TitlePart", "Numbered")}},
            {{Type("Texted", "TitlePart", "Texted")}},
            {{Type("Taxonomy", "TitlePart", "AliasPart", "TaxonomyPart")}},
            {{Type("Topic", "TitlePart", "TermPart", "Topic")}},
            { "Name": "Banner", "DisplayName": "Banner", "Settings": { "ContentTypeSettings": { "Stereotype": "Widget" } }, "ContentTypePartDefinitionRecords": [ {{Part("TitlePart")}} ] },
            { "Name": "Secret", "DisplayName": "Secret", "Settings": { "GraphQLContentTypeSettings": { "Hidden": true } }, "ContentTypePartDefinitionRecords": [ {{Part("TitlePart")}} ] }
          ],
          "ContentParts": [
            {{Fields("Practice", "Summary:TextField", "Story:HtmlField", "Notes:MarkdownField", "Score:NumericField", "Cost:NumericField", "Open:BooleanField", "Day:DateField", "At:DateTimeField", "Clock:TimeField", "Website:LinkField", "Tags:MultiTextField", "Cities:ContentPickerField", "Topics:TaxonomyField", "Photo:MediaField", "Place:GeoPointField")}},
            {{Fields("City", "Population:NumericField")}},
            {{Fields("Event", "Starts:DateTimeField")}},
            {{Fields("Price", "Amount:NumericField")}},
            {{Fields("Product", "Sku:TextField")}},
            {{Fields("Metadata", "Code:TextField")}},
            {{Fields("Numbered", "Value:NumericField")}},
            {{Fields("Texted", "Value:TextField")}},
            {{Fields("Topic", "Code:TextField")}}
          ] }
        """;

    public static IReadOnlyList<string> Items { get; } =
    [
        Recipe.Content(
            Recipe.Item("Taxonomy", Topics, "Topics", $$"""
                "AliasPart": { "Alias": "topics" }, "TaxonomyPart": { "TermContentType": "Topic", "Terms": [
                  { "ContentItemId": "{{Mobility}}", "ContentType": "Topic", "DisplayText": "Mobility", "TitlePart": { "Title": "Mobility" }, "TermPart": { "TaxonomyContentItemId": "{{Topics}}" }, "Topic": { "Code": { "Text": "mob" } },
                    "Terms": [ { "ContentItemId": "{{Air}}", "ContentType": "Topic", "DisplayText": "Air", "TitlePart": { "Title": "Air" }, "TermPart": { "TaxonomyContentItemId": "{{Topics}}" }, "Topic": { "Code": { "Text": "air" } } } ] } ] }
                """)),
        Recipe.Content(
            Recipe.Item("City", Ghent, "Ghent", """ "ListPart": {}, "City": { "Population": { "Value": 265086 } } """),
            Recipe.Item("City", Bruges, "Bruges", """ "ListPart": {}, "City": { "Population": { "Value": 118284 } } """)),
        Recipe.Content(
            Practice(BikeStreets, "Bike streets", "2025-02-01", $$"""
                "AutoroutePart": { "Path": "practices/bike-streets" }, "AliasPart": { "Alias": "bikes" },
                "HtmlBodyPart": { "Html": "<p>Ride</p><script>alert(1)</script>" }, "MarkdownBodyPart": { "Markdown": "**Ride**" },
                "SeoMetaPart": { "PageTitle": "Bikes first", "CustomMetaTags": [ { "Name": "robots", "Content": "index" } ], "DefaultSocialImage": { "Paths": ["a.jpg"], "MediaTexts": [] } },
                "Practice": { "Summary": { "Text": "Streets for bikes" }, "Story": { "Html": "<b onclick=\"x()\">Bold</b>" }, "Notes": { "Markdown": "*slow*" },
                  "Score": { "Value": 4.5 }, "Cost": { "Value": 1 }, "Open": { "Value": true }, "Day": { "Value": "2024-05-01T00:00:00Z" }, "At": { "Value": "2024-05-01T08:00:00Z" }, "Clock": { "Value": "08:30:00" },
                  "Website": { "Url": "https://bikes.example", "Text": "Bikes", "Target": "_blank" }, "Tags": { "Values": ["cycling", "safety"] },
                  "Cities": { "ContentItemIds": ["{{Bruges}}", "{{Ghent}}"] }, "Topics": { "TaxonomyContentItemId": "{{Topics}}", "TermContentItemIds": ["{{Air}}", "{{Mobility}}"] },
                  "Photo": { "Paths": ["cities/bike street.jpg"], "MediaTexts": ["A street"] }, "Place": { "Latitude": 51.05, "Longitude": 3.72 } }
                """),
            Practice(TramLine, "Tram line", "2025-01-01", $$"""
                "AutoroutePart": { "Path": "practices/tram-line" }, "AliasPart": { "Alias": "tram" },
                "Practice": { "Summary": { "Text": "100% electric" }, "Score": { "Value": 1 }, "Cost": { "Value": 4.5 }, "Open": { "Value": false },
                  "Day": { "Value": "2023-01-15T00:00:00Z" }, "At": { "Value": "2024-05-01T20:00:00Z" }, "Clock": { "Value": "17:00:00" },
                  "Website": { "Url": "https://tram.example", "Text": "Tram" }, "Tags": { "Values": ["rail"] },
                  "Cities": { "ContentItemIds": ["{{Ghent}}"] }, "Topics": { "TaxonomyContentItemId": "{{Topics}}", "TermContentItemIds": ["{{Mobility}}"] },
                  "Place": { "Latitude": 48.2, "Longitude": 16.37 } }
                """),
            Practice("40pract1ce0empty00000000000"[..26], "Empty plot", "2025-03-01", """ "AutoroutePart": { "Path": "practices/empty-plot" }, "AliasPart": { "Alias": "empty" } """)),
        Recipe.Content(
            Event("40event000000000000000000a", "City fair", 2, 25, "SKU-1", "one"),
            Event("40event000000000000000000b", "Bike fair", 0, 5, "SKU-2", "two"),
            Event("40event000000000000000000c", "Night walk", 1, 15, "OTHER", "three")),
        Recipe.Content(
            Recipe.Item("Numbered", "40nvmbered000000000000000a", "Seven", """ "Numbered": { "Value": { "Value": 7 } } """),
            Recipe.Item("Texted", "40texted00000000000000000a", "Seven too", """ "Texted": { "Value": { "Text": "7" } } """),
            Recipe.Item("Secret", "40secret00000000000000000a", "Hush"),
            Recipe.Item("Banner", "40banner00000000000000000a", "Look")),
    ];

    /// <summary>An item with its own creation date and, when it is given, owner.</summary>
    public static string Practice(string id, string title, string created, string parts, string owner = "") =>
        Recipe.Item("Practice", id, title, parts)
            .Replace("\"CreatedUtc\": \"2025-03-01", $"\"CreatedUtc\": \"{created}", StringComparison.Ordinal)
            .Replace("\"Latest\"", owner.Length == 0 ? "\"Latest\"" : $"\"Owner\": \"{owner}\", \"Latest\"", StringComparison.Ordinal);

    /// <summary>A draft that was never published.</summary>
    public static string AsDraft(string item) => item
        .Replace("\"Published\": true", "\"Published\": false", StringComparison.Ordinal)
        .Replace("\"PublishedUtc\": \"2025-03-01T09:00:00Z\"", "\"PublishedUtc\": null", StringComparison.Ordinal);

    private static string Event(string id, string title, int order, int price, string sku, string code) => Recipe.Item("Event", id, title, $$"""
        "ContainedPart": { "ListContentItemId": "{{Ghent}}", "ListContentType": "City", "Order": {{order}} },
        "Price": { "Amount": { "Value": {{price}} } }, "Product": { "Sku": { "Text": "{{sku}}" } }, "Metadata": { "Code": { "Text": "{{code}}" } },
        "Event": { "Starts": { "Value": "2025-0{{order + 1}}-10T10:00:00Z" } }
        """);

    private static string Type(string name, params string[] parts) => $$"""
        { "Name": "{{name}}", "DisplayName": "{{name}}", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true, "Versionable": true, "Securable": true } },
          "ContentTypePartDefinitionRecords": [ {{string.Join(", ", parts.Select(part => part.StartsWith('{') ? part : Part(part)))}} ] }
        """;

    private static string Part(string name) => $$"""{ "PartName": "{{name}}", "Name": "{{name}}", "Settings": {} }""";

    private static string Collapsed(string name, bool prevent = false) =>
        "{ \"PartName\": \"" + name + "\", \"Name\": \"" + name + "\", \"Settings\": { \"GraphQLContentTypePartSettings\": { \"Collapse\": true, \"PreventFieldNameCollision\": " + (prevent ? "true" : "false") + " } } }";

    private static string Fields(string part, params string[] fields) => $$"""
        { "Name": "{{part}}", "Settings": {}, "ContentPartFieldDefinitionRecords": [ {{string.Join(", ", fields.Select(Field))}} ] }
        """;

    private static string Field(string field) =>
        "{ \"FieldName\": \"" + field.Split(':')[1] + "\", \"Name\": \"" + field.Split(':')[0] + "\", \"Settings\": {" + Settings(field) + "} }";

    private static string Settings(string field) => field switch
    {
        "Cities:ContentPickerField" => "\"ContentPickerFieldSettings\": { \"Multiple\": true, \"DisplayedContentTypes\": [\"City\"] }",
        "Topics:TaxonomyField" => "\"TaxonomyFieldSettings\": { \"TaxonomyContentItemId\": \"" + Topics + "\" }",
        "Score:NumericField" or "Cost:NumericField" => "\"NumericFieldSettings\": { \"Scale\": 2 }",
        _ => "",
    };
}
