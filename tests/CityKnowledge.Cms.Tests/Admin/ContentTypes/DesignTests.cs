using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Tests.Admin.ContentTypes;

/// <summary>A type is made in the browser and used at once.</summary>
public sealed class DesignTests
{
    [Fact]
    public async Task A_new_type_is_in_the_schema_at_once_and_after_a_restart()
    {
        await using var site = await Site.StartAsync(Roles.Closed, Roles.Step);
        var designer = await site.SignInAsync(Roles.Designer);

        var made = await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Create", ("DisplayName", "Dish"), ("HasTitle", "true"), ("HasPage", "true"));
        Assert.Equal("/Admin/ContentTypes/Edit/Dish", made.Headers.Location?.ToString());
        var field = await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/Dish", ("DisplayName", "Cooking time"), ("Kind", "NumericField"));
        Assert.Equal("/Admin/ContentParts/Dish/Fields/CookingTime/Edit", field.Headers.Location?.ToString());
        await site.RunStepsAsync(Recipe.Content(Recipe.Item("Dish", "4dish000000000000000000001", "Soup", """ "Dish": { "CookingTime": { "Value": 30 } } """)));

        var reader = await site.SignInAsync("RecipeReader");
        const string Query = "{ dish(where: { cookingTime_gt: 20 }) { displayText path cookingTime } }";
        var answer = await site.PostGraphQlAsync(Query, user: reader);
        Assert.Equal("""{"dish":[{"displayText":"Soup","path":"dish/soup","cookingTime":30}]}""", answer.GetProperty("data").GetRawText());
        var stranger = await site.PostGraphQlAsync(Query, user: await site.SignInAsync("RecipeStranger"));
        Assert.Contains("errors", stranger.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Soup", stranger.GetRawText(), StringComparison.Ordinal);

        await site.RestartAsync();
        answer = await site.PostGraphQlAsync(Query, user: await site.SignInAsync("RecipeReader"));
        Assert.Contains("Soup", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_browser_sends_of_the_untouched_form_gives_the_type_a_title_and_an_address()
    {
        await using var site = await Site.StartAsync(Roles.Closed, Roles.Step);
        var designer = await site.SignInAsync(Roles.Designer);
        var page = await site.GetAsync("/Admin/ContentTypes/Create", designer);
        // Of several values of one name the first counts.
        var choices = Regex.Matches(page, "<input[^>]* name=\"(Has[A-Za-z]+)\" value=\"([a-z]+)\"").Select(input => (input.Groups[1].Value, input.Groups[2].Value)).DistinctBy(choice => choice.Item1);

        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Create", [("DisplayName", "Bus stop"), .. choices]);
        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/BusStop", ("DisplayName", "Story"), ("Kind", "HtmlField"));
        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/BusStop", ("DisplayName", "Lines"), ("Kind", "NumericField"));

        var parts = site.Get<TypeCatalogue>().Current.FindType("BusStop")!.Parts.Select(part => part.Name);
        Assert.Equal(["AutoroutePart", "BusStop", "TitlePart"], parts.Order(StringComparer.Ordinal));
        // Texts are looked for; numbers are not.
        Assert.Equal((true, false), (IsSearched("Story"), IsSearched("Lines")));
        bool IsSearched(string field) => site.Get<TypeCatalogue>().Current.FindPart("BusStop")!.FindField(field)!.Settings.Get<LuceneContentIndexSettings>().Included;
    }

    [Fact]
    public async Task An_exported_type_is_the_same_on_another_site()
    {
        await using var site = await Site.StartAsync(Roles.Step);
        var designer = await site.SignInAsync(Roles.Designer);
        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Create", ("DisplayName", "Plat du jour"), ("HasTitle", "true"), ("HasPage", "true"));
        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/PlatDuJour", ("DisplayName", "Prix «net»"), ("Name", "Price"), ("Kind", "NumericField"));
        var saved = await Browsing.PostFormAsync(designer, "/Admin/ContentParts/PlatDuJour/Fields/Price/Edit", ("NumericFieldSettings.Scale", "2"), ("NumericFieldSettings.Minimum", "0"), ("NumericFieldSettings.Required", "true"), ("NumericFieldSettings.Hint", "In euro"));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);

        var recipe = await site.GetAsync("/Admin/ContentTypes/Export/PlatDuJour", designer);
        await using var other = await Site.StartAsync(SiteSetup.OfRecipe(Recipe.Of("Test", Roles.Step)));
        var report = await other.RunRecipeAsync(recipe);

        Assert.Empty(report.Warnings);
        Assert.Equal(DefinitionJson.Write(site.Get<TypeCatalogue>().Current).ToJsonString(), DefinitionJson.Write(other.Get<TypeCatalogue>().Current).ToJsonString());
        var settings = JsonDocument.Parse(recipe).RootElement.GetProperty("steps")[0].GetProperty("ContentParts")[0].GetProperty("ContentPartFieldDefinitionRecords")[0].GetProperty("Settings").GetProperty("NumericFieldSettings");
        Assert.Equal("""{"Hint":"In euro","Required":true,"Scale":2,"Minimum":0}""", settings.GetRawText().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings("").Replace("Ineuro", "In euro", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Existing_items_are_found_by_a_field_that_was_added_later()
    {
        await using var site = await Site.StartAsync(Roles.Step, Recipe.Type("Dish", ("Taste", "TextField")),
            Recipe.Content(Enumerable.Range(0, 450).Select(i => Recipe.Item("Dish", $"4dish{i:D21}", $"Dish {i}", $$""" "Dish": { "Stars": { "Value": {{i % 5}} } } """)).ToArray()));
        var designer = await site.SignInAsync(Roles.Designer);

        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/Dish", ("DisplayName", "Stars"), ("Kind", "NumericField"));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await site.Get<Content.Items.Reindexing>().CountWaitingAsync("Dish", patience.Token) > 0) await Task.Delay(50, patience.Token);
        var reader = await site.SignInAsync("RecipeReader");
        var answer = await site.PostGraphQlAsync("{ dish(first: 1000, where: { stars: 4 }) { displayText } }", user: reader);
        Assert.Equal(90, answer.GetProperty("data").GetProperty("dish").GetArrayLength());
        var stamp = (await site.FindAsync("4dish000000000000000000007"))!.Stamp;
        Assert.Equal(1, stamp);
    }

    [Fact]
    public async Task Settings_nobody_knows_are_kept()
    {
        await using var site = await Site.StartAsync(Roles.Step, """
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Dish", "DisplayName": "Dish", "Settings": { "ContentTypeSettings": { "Creatable": true, "Odd": 7 }, "OtherModuleSettings": { "A": [1, 2] } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "Dish", "Name": "Dish", "Settings": {} } ] } ],
              "ContentParts": [ { "Name": "Dish", "Settings": {}, "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Taste", "Settings": {
                "TextFieldPredefinedListEditorSettings": { "Editor": "Radio", "Options": [ { "name": "Sweet", "value": "s", "color": "pink" }, { "name": "Sour", "value": "o" } ] } } } ] } ] }
            """);
        var designer = await site.SignInAsync(Roles.Designer);

        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Edit/Dish", ("DisplayName", "Meal"), ("ContentTypeSettings.Listable", "true"), ("ContentTypeSettings.Creatable", "true"),
            ("FullTextAspectSettings.IncludeBodyAspect", "true"), ("FullTextAspectSettings.IncludeDisplayText", "true"));
        await Browsing.PostFormAsync(designer, "/Admin/ContentParts/Dish/Fields/Taste/Edit",
            ("TextFieldPredefinedListEditorSettings.Options.0.Name", "Very sweet"), ("TextFieldPredefinedListEditorSettings.Options.0.Value", "s"),
            ("TextFieldPredefinedListEditorSettings.Options.1.Name", ""), ("TextFieldPredefinedListEditorSettings.Options.1.Value", ""),
            ("TextFieldPredefinedListEditorSettings.Options.2.Name", "Bitter"), ("TextFieldPredefinedListEditorSettings.Options.2.Value", ""));

        var type = site.Get<TypeCatalogue>().Current.FindType("Dish")!;
        Assert.Equal("Meal", type.DisplayName);
        Assert.Equal("""{"ContentTypeSettings":{"Creatable":true,"Odd":7,"Listable":true},"OtherModuleSettings":{"A":[1,2]}}""", type.Settings.Json.GetRawText());
        var list = type.FindPart("Dish")!.Fields[0].Settings.Json.GetProperty("TextFieldPredefinedListEditorSettings");
        Assert.Equal("""{"Editor":"Radio","Options":[{"name":"Very sweet","value":"s","color":"pink"},{"name":"Bitter","value":"Bitter"}]}""", list.GetRawText());
    }

    [Fact]
    public async Task Fields_and_parts_stand_in_the_order_they_are_given()
    {
        await using var site = await Site.StartAsync(Roles.Step, Recipe.Type("Dish", ("A", "TextField"), ("B", "TextField"), ("C", "TextField")));
        var designer = await site.SignInAsync(Roles.Designer);

        await PressAsync(designer, "/Admin/ContentTypes/Edit/Dish", "/Admin/ContentParts/Dish/Fields/Move", "up", "C");
        await PressAsync(designer, "/Admin/ContentTypes/Edit/Dish", "/Admin/ContentTypes/Edit/Dish?handler=MovePart", "down", "TitlePart");

        var type = site.Get<TypeCatalogue>().Current.FindType("Dish")!;
        Assert.Equal(["A", "C", "B"], type.FindPart("Dish")!.Fields.Select(field => field.Name));
        Assert.Equal(["AutoroutePart", "TitlePart", "Dish"], type.Parts.Select(part => part.Name));
    }

    /// <summary>Presses a button of the form with that action.</summary>
    internal static async Task<HttpResponseMessage> PressAsync(HttpClient browser, string page, string action, string button, string value)
    {
        var html = await browser.GetStringAsync(page);
        var start = html.IndexOf($"action=\"{action}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no form for {action}.");
        var form = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        var fields = System.Text.RegularExpressions.Regex.Matches(form, "<input [^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"").ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
        fields[button] = value;
        return await browser.PostAsync(action, new FormUrlEncodedContent(fields));
    }
}
