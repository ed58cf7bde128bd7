using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Items;

/// <summary>Length and pattern of texts, as the settings of their field say.</summary>
public sealed class TextRuleTests(TextRuleTests.Shared shared) : IClassFixture<TextRuleTests.Shared>
{
    [Theory]
    [InlineData("AB-12", null)]
    [InlineData("", null)]
    [InlineData("AB-123456", "Code may have at most 8 characters; it has 9.")]
    [InlineData("ab-12", "Code must be two capitals, a hyphen and a number.")]
    [InlineData("AB-12\n", "Code must be two capitals, a hyphen and a number.")]
    public async Task A_text_keeps_to_its_rules(string text, string? problem)
    {
        var draft = new ContentDraft { ContentType = "Note" };
        draft.Part("Note")["Code"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = text };
        var editor = shared.Site.Get<ContentEditor>();

        if (problem is null)
        {
            Assert.Equal(text, (await editor.SaveDraftAsync(Caller.Site, draft)).Field("Note", "Code").Get("Text").AsText());
            return;
        }

        var trouble = await Assert.ThrowsAsync<InvalidContentException>(() => editor.SaveDraftAsync(Caller.Site, draft));
        Assert.Equal([(problem, "Note.Code")], trouble.Problems.Select(found => (found.Message, found.Path)));
    }

    [Theory]
    [InlineData("(a")]
    [InlineData("(?=a)b")]
    [InlineData("(a)\\1")]
    public async Task A_pattern_that_cannot_be_used_is_not_taken(string pattern)
    {
        using var admin = await shared.Site.SignInAsync(Caller.AdministratorRole);

        using var answer = await Browsing.PostFormAsync(admin, "/Admin/ContentParts/Note/Fields/Code/Edit", ("TextFieldRuleSettings.Pattern", pattern));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("no regular expression that can be used here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.Of("""
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Note", "DisplayName": "Note", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true, "Versionable": true } }, "ContentTypePartDefinitionRecords": [ { "PartName": "Note", "Name": "Note", "Settings": {} } ] } ],
              "ContentParts": [ { "Name": "Note", "Settings": {}, "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Code", "Settings": {
                "TextFieldRuleSettings": { "MaxLength": 8, "Pattern": "[A-Z]{2}-[0-9]+", "PatternMeaning": "two capitals, a hyphen and a number." } } } ] } ] }
            """);
    }
}
