using CityKnowledge.Cms.Tests.Liquid;

namespace CityKnowledge.Cms.Tests.PublicSite;

/// <summary>A small site with every kind of address.</summary>
public sealed class DoorSite : SharedSite
{
    public const string Home = "40home0000000000000000000a";
    public const string Event = "40event00fa1r0000000000000";
    public const string WholeDay = "40event0da7000000000000000";

    private protected override SiteSetup Setup { get; } = SiteSetup.Of(
        """{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": ["View_Page", "View_Event", "View_Taxonomy"] }, { "Name": "Reader", "Permissions": ["ViewContent"] } ] }""",
        $$"""{ "name": "settings", "HomeRoute": { "ContentItemId": "{{Home}}" } }""",
        ThemeParts.TaxonomyType,
        ThemeParts.HtmlType("Page", sanitize: true),
        ThemeParts.HtmlType("Secret", sanitize: true),
        Recipe.Type("Event", ("Starts", "DateTimeField"), ("Ends", "DateTimeField"), ("TimeZone", "TextField"), ("AllDay", "BooleanField"), ("Venue", "TextField")),
        Recipe.Content(
            ThemeParts.Taxonomy,
            Page(Home, "Welcome", "welcome"),
            Page("40page0000000000000000000a", "About", "about"),
            Page("40page0000000000000000000b", "Città", "über/città"),
            Recipe.Item("Secret", "40secret00000000000000000a", "Hidden", """ "AutoroutePart": { "Path": "hidden" } """),
            Recipe.Item("Event", Event, "City fair", """
                "AutoroutePart": { "Path": "events/fair" }, "Event": { "Starts": { "Value": "2025-09-01T02:00:00Z" }, "Ends": { "Value": "2025-09-01T09:30:00Z" }, "TimeZone": { "Text": "Asia/Bangkok" }, "Venue": { "Text": "Hall, 1" } }
                """),
            Recipe.Item("Event", WholeDay, "Festival", """
                "AutoroutePart": { "Path": "events/festival" }, "Event": { "Starts": { "Value": "2025-09-05T00:00:00Z" }, "Ends": { "Value": "2025-09-06T00:00:00Z" }, "AllDay": { "Value": true } }
                """)))
        .WithTheme(
            ("assets/site.css", "p { color: red }"), ("assets/photo.png", "png"), ("assets/.secret", "no"), ("views/Layout.liquid", ThemeParts.Layout),
            ("views/Content-Topic.liquid", "topic {{ Model.ContentItem.DisplayText }}"), ("views/HttpError-NotFound.liquid", "nothing at {{ Request.Path }}"));

    private static string Page(string id, string title, string path) =>
        Recipe.Item("Page", id, title, $$""" "AutoroutePart": { "Path": "{{path}}" }, "HtmlBodyPart": { "Html": "<p>{{title}} body</p>" } """);
}
