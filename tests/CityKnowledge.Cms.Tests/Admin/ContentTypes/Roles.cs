namespace CityKnowledge.Cms.Tests.Admin.ContentTypes;

/// <summary>Roles of the tests of definitions and taxonomies.</summary>
internal static class Roles
{
    public const string Designer = "Designer";
    public const string Looker = "Looker";
    public const string Librarian = "Librarian";
    public const string Writer = "Writer";

    public const string Step = """
        { "name": "Roles", "Roles": [
          { "Name": "Designer", "Permissions": ["AccessAdminPanel", "EditContentTypes"] },
          { "Name": "Looker", "Permissions": ["AccessAdminPanel", "ViewContentTypes"] },
          { "Name": "Librarian", "Permissions": ["AccessAdminPanel", "ManageTaxonomy"] },
          { "Name": "Writer", "Permissions": ["AccessAdminPanel", "EditContent", "PublishContent", "DeleteContent"] },
          { "Name": "Anonymous", "Permissions": ["ExecuteGraphQL"] },
          { "Name": "RecipeReader", "Permissions": ["ExecuteGraphQL", "View_Dish"] } ] }
        """;
}
