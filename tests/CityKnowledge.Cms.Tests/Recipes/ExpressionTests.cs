using System.Text.Json;
using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Tests.Recipes;

public sealed class NoteSite : SharedSite
{
    private protected override SiteSetup Setup => SiteSetup.Of(
        Recipe.Type("Note", ("Body", "TextField"), ("Size", "NumericField"), ("Open", "BooleanField"), ("Others", "ContentPickerField")))
        .WithFile("snippets/hello.txt", "Hello from a file");
}

/// <summary>What expressions in steps become.</summary>
public sealed class ExpressionTests(NoteSite shared) : IClassFixture<NoteSite>
{
    private const string Id = "40note00expression00000000";

    [Theory]
    [InlineData("[js: 1 + 2]", "3")]
    [InlineData("[js: return 'a' + 'b';]", "ab")]
    [InlineData("[js: true]", "true")]
    [InlineData("[js: null]", "")]
    [InlineData("[js: parameters('SiteName')]", "Test site")]
    [InlineData("[js: parameters('Nothing')]", "")]
    [InlineData("[js: 'Site: ' + parameters(\"SiteName\")]", "Site: Test site")]
    [InlineData("[js: variables('twice')]", "Test site!")]
    [InlineData("[js: base64('R3LDvMOfZQ==')]", "Grüße")]
    [InlineData("[js: html('a &lt; b')]", "a < b")]
    [InlineData("[js: gzip('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==')]", "hello")]
    [InlineData("[js: configuration('Nothing:Here', 'default')]", "default")]
    [InlineData("[locale en]Bikes[/locale]", "[locale en]Bikes[/locale]")]
    [InlineData("[1js: 1]", "[1js: 1]")]
    [InlineData("[sc text='a : b'/]", "[sc text='a : b'/]")]
    [InlineData("[zz: abc]", "zz: abc")]
    [InlineData("[js: 1] and more", "[js: 1] and more")]
    public async Task An_expression_becomes_its_value_and_other_text_stays(string written, string expected)
    {
        await shared.Site.RunRecipeAsync($$"""
            { "name": "Expressions", "variables": { "once": "[js: parameters('SiteName')]", "twice": "[js: variables('once') + '!']" },
              "steps": [ {{Recipe.Content(Note(Id, written))}} ] }
            """);

        Assert.Equal(expected, await BodyAsync(Id));
    }

    [Fact]
    public async Task A_variable_keeps_its_value_for_the_whole_run()
    {
        const string First = "40note00variable0000000001";
        const string Second = "40note00variable0000000002";
        await shared.Site.RunRecipeAsync($$"""
            { "name": "Variables", "variables": { "cityId": "[js: uuid()]" },
              "steps": [ {{Recipe.Content(Note(First, "[js: variables('cityId')]"))}}, {{Recipe.Content(Note(Second, "[js: variables('cityId')]"))}} ] }
            """);

        var id = await BodyAsync(First);

        Assert.Equal(26, id.Length);
        Assert.Equal(id, await BodyAsync(Second));
    }

    [Fact]
    public async Task An_undefined_variable_stops_the_run_and_is_named()
    {
        var trouble = await FailAsync(Recipe.Content(Note(Id, "[js: variables('cityId')]")));

        Assert.Contains("The variable 'cityId' is not defined", trouble.Message, StringComparison.Ordinal);
        Assert.Equal("$.steps[0].data[0].Note.Body.Text", trouble.Place.Path);
    }

    [Fact]
    public async Task A_broken_script_stops_the_run_with_its_place()
    {
        var trouble = await FailAsync(Recipe.Content(Note(Id, "[js: nothing()]")));

        Assert.Contains("nothing", trouble.Reason, StringComparison.Ordinal);
        Assert.Equal("$.steps[0].data[0].Note.Body.Text", trouble.Place.Path);
    }

    [Fact]
    public async Task An_endless_script_is_ended()
    {
        var trouble = await FailAsync(Recipe.Content(Note(Id, "[js: while (true) {}]")));

        Assert.Contains("while (true)", trouble.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_beside_the_recipe_becomes_text_or_base64()
    {
        await using var site = await Site.StartAsync(SiteSetup.Of(
            Recipe.Type("Note", ("Body", "TextField")),
            Recipe.Content(Note(Id, "[file:text('snippets/hello.txt')]"), Note("40note00base64000000000000", "[file:base64('snippets/hello.txt')]")))
            .WithFile("snippets/hello.txt", "Hello from a file"));

        Assert.Equal("Hello from a file", await BodyAsync(Id, site));
        Assert.Equal("SGVsbG8gZnJvbSBhIGZpbGU=", await BodyAsync("40note00base64000000000000", site));
    }

    [Theory]
    [InlineData("../appsettings.json")]
    [InlineData("/etc/passwd")]
    [InlineData("snippets/../../secret.txt")]
    [InlineData("missing.txt")]
    public async Task A_recipe_reaches_no_other_file(string path)
    {
        await using var site = await Site.StartAsync(SiteSetup.Of(Recipe.Content(Note(Id, $"[file:text('{path}')]"))) with { AwaitReady = false });
        await site.Get<Web.Setup.SetupState>().FinishedAsync;

        Assert.Contains($"The file '{path}'", site.Get<Web.Setup.SetupState>().Failure, StringComparison.Ordinal);
    }

    private Task<RecipeException> FailAsync(string step) => Assert.ThrowsAsync<RecipeException>(() => shared.Site.RunStepsAsync(step));

    private Task<string> BodyAsync(string id) => BodyAsync(id, shared.Site);

    private static async Task<string> BodyAsync(string id, Site site) =>
        (await site.FindAsync(id))!.Field("Note", "Body").GetProperty("Text").GetString()!;

    private static string Note(string id, string body) =>
        Recipe.Item("Note", id, "Note", $$""" "Note": { "Body": { "Text": {{JsonSerializer.Serialize(body)}} } } """);
}
