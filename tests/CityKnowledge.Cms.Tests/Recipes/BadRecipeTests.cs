using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Tests.Recipes;

/// <summary>What is wrong, where, and what would be right; and nothing of a bad recipe is applied.</summary>
public sealed class BadRecipeTests(NoteSite shared) : IClassFixture<NoteSite>
{
    private const string Id = "40note00bad000000000000000";
    private static readonly string Good = Recipe.Content(Recipe.Item("Note", Id, "Never there"));

    [Fact]
    public async Task Broken_json_is_named_with_line_and_position()
    {
        var trouble = await Assert.ThrowsAsync<RecipeException>(() => shared.Site.RunRecipeAsync("{\n  \"name\": \"X\",\n  \"steps\": [ oops ]\n}"));

        Assert.Contains("given.recipe.json", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("line 3, position 14", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_nobody_knows_stops_the_run_with_the_known_names()
    {
        var trouble = await FailAsync("""{ "name": "contents" }""");

        Assert.Contains("There is no step named 'contents'", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("content, ContentDefinition", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(2, trouble.Place.Step);
    }

    [Fact]
    public async Task A_step_without_name_stops_the_run()
    {
        var trouble = await FailAsync("""{ "Name": "content" }""");

        Assert.Contains("'name' (in lower case)", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_only_Orchard_knows_is_skipped_with_a_warning()
    {
        var report = await shared.Site.RunStepsAsync("""{ "name": "WorkflowType", "data": [] }""");

        Assert.NotNull(Assert.Single(report.Steps).Skipped);
        Assert.Contains("step 1 (WorkflowType)", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_field_kind_is_named_with_the_known_ones()
    {
        var trouble = await FailAsync(Recipe.Type("Other", ("Colour", "ColourField")));

        Assert.Contains("There is no field kind 'ColourField'. Known field kinds: BooleanField", trouble.Message, StringComparison.Ordinal);
        Assert.Equal("$.steps[1].ContentParts[0].ContentPartFieldDefinitionRecords[0].FieldName", trouble.Place.Path);
    }

    [Theory]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "Owner" } ] }""", "is reserved")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "My type" } ] }""", "letters and digits only")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "A", "ContentTypePartDefinitionRecords": [ {} ] } ] }""", "Unable to add content-part to the 'A' content-type. The part name cannot be null or empty.")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "A", "ContentPartFieldDefinitionRecords": [ {} ] } ] }""", "Unable to add content-field to the 'A' content-part. The field name cannot be null or empty.")]
    [InlineData("""{ "name": "content", "data": [ { "ContentType": "Note" } ] }""", "ContentItemId")]
    [InlineData("""{ "name": "content", "data": [ { "ContentItemId": "x" } ] }""", "ContentType")]
    [InlineData("""{ "name": "content", "data": {} }""", "needs an array 'data'")]
    [InlineData("""{ "name": "Roles", "Roles": [ { "Name": "A", "PermissionBehavior": "Multiply" } ] }""", "Allowed: Replace, Add, Remove")]
    [InlineData("""{ "name": "settings", "TimeZoneId": "Mars/Olympus" }""", "There is no time zone 'Mars/Olympus'")]
    [InlineData("""{ "name": "recipes", "Values": [ { "executionid": "x", "name": "Nowhere" } ] }""", "No recipe named 'Nowhere' was found.")]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "a.exe", "Base64": "AA==" } ] }""", "File extension not allowed: 'a.exe'")]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "../a.txt.jpg", "Base64": "AA==" } ] }""", "leads out of the media library")]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "a.jpg", "SourceUrl": "http://localhost/a.jpg" } ] }""", "not fetched from other servers")]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "a.jpg", "Base64": "!" } ] }""", "no base64")]
    [InlineData("""{ "name": "Users", "Users": [ { "UserId": "u", "UserName": "ann", "PasswordHash": "secret" } ] }""", "no password hash")]
    public async Task A_wrong_value_is_named_and_nothing_is_applied(string step, string message)
    {
        var trouble = await FailAsync(step);

        Assert.Contains(message, trouble.Message, StringComparison.Ordinal);
        Assert.StartsWith("given.recipe.json, step 2 (", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_wrong_kind_is_named_with_its_place()
    {
        var trouble = await FailAsync(Recipe.Content(
            Recipe.Item("Note", "40note00bad000000000000001", "Right"),
            Recipe.Item("Note", "40note00bad000000000000002", "Wrong", """ "Note": { "Size": { "Value": "large" } } """)));

        Assert.StartsWith("$.steps[1].data[1].Note.Size", trouble.Place.Path, StringComparison.Ordinal);
        Assert.Contains("'Wrong'", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_to_nothing_is_named_with_its_place()
    {
        var trouble = await FailAsync(Recipe.Content(
            Recipe.Item("Note", "40note00bad000000000000003", "Pointing", """ "Note": { "Others": { "ContentItemIds": ["40note00nowhere00000000000"] } } """)));

        Assert.Contains("40note00nowhere00000000000", trouble.Message, StringComparison.Ordinal);
        Assert.Equal("$.steps[1].data[0].Note.Others.ContentItemIds", trouble.Place.Path);
    }

    [Fact]
    public async Task A_reference_to_a_later_item_of_the_recipe_is_right()
    {
        const string Later = "40note00later0000000000000";

        var report = await shared.Site.RunStepsAsync(
            Recipe.Content(Recipe.Item("Note", "40note00pointer00000000000", "Pointing", $$""" "Note": { "Others": { "ContentItemIds": ["{{Later}}"] } } """)),
            Recipe.Content(Recipe.Item("Note", Later, "Later")));

        Assert.Equal(2, report.Items.Created);
    }

    [Fact]
    public async Task Recipes_that_run_in_a_circle_are_named()
    {
        await using var site = await Site.StartAsync((SiteSetup.OfRecipe(Recipe.Of("Test", Call("Second"))) with { AwaitReady = false })
            .WithFile("second.recipe.json", Recipe.Of("Second", Call("Test"))));
        await site.Get<Web.Setup.SetupState>().FinishedAsync;

        Assert.Contains("Test → Second → Test", site.Get<Web.Setup.SetupState>().Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_nested_recipe_takes_everything_back()
    {
        await using var site = await Site.StartAsync(SiteSetup.Of(Recipe.Type("Note")).WithFile("nested.recipe.json", Recipe.Of("Nested", """{ "name": "nonsense" }""")));

        await Assert.ThrowsAsync<RecipeException>(() => site.RunStepsAsync(Recipe.Content(Recipe.Item("Note", Id, "Never there")), Call("Nested")));

        Assert.Null(await site.FindAsync(Id));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_left_out_of_the_list()
    {
        await using var site = await Site.StartAsync(SiteSetup.Of(Recipe.Type("Note")).WithFile("broken.recipe.json", "{"));

        Assert.Equal(["Test"], (await site.Get<RecipeShelf>().ListAsync()).Select(recipe => recipe.Name));
    }

    private static string Call(string recipe) => $$"""{ "name": "recipes", "Values": [ { "executionid": "x", "name": "{{recipe}}" } ] }""";

    // The good first step must leave nothing either.
    private async Task<RecipeException> FailAsync(string step)
    {
        var trouble = await Assert.ThrowsAsync<RecipeException>(() => shared.Site.RunStepsAsync(Good, step));
        Assert.Null(await shared.Site.FindAsync(Id));
        return trouble;
    }
}
