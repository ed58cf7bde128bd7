namespace CityKnowledge.Cms.Tests.Admin.Recipes;

/// <summary>A site with recipes on the shelf, and people who may run them or not.</summary>
public sealed class RecipeDesk : SharedSite
{
    public const string Added = "40note00added0000000000000";

    internal static SiteSetup Recipes { get; } = SiteSetup.Of(
        Recipe.Type("Note", ("Size", "NumericField")),
        """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Permissions": ["ViewContent", "ViewMediaContent"] },
          { "Name": "Cook", "Permissions": ["AccessAdminPanel", "ManageRecipes"] },
          { "Name": "Guest", "Permissions": ["AccessAdminPanel", "EditContent", "ManageSettings"] } ] }
        """)
        .WithFile("additions.recipe.json", Recipe.Of(
            "Additions",
            """{ "name": "settings", "SiteName": "Renamed by recipe" }""",
            Recipe.Type("Extra"),
            $$"""{ "name": "media", "Files": [ { "TargetPath": "added.png", "Base64": "{{Convert.ToBase64String(Media.LibrarySite.Picture())}}" } ] }""",
            Recipe.Content(Recipe.Item("Note", Added, "New note"))))
        .WithFile("broken.recipe.json", Recipe.Of(
            "Broken",
            """{ "name": "settings", "SiteName": "Never" }""",
            Recipe.Content(Recipe.Item("Note", "40note00broken000000000000", "Never there", """ "Note": { "Size": { "Value": "wide" } } """))));

    private protected override SiteSetup Setup => Recipes;
}
