namespace CityKnowledge.Cms.Tests.Liquid;

/// <summary>Pieces of recipes and themes for tests of pages.</summary>
internal static class ThemeParts
{
    public const string VisitorsMayView = """{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": ["ViewContent"] } ] }""";

    /// <summary>A layout that shows what every test looks at.</summary>
    public const string Layout = """
        <title>{% page_title Site.SiteName, position: "after", separator: " - " %}</title>
        {% resources type: "Meta" %}{% resources type: "HeadLink" %}{% resources type: "Stylesheet" %}{% resources type: "HeadScript" %}
        <main>{% render_body %}</main>{% render_section "Footer", required: false %}
        {% resources type: "FootScript" %}
        """;

    /// <summary>A type with a title, an address and an HTML body.</summary>
    /// <param name="sanitize">Whether the body is cleaned; else Liquid in it runs.</param>
    public static string HtmlType(string name, bool sanitize) => $$"""
        { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "{{name}}", "DisplayName": "{{name}}", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true, "Versionable": true } },
            "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} },
              { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} },
              { "PartName": "AliasPart", "Name": "AliasPart", "Settings": {} },
              { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart", "Settings": { "HtmlBodyPartSettings": { "SanitizeHtml": {{(sanitize ? "true" : "false")}} } } } ] } ] }
        """;

    /// <summary>A taxonomy type whose item has one term with one child.</summary>
    public const string TaxonomyType = """
        { "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "Taxonomy", "DisplayName": "Taxonomy", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AliasPart", "Name": "AliasPart", "Settings": {} },
              { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} }, { "PartName": "TaxonomyPart", "Name": "TaxonomyPart", "Settings": {} } ] },
            { "Name": "Topic", "DisplayName": "Topic", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} } ] } ] }
        """;

    public const string TaxonomyId = "40tax0t0p1cs00000000000000";
    public const string TermId = "40term0m0b1e00000000000000";
    public const string ChildId = "40term0b1ke000000000000000";

    public static string Taxonomy { get; } = Recipe.Item("Taxonomy", TaxonomyId, "Topics", $$"""
        "AliasPart": { "Alias": "topics" }, "AutoroutePart": { "Path": "topics", "RouteContainedItems": true },
        "TaxonomyPart": { "TermContentType": "Topic", "Terms": [
          { "ContentItemId": "{{TermId}}", "ContentType": "Topic", "DisplayText": "Mobility", "TitlePart": { "Title": "Mobility" },
            "AutoroutePart": { "Path": "topics/mobility", "Absolute": true }, "TermPart": { "TaxonomyContentItemId": "{{TaxonomyId}}" },
            "Terms": [ { "ContentItemId": "{{ChildId}}", "ContentType": "Topic", "DisplayText": "Cycling", "TitlePart": { "Title": "Cycling" },
              "AutoroutePart": { "Path": "topics/mobility/cycling", "Absolute": true }, "TermPart": { "TaxonomyContentItemId": "{{TaxonomyId}}" } } ] } ] }
        """);
}
