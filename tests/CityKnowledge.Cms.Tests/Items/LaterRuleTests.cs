using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Items;

/// <summary>A rule that a field gets when items are there already.</summary>
public sealed class LaterRuleTests
{
    private const string Long = "A text of more than ten characters";

    [Fact]
    public async Task What_is_stored_already_keeps_nothing_from_being_saved_until_it_is_published()
    {
        await using var site = await Site.StartAsync(Definition(""));
        var editor = site.Get<ContentEditor>();
        var item = await editor.SaveDraftAsync(Caller.Site, Note(Long, "one"));
        await site.RunStepsAsync(Definition(""" "TextFieldRuleSettings": { "MaxLength": 10 } """));

        var draft = ContentDraft.FromItem(item);
        draft.Part("Note")["Other"] = new JsonObject { ["Text"] = "two" };
        var saved = await editor.SaveDraftAsync(Caller.Site, draft);
        var copy = await editor.CloneAsync(Caller.Site, item.ContentItemId);
        draft.Part("Note")["Words"] = new JsonObject { ["Text"] = Long + "!" };

        Assert.Equal("two", saved.Field("Note", "Other").Get("Text").AsText());
        Assert.Equal(Long, copy!.Field("Note", "Words").Get("Text").AsText());
        await Assert.ThrowsAsync<InvalidContentException>(() => editor.SaveDraftAsync(Caller.Site, draft));
        var trouble = await Assert.ThrowsAsync<InvalidContentException>(() => editor.PublishAsync(Caller.Site, item.ContentItemId));
        Assert.Equal("Note.Words", Assert.Single(trouble.Problems).Path);
    }

    private static ContentDraft Note(string words, string other)
    {
        var draft = new ContentDraft { ContentType = "Note" };
        draft.Part("Note")["Words"] = new JsonObject { ["Text"] = words };
        draft.Part("Note")["Other"] = new JsonObject { ["Text"] = other };
        return draft;
    }

    private static string Definition(string settings) => $$"""
        { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "Note", "DisplayName": "Note", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true, "Versionable": true } }, "ContentTypePartDefinitionRecords": [ { "PartName": "Note", "Name": "Note", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "Note", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Words", "Settings": { {{settings}} } }, { "FieldName": "TextField", "Name": "Other", "Settings": {} } ] } ] }
        """;
}
