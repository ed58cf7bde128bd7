using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Tests.Admin.Form;

namespace CityKnowledge.Cms.Tests.Admin.Contents;

/// <summary>One deed for many checked items.</summary>
public sealed class BulkTests : IAsyncLifetime
{
    private const string List = "/Admin/Contents/ContentItems";
    private const string Address = "/Admin/Contents/BulkAction";
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(DeskSite.Of(DeskSite.Practice("1", "Bike lanes"), DeskSite.Practice("2", "Bus lanes"), DeskSite.Secret("3", "Nobody's business")));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Only_checked_items_are_changed()
    {
        using var editor = await site.SignInAsync("Editor");

        using var answer = await DeskSite.PostAsync(editor, List, Address, ("bulkAction", "Unpublish"), ("itemIds", DeskSite.Id("1")), ("returnUrl", List + "?q=lanes"));

        Assert.Equal(List + "?q=lanes", answer.Headers.Location?.ToString());
        Assert.Null(await site.FindAsync(DeskSite.Id("1")));
        Assert.NotNull(await site.FindAsync(DeskSite.Id("2")));
    }

    [Fact]
    public async Task One_that_fails_is_named_and_holds_up_no_other()
    {
        using var editor = await site.SignInAsync("Editor");
        var bad = await DeskSite.SaveAsync(site, "Unfinished <b>item</b>", change: draft => draft.Part("Practice").Remove("Summary"));
        var good = await DeskSite.SaveAsync(site, "Finished item");

        using var answer = await DeskSite.PostAsync(editor, List, Address, ("bulkAction", "PublishNow"), ("itemIds", bad.ContentItemId), ("itemIds", DeskSite.Id("3")), ("itemIds", good.ContentItemId), ("itemIds", DeskSite.Id("8")));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(await site.FindAsync(good.ContentItemId));
        Assert.Null(await site.FindAsync(bad.ContentItemId));
        Assert.Contains("Summary", page, StringComparison.Ordinal);
        Assert.Contains($"{List}/{bad.ContentItemId}/Edit", page, StringComparison.Ordinal);
        Assert.Contains("It does not exist any more.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody's business", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>item", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_publish_is_offered_no_button_for_it_and_told_titles_of_own_items()
    {
        using var writer = await site.SignInAsync("Contributor");
        using var saved = await (await Desk.OpenAsync(writer, "/Admin/Contents/ContentTypes/Practice/Create")).With("TitlePart.Title", "Written by them").SaveAsync();
        var own = FieldTests.IdOf(saved);

        var list = await DeskForms.ReadAsync(writer, List);
        using var answer = await DeskSite.PostAsync(writer, List, Address, ("bulkAction", "PublishNow"), ("itemIds", own));

        Assert.Contains("Written by them", list, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"PublishNow\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"itemIds\"", list, StringComparison.Ordinal);
        Assert.Contains("Written by them", await DeskForms.TextAsync(answer), StringComparison.Ordinal);
        Assert.Null(await site.FindAsync(own));
    }

    [Fact]
    public async Task Deleting_many_asks_first()
    {
        using var editor = await site.SignInAsync("Editor");
        (string, string)[] both = [("bulkAction", "Remove"), ("itemIds", DeskSite.Id("1")), ("itemIds", DeskSite.Id("2"))];

        using var asked = await DeskSite.PostAsync(editor, List, Address, both);
        var question = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.Contains("Delete 2 items?", question, StringComparison.Ordinal);
        Assert.Contains("Bus lanes", question, StringComparison.Ordinal);
        Assert.NotNull(await site.FindAsync(DeskSite.Id("1")));

        using var done = await DeskSite.PostAsync(editor, List, Address, [.. both, ("confirmed", "true")]);
        Assert.Equal(List, done.Headers.Location?.ToString());
        Assert.Null(await site.Get<ContentReader>().FindLatestAsync(DeskSite.Id("1")));
        Assert.Null(await site.Get<ContentReader>().FindLatestAsync(DeskSite.Id("2")));
    }

    [Fact]
    public async Task A_question_shows_no_title_of_what_one_may_not_delete()
    {
        using var editor = await site.SignInAsync("Editor");

        using var asked = await DeskSite.PostAsync(editor, List, Address, ("bulkAction", "Remove"), ("itemIds", DeskSite.Id("3")));

        Assert.DoesNotContain("business", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublishNow", null)]
    [InlineData("Explode", "1")]
    [InlineData("", "1")]
    public async Task Without_items_or_a_deed_nothing_happens_but_a_word(string deed, string? id)
    {
        using var editor = await site.SignInAsync("Editor");

        using var answer = await DeskSite.PostAsync(editor, List, Address, [("bulkAction", deed), .. id is null ? [] : new[] { ("itemIds", DeskSite.Id(id)) }]);

        Assert.Equal(List, answer.Headers.Location?.ToString());
        Assert.Contains("message warning", await site.GetAsync(List, editor), StringComparison.Ordinal);
        Assert.NotNull(await site.FindAsync(DeskSite.Id("1")));
    }

    [Theory]
    [InlineData("PublishNow")]
    [InlineData("Unpublish")]
    public async Task Who_may_not_is_told_so_even_when_there_is_nothing_to_do(string deed)
    {
        using var contributor = await site.SignInAsync("Contributor");

        using var answer = await DeskSite.PostAsync(contributor, List, Address, ("bulkAction", deed), ("itemIds", DeskSite.Id("1")), ("itemIds", DeskSite.Id("3")));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, page.Split("Your account does not have the right for this.").Length - 1);
        Assert.DoesNotContain("Nobody's business", page, StringComparison.Ordinal);
    }
}
