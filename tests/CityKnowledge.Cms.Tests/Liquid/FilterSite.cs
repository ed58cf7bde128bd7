using System.Globalization;
using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Tests.Liquid;

/// <summary>A site in which every case of the table is the body of one page.</summary>
public sealed class FilterSite : SharedSite
{
    private const string Open = "40c1ty0ghent000000000000b1";
    private const string Street = "40street000000000000000000";

    private protected override SiteSetup Setup { get; } = SiteSetup.Of(
        ThemeParts.VisitorsMayView,
        ThemeParts.TaxonomyType,
        ThemeParts.HtmlType("Probe", sanitize: false),
        Recipe.Type("City", ("Population", "NumericField"), ("Open", "BooleanField"), ("Joined", "DateField"), ("Motto", "TextField"), ("Topics", "TaxonomyField"), ("Twins", "ContentPickerField")),
        Recipe.Type("Street"),
        Recipe.Content(
            ThemeParts.Taxonomy,
            Recipe.Item("City", Open, "Ghent & more", $$"""
                "AutoroutePart": { "Path": "cities/ghent" },
                "City": { "Population": { "Value": 265086 }, "Open": { "Value": true }, "Joined": { "Value": "2021-05-01T00:00:00Z" }, "Motto": { "Text": "a < b" },
                  "Topics": { "TaxonomyContentItemId": "{{ThemeParts.TaxonomyId}}", "TermContentItemIds": ["{{ThemeParts.ChildId}}"] },
                  "Twins": { "ContentItemIds": ["{{Street}}"] } }
                """),
            Street1(Street, "Second", 2),
            Street1("40street000000000000000001", "First", 1)),
        Recipe.Content([.. FilterTable.Cases.Select(Probe)])).WithTheme(("views/Layout.liquid", "{% render_body %}"), ("views/Content-Probe.liquid", "{{ Model.Content | shape_render }}"), ("views/HtmlBodyPart.liquid", "{{ Model.Html }}"), ("views/Content-Street.Summary.liquid", "[{{ Model.ContentItem.DisplayText }}]"));

    private static string Street1(string id, string title, int order) => Recipe.Item("Street", id, title, $$"""
        "AutoroutePart": { "Path": "streets/{{title.ToLowerInvariant()}}" }, "ContainedPart": { "ListContentItemId": "{{Open}}", "ListContentType": "City", "Order": {{order.ToString(CultureInfo.InvariantCulture)}} }
        """);

    private static string Probe((string Liquid, string Shown) probe, int index)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        var body = new JsonObject { ["Html"] = "<p>" + probe.Liquid + "</p>" };
        return Recipe.Item("Probe", "40probe" + number.PadLeft(19, '0'), "Probe " + number, $$""" "AutoroutePart": { "Path": "probe/{{number}}" }, "HtmlBodyPart": {{body.ToJsonString()}} """);
    }
}
