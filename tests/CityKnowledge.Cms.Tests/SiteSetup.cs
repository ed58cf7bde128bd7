using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Tests;

/// <summary>What a test's site is made of.</summary>
internal sealed record SiteSetup
{
    /// <summary>The name of the recipe that sets the site up.</summary>
    public string RecipeName { get; init; } = "Test";

    /// <summary>Files below the folder Recipes: name → text. Null takes the recipes of the repository.</summary>
    public IReadOnlyDictionary<string, string>? Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Files of a theme of the test's own, which the site then uses: path below the theme → text. Empty takes the themes of the repository.</summary>
    public IReadOnlyDictionary<string, string> Theme { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings that win over the defaults: key → value.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the set-up is awaited, and must succeed.</summary>
    public bool AwaitReady { get; init; } = true;

    /// <summary>A site set up by a recipe with these steps, each a JSON object.</summary>
    public static SiteSetup Of(params string[] steps) => OfRecipe(Recipe.Of("Test", steps));

    /// <summary>A site set up by this recipe named Test.</summary>
    public static SiteSetup OfRecipe(string recipe) => new() { Files = new Dictionary<string, string> { ["test.recipe.json"] = recipe } };

    /// <summary>The repository's own site: types, vocabularies, roles; about a second and a half.</summary>
    public static SiteSetup CityKnowledge { get; } = new() { Files = null, RecipeName = "CityKnowledge" };

    /// <summary>The repository's own site with all demo content; some seconds, so share it.</summary>
    public static SiteSetup Demo { get; } = new() { Files = null, RecipeName = "CityKnowledgeDemo" };

    public SiteSetup With(string key, string value) => this with { Settings = new Dictionary<string, string>(Settings) { [key] = value } };

    public SiteSetup WithTheme(params (string File, string Text)[] files) =>
        With("Site:Theme", "Test") with { Theme = files.ToDictionary(file => file.File, file => file.Text) };

    public SiteSetup WithFile(string name, string text) => this with { Files = new Dictionary<string, string>(Files!) { [name] = text } };
}

/// <summary>Writes recipes.</summary>
internal static class Recipe
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>A recipe with these steps, each a JSON object.</summary>
    public static string Of(string name, params string[] steps) => $$"""
        { "name": "{{name}}", "issetuprecipe": true, "steps": [ {{string.Join(",\n", steps)}} ] }
        """;

    /// <summary>A <c>content</c> step with these items, each a JSON object.</summary>
    public static string Content(params string[] items) => $$"""{ "name": "content", "data": [ {{string.Join(",\n", items)}} ] }""";

    /// <summary>A published content item; the version id follows from the id.</summary>
    /// <param name="parts">JSON members such as <c>"TitlePart": { "Title": "…" }</c>.</param>
    public static string Item(string type, string id, string title, string parts = "")
    {
        var text = JsonValue.Create(title).ToJsonString();
        return $$"""
            { "ContentItemId": "{{id}}", "ContentItemVersionId": "v{{id[1..]}}", "ContentType": "{{type}}", "DisplayText": {{text}},
              "Latest": true, "Published": true, "CreatedUtc": "2025-03-01T09:00:00Z", "ModifiedUtc": "2025-03-01T09:00:00Z", "PublishedUtc": "2025-03-01T09:00:00Z",
              "TitlePart": { "Title": {{text}} }{{(parts.Length == 0 ? "" : ", " + parts)}} }
            """;
    }

    /// <summary>A <c>ContentDefinition</c> step with one type that has a title, an address and its own fields.</summary>
    /// <param name="fields">Name → kind, such as <c>("Summary", "TextField")</c>.</param>
    public static string Type(string name, params (string Name, string Kind)[] fields)
    {
        var records = fields.Select(field => $$"""{ "FieldName": "{{field.Kind}}", "Name": "{{field.Name}}", "Settings": {} }""");
        return $$"""
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "{{name}}", "DisplayName": "{{name}}",
                "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true, "Securable": true } },
                "ContentTypePartDefinitionRecords": [
                  { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} },
                  { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "{{name.ToLowerInvariant()}}/{{Open}} ContentItem.DisplayText | slugify {{Close}}" } } },
                  { "PartName": "{{name}}", "Name": "{{name}}", "Settings": {} } ] } ],
              "ContentParts": [ { "Name": "{{name}}", "Settings": {}, "ContentPartFieldDefinitionRecords": [ {{string.Join(", ", records)}} ] } ] }
            """;
    }
}
