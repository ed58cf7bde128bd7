using System.Net;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Tests.Admin.ContentTypes;

/// <summary>What the screens of definitions refuse, and how they say it.</summary>
public sealed class RefusalTests(RefusalTests.Given given) : IClassFixture<RefusalTests.Given>
{
    private Site Site => given.Site;

    [Theory]
    [InlineData("ContentItemId", "reserved")]
    [InlineData("9lives", "begins with a letter")]
    [InlineData("<script>", "begins with a letter")]
    [InlineData("Dish'; DROP TABLE", "begins with a letter")]
    [InlineData("Блюдо", "begins with a letter")]
    [InlineData("dISH", "already")]
    [InlineData("TitlePart", "already")]
    [InlineData("Shared", "already")]
    public async Task A_type_cannot_have_such_a_name(string name, string reason)
    {
        var designer = await Site.SignInAsync(Roles.Designer);

        var answer = await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Create", ("DisplayName", "Kept as typed"), ("Name", name));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains("Kept as typed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Query")]
    [InlineData("String")]
    [InlineData("ContentItem")]
    [InlineData("Me")]
    [InlineData("Int")]
    [InlineData("PageInfo")]
    public async Task A_type_named_like_something_of_graphql_breaks_nothing(string name)
    {
        var designer = await Site.SignInAsync(Roles.Designer);

        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Create", ("DisplayName", name), ("HasTitle", "true"));
        await Browsing.PostFormAsync(designer, $"/Admin/ContentTypes/AddFieldsTo/{name}", ("DisplayName", "Path"), ("Kind", "TextField"));

        var answer = await Site.PostGraphQlAsync("{ dish { displayText } }", user: await Site.SignInAsync("RecipeReader"));
        Assert.True(answer.TryGetProperty("data", out _), answer.GetRawText());
    }

    [Fact]
    public async Task Labels_that_attack_are_only_words()
    {
        const string Attack = "<img src=x onerror=alert(1)>";
        var designer = await Site.SignInAsync(Roles.Designer);

        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Create", ("DisplayName", Attack), ("Name", "Attack"), ("Description", Attack));
        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/Attack", ("DisplayName", Attack), ("Name", "Field"), ("Kind", "TextField"));

        foreach (var path in (string[])["/Admin/ContentTypes/List", "/Admin/ContentTypes/Edit/Attack", "/Admin/ContentTypes/Delete/Attack", "/Admin/ContentTypes/AddPartsTo/Attack", "/Admin/ContentParts/Attack/Fields/Field/Edit", "/Admin/ContentParts/Attack/Fields/Field/Remove"])
        {
            Assert.DoesNotContain("<img src=x", await Site.GetAsync(path, designer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_field_keeps_its_kind()
    {
        var designer = await Site.SignInAsync(Roles.Designer);

        var answer = await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/Dish", ("DisplayName", "Taste"), ("Kind", "NumericField"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("keeps its kind", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("TextField", Site.Get<TypeCatalogue>().Current.FindPart("Dish")!.FindField("Taste")!.Kind);
    }

    [Fact]
    public async Task A_field_does_not_take_over_values_of_another_kind()
    {
        var designer = await Site.SignInAsync(Roles.Designer);

        var answer = await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/Dish", ("DisplayName", "Gone"), ("Kind", "NumericField"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("in 1 of the items", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NumericFieldSettings.Minimum", "one", "must be a number")]
    [InlineData("NumericFieldSettings.Scale", "1.5", "must be a whole number")]
    public async Task A_wrong_setting_comes_back_as_it_was_typed(string name, string value, string reason)
    {
        var designer = await Site.SignInAsync(Roles.Designer);

        var answer = await Browsing.PostFormAsync(designer, "/Admin/ContentParts/Dish/Fields/Stars/Edit", ("ContentPartFieldSettings.DisplayName", "My new label"), (name, value));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{value}\"", page, StringComparison.Ordinal);
        Assert.Contains("My new label", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_that_is_no_liquid_is_refused()
    {
        var designer = await Site.SignInAsync(Roles.Designer);

        var answer = await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Dish/ContentParts/AutoroutePart/Edit", ("AutoroutePartSettings.Pattern", "{{ ContentItem.DisplayText | "));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("no valid Liquid", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_loses_nothing()
    {
        var first = await Site.SignInAsync(Roles.Designer);
        await Browsing.PostFormAsync(first, "/Admin/ContentTypes/Create", ("DisplayName", "Twice"));
        var stale = Stamp(await Site.GetAsync("/Admin/ContentTypes/Edit/Twice", first));
        await Browsing.PostFormAsync(first, "/Admin/ContentTypes/Edit/Twice", ("DisplayName", "By the first"));

        var second = await Site.SignInAsync(Roles.Designer);
        var answer = await Browsing.PostFormAsync(second, "/Admin/ContentTypes/Edit/Twice", ("DisplayName", "By the second"), ("Stamp", stale));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("By the second", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("By the first", Site.Get<TypeCatalogue>().Current.FindType("Twice")!.DisplayName);
    }

    [Fact]
    public async Task Two_people_may_change_different_types_at_the_same_time()
    {
        var designer = await Site.SignInAsync(Roles.Designer);
        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Create", ("DisplayName", "Apart"));
        var stamp = Stamp(await Site.GetAsync("/Admin/ContentTypes/Edit/Apart", designer));
        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Edit/Other", ("DisplayName", "Another"));

        var answer = await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Edit/Apart", ("DisplayName", "Apart again"), ("Stamp", stamp));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("Another", Site.Get<TypeCatalogue>().Current.FindType("Other")!.DisplayName);
    }

    [Fact]
    public async Task Removing_says_how_many_items_are_concerned()
    {
        var designer = await Site.SignInAsync(Roles.Designer);

        Assert.Contains("Items that hold a value in it: 1.", await Site.GetAsync("/Admin/ContentParts/Dish/Fields/Taste/Remove", designer), StringComparison.Ordinal);
        Assert.Contains("Items of this type: 2.", await Site.GetAsync("/Admin/ContentTypes/Delete/Dish", designer), StringComparison.Ordinal);
        Assert.Contains("Items that hold something in it: 2.", await Site.GetAsync("/Admin/ContentTypes/Dish/ContentParts/TitlePart/Remove", designer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_deleted_and_made_again_finds_its_items_again()
    {
        var designer = await Site.SignInAsync(Roles.Designer);
        var gone = await DesignTests.PressAsync(designer, "/Admin/ContentTypes/Delete/Leaf", "/Admin/ContentTypes/Delete/Leaf", "x", "");
        Assert.Equal("/Admin/ContentTypes/List", gone.Headers.Location?.ToString());
        Assert.Null(Site.Get<TypeCatalogue>().Current.FindPart("Leaf"));

        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/Create", ("DisplayName", "Leaf"), ("HasTitle", "true"));
        await Browsing.PostFormAsync(designer, "/Admin/ContentTypes/AddFieldsTo/Leaf", ("DisplayName", "Colour"), ("Kind", "TextField"));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await Site.Get<Content.Items.Reindexing>().CountWaitingAsync("Leaf", patience.Token) > 0) await Task.Delay(50, patience.Token);
        var answer = await Site.PostGraphQlAsync("""{ leaf(where: { colour: "red" }) { displayText } }""", user: await Site.SignInAsync("Administrator"));
        Assert.Contains("Maple", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Admin/ContentTypes/Create")]
    [InlineData("/Admin/ContentTypes/Edit/Dish")]
    [InlineData("/Admin/ContentTypes/Delete/Dish")]
    [InlineData("/Admin/ContentTypes/AddPartsTo/Dish")]
    [InlineData("/Admin/ContentTypes/AddReusablePartTo/Dish")]
    [InlineData("/Admin/ContentTypes/AddFieldsTo/Dish")]
    [InlineData("/Admin/ContentTypes/Dish/ContentParts/TitlePart/Edit")]
    [InlineData("/Admin/ContentTypes/Dish/ContentParts/TitlePart/Remove")]
    [InlineData("/Admin/ContentParts/Create")]
    [InlineData("/Admin/ContentParts/Edit/Shared")]
    [InlineData("/Admin/ContentParts/Delete/Shared")]
    [InlineData("/Admin/ContentParts/Dish/Fields/Taste/Edit")]
    [InlineData("/Admin/ContentParts/Dish/Fields/Taste/Remove")]
    public async Task Only_designers_change_definitions(string address)
    {
        foreach (var role in (string[])[Roles.Looker, Roles.Writer])
        {
            var user = await Site.SignInAsync(role);
            using var nothing = new FormUrlEncodedContent([]);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync(address, nothing)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Found, (await Site.Visitor.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await Site.SignInAsync(Roles.Designer)).GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/Admin/ContentTypes/List")]
    [InlineData("/Admin/ContentTypes/ListParts")]
    [InlineData("/Admin/ContentTypes/Export")]
    [InlineData("/Admin/ContentTypes/Export/Dish")]
    public async Task Who_may_look_sees_definitions_but_no_button_to_change_them(string address)
    {
        var page = await Site.GetAsync(address, await Site.SignInAsync(Roles.Looker));

        Assert.DoesNotContain("/Edit/", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Site.SignInAsync(Roles.Writer)).GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Rights_are_asked_for_where_the_change_is_made()
    {
        var looker = new Content.Security.Caller("someone", "someone", [Roles.Looker]);

        await Assert.ThrowsAsync<Content.Items.ForbiddenException>(() => Site.Get<TypeEditor>().CreateAsync(looker, new NewType(null, "Stolen", null, true, true)));
        await Assert.ThrowsAsync<Content.Items.ForbiddenException>(() => Site.Get<PartEditor>().RemoveFieldAsync(looker, "Dish", "", "Taste"));
        Assert.Throws<Content.Items.ForbiddenException>(() => Site.Get<DefinitionExport>().Write(Content.Security.Caller.Visitor));
    }

    private static string Stamp(string page)
    {
        var own = page[page.LastIndexOf("name=\"Stamp\"", StringComparison.Ordinal)..];
        var start = own.IndexOf("value=\"", StringComparison.Ordinal) + 7;
        return own[start..own.IndexOf('"', start)];
    }

    public sealed class Given : SharedSite
    {
        private protected override SiteSetup Setup => SiteSetup.Of(
            Roles.Step,
            Recipe.Type("Dish", ("Taste", "TextField"), ("Stars", "NumericField")),
            Recipe.Type("Other"),
            Recipe.Type("Leaf", ("Colour", "TextField")),
            """{ "name": "ContentDefinition", "ContentParts": [ { "Name": "Shared", "Settings": { "ContentPartSettings": { "Attachable": true, "Reusable": true } } } ] }""",
            Recipe.Content(
                Recipe.Item("Leaf", "4leaf000000000000000000001", "Maple", """ "Leaf": { "Colour": { "Text": "red" } } """),
                Recipe.Item("Dish", "4dish000000000000000000001", "Soup", """ "Dish": { "Taste": { "Text": "salty \"Taste\": {" }, "Gone": { "Value": "2020-01-01T00:00:00Z" } } """),
                Recipe.Item("Dish", "4dish000000000000000000002", "Cake", """ "Dish": { "Taste": { "Text": "" } } """)));
    }
}
