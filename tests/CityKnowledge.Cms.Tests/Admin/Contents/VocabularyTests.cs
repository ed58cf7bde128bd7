using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;

namespace CityKnowledge.Cms.Tests.Admin.Contents;

/// <summary>Vocabularies are content too, but the right to edit content is not the right to change them.</summary>
public sealed class VocabularyTests : IAsyncLifetime
{
    private const string Items = "/Admin/Contents/ContentItems";
    private const string Bin = "/Admin/Contents/Bin";
    private const string Create = "/Admin/Contents/ContentTypes/Taxonomy/Create";
    private const string Goals = "443rtpzb8q1qb6fa7v9hshx6tg";
    private const string Keeper = """
        { "name": "Roles", "Roles": [ { "Name": "Keeper", "Permissions": ["AccessAdminPanel", "ListContent", "EditContent", "PublishContent", "DeleteContent", "CloneContent", "ManageTaxonomy"] } ] }
        """;
    private static readonly string[] Deeds = ["Publish", "Unpublish", "DiscardDraft", "Clone", "Delete"];
    private Site site = null!;
    private string binned = "";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync(SiteSetup.CityKnowledge);
        await site.RunStepsAsync(Keeper);
        var draft = new ContentDraft { ContentType = "Taxonomy" };
        draft.Part("TitlePart")["Title"] = "Thrown away";
        draft.Part("TaxonomyPart")["TermContentType"] = "SdgTerm";
        binned = (await site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft)).ContentItemId;
        await site.Get<ContentEditor>().DeleteAsync(Caller.Site, binned);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_editor_of_content_changes_no_vocabulary_through_any_door()
    {
        using var editor = await site.SignInAsync("Editor");
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(editor, "/Admin/Taxonomies"));

        foreach (var address in (string[])[Create, $"{Items}/{Goals}/Edit", $"{Items}/{Goals}/Presence", $"{Items}/{Goals}/Delete", $"{Bin}/{binned}/Purge"])
        {
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, await GetAsync(editor, address)));
        }

        foreach (var address in (string[])[Create, $"{Items}/{Goals}/Edit", $"{Bin}/{binned}/Purge", .. Deeds.Select(deed => $"{Items}/{Goals}/{deed}")])
        {
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, await PostAsync(editor, address, ("TitlePart.Title", "Mine"))));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(editor, Bin, ("restore", binned)));
        await PostAsync(editor, "/Admin/Contents/BulkAction", ("bulkAction", "Unpublish"), ("itemIds", Goals));
        Assert.NotNull(await site.FindAsync(Goals));
        Assert.NotNull(await site.Get<ContentReader>().FindBinnedAsync(binned));
    }

    [Fact]
    public async Task An_editor_of_content_is_offered_nothing_of_the_kind()
    {
        using var editor = await site.SignInAsync("Editor");

        var list = await site.GetAsync(Items + "?q=type:Taxonomy", editor);

        foreach (var address in (string[])[Create, $"{Items}/{Goals}/Edit", .. Deeds.Select(deed => $"{Items}/{Goals}/{deed}")]) Assert.DoesNotContain(address, list, StringComparison.Ordinal);
        Assert.DoesNotContain("Thrown away", await site.GetAsync(Bin, editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_edit_content_and_change_vocabularies_does_all_of_it()
    {
        using var keeper = await site.SignInAsync("Keeper");

        Assert.Contains("Thrown away", await site.GetAsync(Bin, keeper), StringComparison.Ordinal);
        Assert.Contains(Create, await site.GetAsync(Items, keeper), StringComparison.Ordinal);
        foreach (var address in (string[])[Create, $"{Items}/{Goals}/Edit", $"{Bin}/{binned}/Purge"]) Assert.Equal((address, HttpStatusCode.OK), (address, await GetAsync(keeper, address)));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(keeper, Bin, ("restore", binned)));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(keeper, $"{Items}/{binned}/Delete"));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(keeper, $"{Bin}/{binned}/Purge"));
        var terms = (await site.Get<TaxonomyReader>().FindAsync(Goals))!.Terms.Count();
        using var added = await Browsing.PostFormAsync(keeper, $"/Admin/Taxonomies/Create/{Goals}", ("Title", "Cable cars"), ("SdgTerm.Code.Text", "18"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(terms + 1, (await site.Get<TaxonomyReader>().FindAsync(Goals))!.Terms.Count());
    }

    private static async Task<HttpStatusCode> GetAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        using var answer = await DeskForms.PostAsync(browser, address, fields);
        return answer.StatusCode;
    }
}
