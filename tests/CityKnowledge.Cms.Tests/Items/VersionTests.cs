using System.Net;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Tests.Items;

/// <summary>Drafts, published versions, history and the bin, as every door meets them.</summary>
public sealed class VersionTests(VersionTests.Notes notes) : IClassFixture<VersionTests.Notes>
{
    private static readonly Caller Anna = new("anna", "anna", [Caller.AdministratorRole]);
    private readonly Site site = notes.Site;

    private ContentEditor Editor => site.Get<ContentEditor>();

    private ContentReader Reader => site.Get<ContentReader>();

    [Fact]
    public async Task A_new_item_is_a_draft_with_an_id_as_Orchard_makes_them()
    {
        var draft = await Editor.SaveDraftAsync(Anna, Note("A first draft"));

        Assert.Equal(26, draft.ContentItemId.Length);
        Assert.StartsWith("4", draft.ContentItemId, StringComparison.Ordinal);
        Assert.True(draft is { Latest: true, Published: false, Owner: "anna" });
        Assert.Null(await site.FindAsync(draft.ContentItemId));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("note/a-first-draft")).StatusCode);
    }

    [Fact]
    public async Task Publishing_shows_the_draft_and_unpublishing_hides_it()
    {
        var draft = await Editor.SaveDraftAsync(Anna, Note("Seen and hidden"));

        var published = await Editor.PublishAsync(Anna, draft.ContentItemId);

        Assert.NotNull(published!.PublishedUtc);
        Assert.Contains("Seen and hidden", await site.GetAsync("note/seen-and-hidden"), StringComparison.Ordinal);

        var hidden = await Editor.UnpublishAsync(Anna, draft.ContentItemId);

        Assert.Null(hidden!.PublishedUtc);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("note/seen-and-hidden")).StatusCode);
    }

    [Fact]
    public async Task A_draft_beside_a_published_version_changes_nothing_for_visitors()
    {
        var id = await PublishAsync("Two versions");
        var published = await Reader.FindPublishedAsync(id);

        var draft = await Editor.SaveDraftAsync(Anna, Changed(published!, "The newer text"));

        Assert.NotEqual(published!.ContentItemVersionId, draft.ContentItemVersionId);
        Assert.Equal(published.ContentItemVersionId, (await site.FindAsync(id))!.ContentItemVersionId);
        Assert.Equal("The newer text", Text((await Reader.FindLatestAsync(id))!));
        Assert.Equal(2, (await Reader.ListVersionsAsync(id)).Count);

        await Editor.PublishAsync(Anna, id);

        Assert.Equal("The newer text", Text((await site.FindAsync(id))!));
        Assert.Single(await Reader.ListVersionsAsync(id), version => version.Published);
    }

    [Fact]
    public async Task A_discarded_draft_gives_way_to_the_published_version()
    {
        var id = await PublishAsync("Thought better of it");
        await Editor.SaveDraftAsync(Anna, Changed((await site.FindAsync(id))!, "Rash words"));

        Assert.True(await Editor.DiscardDraftAsync(Anna, id));

        Assert.True((await Reader.FindLatestAsync(id))!.Published);
        Assert.False(await Editor.DiscardDraftAsync(Anna, id));
    }

    [Fact]
    public async Task The_slower_of_two_editors_is_told()
    {
        var id = await PublishAsync("Contested");
        var seen = (await Reader.FindLatestAsync(id))!;
        await Editor.SaveDraftAsync(Anna, Changed(seen, "The faster one"), seen.Stamp);

        await Assert.ThrowsAsync<StaleVersionException>(() => Editor.SaveDraftAsync(Anna, Changed(seen, "The slower one"), seen.Stamp));

        Assert.Equal("The faster one", Text((await Reader.FindLatestAsync(id))!));
    }

    [Fact]
    public async Task A_deleted_item_leaves_every_door_and_comes_back_as_a_draft()
    {
        var id = await PublishAsync("Gone and back");

        Assert.True(await Editor.DeleteAsync(Anna, id));

        Assert.Null(await Reader.FindLatestAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("note/gone-and-back")).StatusCode);
        await Assert.ThrowsAsync<InvalidContentException>(() => Editor.SaveDraftAsync(Anna, new ContentDraft { ContentItemId = id, ContentType = "Note" }));

        var back = await Editor.RestoreFromBinAsync(Anna, id);

        Assert.True(back is { Latest: true, Published: false });
    }

    [Fact]
    public async Task A_former_version_comes_back_as_a_draft_and_a_copy_is_an_item_of_its_own()
    {
        var id = await PublishAsync("With a past");
        var former = (await site.FindAsync(id))!.ContentItemVersionId!;
        await Editor.SaveDraftAsync(Anna, Changed((await site.FindAsync(id))!, "The present"));
        await Editor.PublishAsync(Anna, id);

        var restored = await Editor.RestoreVersionAsync(Anna, former);
        var copy = await Editor.CloneAsync(Anna, id);

        Assert.Equal("As first written", Text(restored!));
        Assert.Equal("The present", Text((await site.FindAsync(id))!));
        Assert.NotEqual(id, copy!.ContentItemId);
        await Editor.PublishAsync(Anna, copy.ContentItemId);
        Assert.Equal("note/with-a-past-1", (await site.FindAsync(copy.ContentItemId))!.Part("AutoroutePart").GetProperty("Path").GetString());
    }

    [Fact]
    public async Task Nobody_changes_what_their_roles_do_not_allow()
    {
        var id = await PublishAsync("Not yours");
        var visitor = new Caller("bert", "bert", []);
        var item = (await site.FindAsync(id))!;

        await Assert.ThrowsAsync<ForbiddenException>(() => Editor.SaveDraftAsync(visitor, Changed(item, "Mine now")));
        await Assert.ThrowsAsync<ForbiddenException>(() => Editor.PublishAsync(visitor, id));
        await Assert.ThrowsAsync<ForbiddenException>(() => Editor.UnpublishAsync(visitor, id));
        await Assert.ThrowsAsync<ForbiddenException>(() => Editor.DeleteAsync(visitor, id));
        await Assert.ThrowsAsync<ForbiddenException>(() => Editor.CloneAsync(visitor, id));
        await Assert.ThrowsAsync<ForbiddenException>(() => Editor.RestoreVersionAsync(visitor, item.ContentItemVersionId!));

        Assert.Equal("As first written", Text((await Reader.FindLatestAsync(id))!));
    }

    private async Task<string> PublishAsync(string title)
    {
        var draft = await Editor.SaveDraftAsync(Anna, Note(title));
        return (await Editor.PublishAsync(Anna, draft.ContentItemId))!.ContentItemId;
    }

    private static ContentDraft Note(string title) => new()
    {
        ContentType = "Note",
        Content = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title }, ["Note"] = Body("As first written") },
    };

    private static ContentDraft Changed(ContentItem item, string text)
    {
        var draft = ContentDraft.FromItem(item);
        draft.Content["Note"] = Body(text);
        return draft;
    }

    private static JsonObject Body(string text) => new() { ["Body"] = new JsonObject { ["Text"] = text } };

    private static string? Text(ContentItem item) => item.Field("Note", "Body").GetProperty("Text").GetString();

    public sealed class Notes : SharedSite
    {
        private protected override SiteSetup Setup => SiteSetup.Of(Recipe.Type("Note", ("Body", "TextField")));
    }
}
