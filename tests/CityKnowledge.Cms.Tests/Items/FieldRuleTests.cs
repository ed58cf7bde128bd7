using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Items;

/// <summary>What a value must keep to before the public sees it: ends come after beginnings, pictures have descriptions.</summary>
public sealed class FieldRuleTests(FieldRuleTests.Shared shared) : IClassFixture<FieldRuleTests.Shared>
{
    [Theory]
    [InlineData("2020", "2019", "The end must not be less than The start.")]
    [InlineData("2020", "2020", null)]
    [InlineData("2020", null, null)]
    [InlineData(null, "2019", null)]
    public Task An_end_is_not_below_its_start(string? start, string? end, string? problem) =>
        PublishAsync(problem, "Plan.End", Plan(("Start", Value(start)), ("End", Value(end))));

    [Theory]
    [InlineData("2025-03-02T09:00:00Z", "2025-03-01T10:00:00Z", "Till must not be before From.")]
    [InlineData("2025-03-01T09:00:00+02:00", "2025-03-01T08:00:00Z", null)]
    public Task A_moment_is_not_before_its_beginning(string from, string till, string? problem) =>
        PublishAsync(problem, "Plan.Till", Plan(("From", new JsonObject { ["Value"] = from }), ("Till", new JsonObject { ["Value"] = till })));

    [Theory]
    [InlineData("a.png", "", "Picture: say what 'a.png' shows, for people who do not see it.")]
    [InlineData("folder/a.SVG", " ", "Picture: say what 'a.SVG' shows, for people who do not see it.")]
    [InlineData("a.png", "A tram", null)]
    [InlineData("a.pdf", "", null)]
    public Task A_picture_has_a_description(string path, string text, string? problem) =>
        PublishAsync(problem, "Plan.Picture", Plan(("Picture", new JsonObject { ["Paths"] = new JsonArray(path), ["MediaTexts"] = new JsonArray(text) })));

    [Fact]
    public Task A_rule_that_names_no_field_says_so() => PublishAsync("Lost cannot be checked: 'Plan' has no field 'Nowhere' that it could be compared with.", "Plan.Lost", Plan(("Lost", Value("1"))));

    private async Task PublishAsync(string? problem, string path, ContentDraft draft)
    {
        var editor = shared.Site.Get<ContentEditor>();
        Assert.False((await editor.SaveDraftAsync(Caller.Site, draft)).Published);
        draft.ContentItemId = null;
        if (problem is null)
        {
            Assert.True((await editor.SaveAndPublishAsync(Caller.Site, draft)).Published);
            return;
        }

        var trouble = await Assert.ThrowsAsync<InvalidContentException>(() => editor.SaveAndPublishAsync(Caller.Site, draft));
        Assert.Equal([(problem, path)], trouble.Problems.Select(found => (found.Message, found.Path)));
    }

    private static ContentDraft Plan(params (string Field, JsonObject Value)[] values)
    {
        var draft = new ContentDraft { ContentType = "Plan" };
        foreach (var (field, value) in values) draft.Part("Plan")[field] = value;
        return draft;
    }

    private static JsonObject Value(string? number) => new() { ["Value"] = number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture) };

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.Of("""
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Plan", "DisplayName": "Plan", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true, "Versionable": true } }, "ContentTypePartDefinitionRecords": [ { "PartName": "Plan", "Name": "Plan", "Settings": {} } ] } ],
              "ContentParts": [ { "Name": "Plan", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                { "FieldName": "NumericField", "Name": "Start", "Settings": { "ContentPartFieldSettings": { "DisplayName": "The start" } } },
                { "FieldName": "NumericField", "Name": "End", "Settings": { "ContentPartFieldSettings": { "DisplayName": "The end" }, "FieldOrderSettings": { "NotBelow": "Start" } } },
                { "FieldName": "NumericField", "Name": "Lost", "Settings": { "FieldOrderSettings": { "NotBelow": "Nowhere" } } },
                { "FieldName": "DateTimeField", "Name": "From", "Settings": {} },
                { "FieldName": "DateTimeField", "Name": "Till", "Settings": { "FieldOrderSettings": { "NotBelow": "From" } } },
                { "FieldName": "MediaField", "Name": "Picture", "Settings": { "MediaFieldRuleSettings": { "TextRequired": true } } } ] } ] }
            """);
    }
}
