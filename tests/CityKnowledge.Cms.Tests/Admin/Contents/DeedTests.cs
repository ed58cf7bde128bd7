using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Contents;

/// <summary>What the buttons of a line in the list do, by Orchard's addresses.</summary>
public sealed class DeedTests : IAsyncLifetime
{
    private const string List = "/Admin/Contents/ContentItems";
    private static readonly string Id = DeskSite.Id("1");
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(DeskSite.Of(DeskSite.Practice("1", "Bike lanes"), DeskSite.Secret("2", "A secret")));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_draft_is_published_and_taken_back()
    {
        using var editor = await site.SignInAsync("Editor");
        var draft = await DeskSite.SaveAsync(site, "Car free Sundays");

        using var published = await Browsing.PostFormAsync(editor, $"{List}/{draft.ContentItemId}/Publish?returnUrl={Uri.EscapeDataString(List + "?q=car")}");
        Assert.Equal(List + "?q=car", published.Headers.Location?.ToString());
        Assert.Contains("Car free Sundays", (await site.FindAsync(draft.ContentItemId))?.DisplayText, StringComparison.Ordinal);
        Assert.Contains("“Car free Sundays” is published.", WebUtility.HtmlDecode(await site.GetAsync(List, editor)), StringComparison.Ordinal);

        using var back = await Browsing.PostFormAsync(editor, $"{List}/{draft.ContentItemId}/Unpublish");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Null(await site.FindAsync(draft.ContentItemId));
    }

    [Fact]
    public async Task After_a_draft_is_discarded_in_its_form_the_form_shows_what_is_left()
    {
        using var editor = await site.SignInAsync("Editor");
        await site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, ContentDraft.FromItem((await site.Get<ContentReader>().FindLatestAsync(Id))!));

        using var discarded = await Browsing.PostFormAsync(editor, $"{List}/{Id}/DiscardDraft");

        Assert.Equal($"{List}/{Id}/Edit", discarded.Headers.Location?.ToString());
        var form = await site.GetAsync($"{List}/{Id}/Edit", editor);
        Assert.Contains("href=\"/practices/bike-lanes\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_the_list_works_with_the_form_of_the_list()
    {
        using var editor = await site.SignInAsync("Editor");

        using var answer = await DeskSite.PostAsync(editor, List, $"{List}/{Id}/Unpublish", ("returnUrl", List), ("itemIds", DeskSite.Id("2")));

        Assert.Equal(List, answer.Headers.Location?.ToString());
        Assert.Null(await site.FindAsync(Id));
        Assert.NotNull(await site.FindAsync(DeskSite.Id("2")));
    }

    [Fact]
    public async Task What_is_missing_is_named_and_nothing_is_published()
    {
        using var editor = await site.SignInAsync("Editor");
        var draft = await DeskSite.SaveAsync(site, "Unfinished", change: draft => draft.Part("Practice").Remove("Summary"));

        using var answer = await Browsing.PostFormAsync(editor, $"{List}/{draft.ContentItemId}/Publish");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"/Admin/Contents/ContentItems/{draft.ContentItemId}/Edit#Practice_Summary", page, StringComparison.Ordinal);
        Assert.Null(await site.FindAsync(draft.ContentItemId));
    }

    [Fact]
    public async Task A_copy_is_a_draft_of_ones_own_and_is_not_scheduled()
    {
        var planned = await DeskSite.SaveAsync(site, "Planned", change: draft => draft.Part(Schedule.PublishPart)[Schedule.PublishMember] = "2099-05-01T08:00:00Z");
        using var editor = await site.SignInAsync("Editor");

        using var answer = await Browsing.PostFormAsync(editor, $"{List}/{planned.ContentItemId}/Clone");

        var id = answer.Headers.Location!.ToString().Split('/')[^2];
        Assert.Equal($"{List}/{id}/Edit", answer.Headers.Location.ToString());
        var copy = await site.Get<ContentReader>().FindLatestAsync(id);
        Assert.NotEqual(planned.ContentItemId, id);
        Assert.Equal("Planned", copy?.DisplayText);
        Assert.False(copy?.Published);
        Assert.Null(copy?.PublishAt());
    }

    [Fact]
    public async Task Discarding_a_draft_brings_the_published_version_back()
    {
        await DeskSite.SaveAsync(site, "Bike lanes, rewritten", id: Id);
        using var editor = await site.SignInAsync("Editor");
        Assert.Contains("Discard the draft of “Bike lanes, rewritten”?", WebUtility.HtmlDecode(await site.GetAsync($"{List}/{Id}/DiscardDraft", editor)), StringComparison.Ordinal);

        using var answer = await Browsing.PostFormAsync(editor, $"{List}/{Id}/DiscardDraft");

        Assert.Equal("Bike lanes", (await site.Get<ContentReader>().FindLatestAsync(Id))?.DisplayText);
    }

    [Theory]
    [InlineData("Guest", "Publish,Unpublish,Clone,DiscardDraft,Delete")]
    [InlineData("Reader", "Publish,Unpublish,Clone,DiscardDraft,Delete")]
    [InlineData("Contributor", "Publish,Unpublish,Clone,DiscardDraft,Delete")]
    [InlineData("Author", "Publish,Unpublish,Clone,DiscardDraft,Delete")]
    public async Task Nobody_does_to_the_item_of_another_what_their_role_does_not_allow(string role, string deeds)
    {
        await DeskSite.SaveAsync(site, "Bike lanes, rewritten", id: Id);
        using var browser = await site.SignInAsync(role);

        foreach (var deed in deeds.Split(','))
        {
            using var asked = await browser.GetAsync($"{List}/{Id}/{deed}");
            using var done = await DeskSite.PostAsync(browser, "/Admin", $"{List}/{Id}/{deed}");
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (asked.StatusCode, done.StatusCode));
        }

        Assert.Equal("Bike lanes", (await site.FindAsync(Id))?.DisplayText);
        Assert.Equal("Bike lanes, rewritten", (await site.Get<ContentReader>().FindLatestAsync(Id))?.DisplayText);
    }

    [Fact]
    public async Task Opening_an_address_or_sending_a_form_without_its_token_changes_nothing()
    {
        using var editor = await site.SignInAsync("Editor");
        using var empty = new FormUrlEncodedContent([]);

        await site.GetAsync($"{List}/{Id}/Delete", editor);
        using var answer = await editor.PostAsync($"{List}/{Id}/Delete", empty);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(await site.FindAsync(Id));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task A_foreign_address_to_return_to_is_not_followed(string address)
    {
        using var editor = await site.SignInAsync("Editor");

        using var answer = await Browsing.PostFormAsync(editor, $"{List}/{Id}/Unpublish?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal(List, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        using var admin = await site.SignInAsync(Caller.AdministratorRole);

        using var unknown = await admin.GetAsync($"{List}/{DeskSite.Id("9")}/Publish");
        using var deed = await admin.GetAsync($"{List}/{Id}/Explode");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, deed.StatusCode));
    }
}
