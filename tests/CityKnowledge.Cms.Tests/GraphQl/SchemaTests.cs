namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class SchemaTests(GraphQlSite cms) : IClassFixture<GraphQlSite>
{
    [Fact]
    public async Task Types_with_a_stereotype_and_hidden_types_have_no_list()
    {
        var data = await cms.AskAsync("{ __type(name: \"Query\") { fields { name } } }");

        var names = data.GetProperty("__type").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!).ToList();
        Assert.Contains("practice", names);
        Assert.Contains("contentItem", names);
        Assert.DoesNotContain("banner", names);
        Assert.DoesNotContain("secret", names);
    }

    [Fact]
    public async Task Every_field_says_its_type()
    {
        var fields = await FieldsAsync("Practice");

        Assert.Equal("Decimal", fields["score"]);
        Assert.Equal("Boolean", fields["open"]);
        Assert.Equal("Date", fields["day"]);
        Assert.Equal("DateTime", fields["at"]);
        Assert.Equal("TimeSpan", fields["clock"]);
        Assert.Equal("ContentPickerField", fields["cities"]);
        Assert.Equal("AliasPart", fields["alias"]);
        Assert.DoesNotContain("title", fields.Keys);
        Assert.DoesNotContain("setHomepage", fields.Keys);
    }

    [Fact]
    public async Task Collapsed_parts_put_their_members_on_the_type()
    {
        var fields = await FieldsAsync("Event");

        Assert.Equal("Price", fields["price"]);
        Assert.Equal("String", fields["sku"]);
        Assert.Equal("String", fields["metadataCode"]);
        Assert.DoesNotContain("code", fields.Keys);
    }

    [Fact]
    public async Task The_next_request_sees_a_changed_definition()
    {
        await using var site = await Site.StartAsync(Recipe.Type("Note"), GraphQlRecipe.OpenToVisitors);
        var before = await site.PostGraphQlAsync("{ note { body } }");

        await site.RunStepsAsync(
            Recipe.Type("Note", ("Body", "TextField")),
            Recipe.Content(Recipe.Item("Note", "40note0000000000000000000a", "Hello", """ "Note": { "Body": { "Text": "World" } } """)));
        var after = await site.PostGraphQlAsync("{ note(where: { body: \"world\" }) { body } }");

        Assert.True(before.TryGetProperty("errors", out _));
        Assert.Equal("World", after.GetProperty("data").GetProperty("note")[0].GetProperty("body").GetString());
    }

    [Fact]
    public async Task The_repository_s_own_types_make_a_schema()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);

        var answer = await site.PostGraphQlAsync("""
            { taxonomy(where: { alias: { alias: "sdg" } }) { displayText taxonomy { contentItems(first: 1) { displayText ... on SdgTerm { code nameFr } } } }
              practice(where: { sdgTargets: { termContentItemIds_in: ["none"] }, startYear_gt: 2000, facts: null }) { displayText } }
            """.Replace(", facts: null", "", StringComparison.Ordinal));

        Assert.Equal("Sustainable Development Goals", GraphQlSite.Titles(answer.GetProperty("data").GetProperty("taxonomy")));
    }

    private async Task<Dictionary<string, string?>> FieldsAsync(string type)
    {
        var data = await cms.AskAsync($$"""{ __type(name: "{{type}}") { fields { name type { name } } } }""");
        return data.GetProperty("__type").GetProperty("fields").EnumerateArray()
            .ToDictionary(field => field.GetProperty("name").GetString()!, field => field.GetProperty("type").GetProperty("name").GetString());
    }
}
