using System.Text.Json;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Tests.Recipes;

/// <summary>What each step does.</summary>
public sealed class StepTests(NoteSite shared) : IClassFixture<NoteSite>
{
    private const string Id = "40note00step00000000000000";

    private Site Site => shared.Site;

    private ContentTypes Types => Site.Get<TypeCatalogue>().Current;

    [Fact]
    public async Task Comments_and_trailing_commas_are_as_if_they_were_not_there()
    {
        await Site.RunRecipeAsync($$"""
            // A recipe
            { "name": "Comments", /* with */ "steps": [ { "name": "content", "data": [ {{Recipe.Item("Note", Id, "Commented")}}, ], }, ], }
            """);

        Assert.Equal("Commented", (await Site.FindAsync(Id))!.DisplayText);
    }

    [Fact]
    public async Task Case_of_step_name_and_payload_does_not_matter()
    {
        await Site.RunStepsAsync($$"""{ "name": "Content", "Data": [ {{Recipe.Item("Note", "40note00case00000000000000", "Case")}} ] }""");

        Assert.Equal("Case", (await Site.FindAsync("40note00case00000000000000"))!.DisplayText);
    }

    [Fact]
    public async Task Running_a_recipe_twice_equals_running_it_once()
    {
        var steps = new[] { Recipe.Type("Twice", ("Body", "TextField")), Recipe.Content(Recipe.Item("Twice", "40twice0000000000000000000", "Once", """ "Twice": { "Body": { "Text": "a" } } """)) };
        var first = await Site.RunStepsAsync(steps);
        await using var db = Site.Get<Store>().OpenRead();
        var before = await db.Versions.CountAsync();

        var second = await Site.RunStepsAsync(steps);

        Assert.Equal((1, 0, 0), (first.Items.Created, first.Items.Updated, first.Items.Unchanged));
        Assert.Equal((0, 0, 1), (second.Items.Created, second.Items.Updated, second.Items.Unchanged));
        Assert.Equal(before, await db.Versions.CountAsync());
    }

    [Fact]
    public async Task A_definition_sent_again_is_merged()
    {
        await Site.RunStepsAsync(Definition("Merged", "One", """ "TextFieldSettings": { "Required": true, "Hint": "a" } """));
        await Site.RunStepsAsync(Definition("Merged", "Two", ""), Definition("Merged", "One", """ "TextFieldSettings": { "Hint": "b" } """));

        var part = Types.FindPart("Merged")!;

        Assert.Equal(["One", "Two"], part.Fields.Select(field => field.Name).Order());
        var settings = part.FindField("One")!.Settings.Json.GetProperty("TextFieldSettings");
        Assert.Equal("b", settings.GetProperty("Hint").GetString());
        Assert.True(settings.GetProperty("Required").GetBoolean());
    }

    [Fact]
    public async Task A_replaced_definition_loses_its_former_fields_and_items_keep_their_json()
    {
        const string Item = "40replaced0000000000000000";
        await Site.RunStepsAsync(
            Recipe.Type("Replaced", ("One", "TextField"), ("Two", "TextField")),
            Recipe.Content(Recipe.Item("Replaced", Item, "Kept", """ "Replaced": { "Two": { "Text": "still here" } } """)));

        await Site.RunStepsAsync(Recipe.Type("Replaced", ("One", "TextField")).Replace("ContentDefinition\"", "ReplaceContentDefinition\"", StringComparison.Ordinal));

        Assert.Equal(["One"], Types.FindPart("Replaced")!.Fields.Select(field => field.Name));
        Assert.Equal("still here", (await Site.FindAsync(Item))!.Field("Replaced", "Two").GetProperty("Text").GetString());
    }

    [Fact]
    public async Task A_deleted_part_is_detached_from_every_type()
    {
        await Site.RunStepsAsync(Recipe.Type("Shrinking", ("One", "TextField")));

        await Site.RunStepsAsync("""{ "name": "DeleteContentDefinition", "ContentTypes": [], "ContentParts": ["Shrinking"] }""");

        Assert.Null(Types.FindPart("Shrinking"));
        Assert.Null(Types.FindType("Shrinking")!.FindPart("Shrinking"));
    }

