namespace CityKnowledge.Cms.Tests.Admin.ContentTypes;

/// <summary>Roles of the tests of definitions and taxonomies.</summary>
internal static class Roles
{
    public const string Designer = "Designer";
    public const string Looker = "Looker";
    public const string Librarian = "Librarian";
    public const string Writer = "Writer";

    /// <summary>A site on which nobody sees anything by being there.</summary>
    public const string Closed = """{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": [] }, { "Name": "Authenticated", "Permissions": [] } ] }""";

    public const string Step = """
        { "name": "Roles", "Roles": [
          { "Name": "Designer", "Permissions": ["AccessAdminPanel", "EditContentTypes"] },
          { "Name": "Looker", "Permissions": ["AccessAdminPanel", "ViewContentTypes"] },
          { "Name": "Librarian", "Permissions": ["AccessAdminPanel", "ManageTaxonomy"] },
          { "Name": "Writer", "Permissions": ["AccessAdminPanel", "EditContent", "PublishContent", "DeleteContent"] },
          { "Name": "RecipeStranger", "Permissions": ["ExecuteGraphQL"] },
          { "Name": "RecipeReader", "Permissions": ["ExecuteGraphQL", "View_Dish"] } ] }
        """;
}