    [Fact]
    public async Task A_settings_group_is_replaced_as_a_whole()
    {
        await Site.RunStepsAsync("""{ "name": "settings", "SiteName": "[js: parameters('SiteName')]", "MyGroup": { "A": 1, "B": 2 } }""");
        await Site.RunStepsAsync("""{ "name": "Settings", "MyGroup": { "A": 3 } }""");

        var site = await Site.Get<CurrentSite>().GetAsync();

        Assert.Equal("Test site", site.SiteName);
        Assert.Equal("""{"A":3}""", site.Group("MyGroup").GetRawText());
    }

    [Fact]
    public async Task Permissions_are_added_taken_away_and_replaced()
    {
        await Site.RunStepsAsync(Role("Replace", "A", "B"), Role("Add", "C"), Role("Remove", "A"));
        Assert.Equal(["B", "C"], Permissions());

        await Site.RunStepsAsync(Role("Replace", "D"));
        Assert.Equal(["D"], Permissions());
    }

    [Fact]
    public async Task A_moved_user_signs_in_with_the_old_password_and_is_changed_by_id()
    {
        var hash = new PasswordHasher<UserRow>().HashPassword(new UserRow(), "a long password");
        await Site.RunStepsAsync(
            $$"""{ "name": "Users", "Users": [ { "UserId": "4vser0anna", "UserName": "anna", "PasswordHash": "{{hash}}", "RoleNames": ["Editor"] } ] }""",
            """{ "name": "Users", "Users": [ { "UserId": "4vser0anna", "UserName": "anna", "Email": "anna@example.org" }, { "UserName": "" } ] }""");

        await using var db = Site.Get<Store>().OpenRead();
        var user = await db.Users.SingleAsync(row => row.NormalizedUserName == "ANNA");
        using var browser = Site.NewBrowser();
        using var answer = await Browsing.PostFormAsync(browser, "/Login", ("UserName", "anna"), ("Password", "a long password"));

        Assert.Equal(("4vser0anna", "anna@example.org", "Editor"), (user.Id, user.Email, Assert.Single(user.RoleNames)));
        Assert.Equal("/Admin", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Media_files_arrive_only_when_the_recipe_is_committed()
    {
        const string Good = """{ "name": "media", "Files": [ { "TargetPath": "practices/a.jpg", "Base64": "aGVsbG8=" } ] }""";
        var file = Site.Get<MediaFolder>().Resolve("practices/a.jpg")!;

        await Assert.ThrowsAsync<Content.Recipes.RecipeException>(() => Site.RunStepsAsync(Good, """{ "name": "themes" }""", """{ "name": "media" }"""));
        Assert.False(File.Exists(file));

        await Site.RunStepsAsync(Good);
        Assert.Equal("hello", await File.ReadAllTextAsync(file));
        Assert.Empty(Directory.GetDirectories(Site.Get<MediaFolder>().Root + ".ready"));
    }

    [Fact]
    public async Task Five_thousand_items_come_in_within_seconds()
    {
        var items = Enumerable.Range(0, 5000).Select(i => Recipe.Item("Note", $"40many{i:00000000000000000000}", $"Note {i}", """ "Note": { "Body": { "Text": "[js: parameters('SiteName')]" } } """));
        var recipe = Recipe.Of("Many", Recipe.Content([.. items]));

        var report = await Site.RunRecipeAsync(recipe);

        Assert.Equal(5000, report.Items.Created);
        Assert.True(report.Took < TimeSpan.FromSeconds(30), $"It took {report.Took}.");
    }

    private static string Definition(string name, string field, string settings) => $$"""
        { "name": "ContentDefinition", "ContentTypes": [ { "Name": "{{name}}", "DisplayName": "{{name}}", "Settings": {}, "ContentTypePartDefinitionRecords": [ { "PartName": "{{name}}", "Name": "{{name}}" } ] } ],
          "ContentParts": [ { "Name": "{{name}}", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "{{field}}", "Settings": { {{settings}} } } ] } ] }
        """;

    private static string Role(string behavior, params string[] permissions) =>
        $$"""{ "name": "Roles", "Roles": [ { "Name": "Tester", "PermissionBehavior": "{{behavior}}", "Permissions": {{JsonSerializer.Serialize(permissions)}} } ] }""";

    private IEnumerable<string> Permissions() => Site.Get<Access>().Roles.Single(role => role.Name == "Tester").Permissions.Order();
}
