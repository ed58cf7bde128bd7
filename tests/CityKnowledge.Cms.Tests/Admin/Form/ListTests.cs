using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>Items that hold others: what stands in them is shown, made and ordered on their form.</summary>
public sealed partial class ListTests(FormSite desk) : IClassFixture<FormSite>
{
    private static string NewChapter(string list) => $"/Admin/Contents/ContentTypes/Chapter/Create?ListPart.ContainerId={list}";

    [Fact]
    public async Task What_is_made_in_a_list_stands_in_it_and_is_shown_on_its_form()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var list = await MakeAsync("Series", "Tales & <b>");
        var empty = await Desk.OpenAsync(editor, Desk.Edit(list));
        Assert.Contains("Nothing stands in it yet.", empty.Page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{NewChapter(list)}\"", empty.Page, StringComparison.Ordinal);
        Assert.Contains($"/ContentTypes/Note/Create?ListPart.ContainerId={list}", empty.Page, StringComparison.Ordinal);
        var form = await Desk.OpenAsync(editor, NewChapter(list));
        Assert.Contains("Tales &amp; &lt;b&gt;</a>", form.Page, StringComparison.Ordinal);

        var (_, json) = await form.With("TitlePart.Title", "One").AutosaveAsync();
        using var saved = await form.Take(json).With("TitlePart.Title", "Chapter one").PublishAsync();

        var chapter = await desk.LatestAsync(FieldTests.IdOf(saved));
        Assert.Equal($$"""{"ListContentItemId":"{{list}}","ListContentType":"Series","Order":0}""", chapter.Part("ContainedPart").GetRawText());
        using var second = await (await Desk.OpenAsync(editor, NewChapter(list))).With("TitlePart.Title", "Chapter two").PublishAsync();
        Assert.Equal(1, (await desk.LatestAsync(FieldTests.IdOf(second))).Part("ContainedPart").Get("Order").AsNumber());
        Assert.Equal(["Chapter one", "Chapter two"], Titles(await Desk.OpenAsync(editor, Desk.Edit(list))));
        var found = await desk.Site.Get<ContainedQueries>().ListAsync(new ContainedQuery([list], ["Chapter"], [], null, true, 0, 10));
        Assert.Equal(["Chapter one", "Chapter two"], found[list].Select(item => item.DisplayText));
        Assert.Contains($"href=\"{Desk.Edit(list)}#list\"", (await Desk.OpenAsync(editor, Desk.Edit(chapter.ContentItemId))).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_is_changed_by_those_who_may_edit_the_list_and_the_public_sees_it_at_once()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var author = await desk.Site.SignInAsync("Author");
        var list = await MakeAsync("Series", "Ordered");
        var ids = new List<string>();
        foreach (var title in (string[])["a", "b", "c", "d"]) ids.Add(await MakeAsync("Chapter", title, list, null));

        using var refused = await DeskForms.PostAsync(author, $"/Admin/Lists/Order/{list}", ("down", ids[0]));
        using var moved = await DeskForms.PostAsync(editor, $"/Admin/Lists/Order/{list}", ("down", ids[0]), ("page", "1"));
        using var up = await DeskForms.PostAsync(editor, $"/Admin/Lists/Order/{list}", ("up", ids[3]), ("page", "2"));
        using var end = await DeskForms.PostAsync(editor, $"/Admin/Lists/Order/{list}", ("up", ids[1]));
        using var other = await DeskForms.PostAsync(editor, $"/Admin/Lists/Order/{list}", ("up", FormRecipe.Known));
        using var none = await DeskForms.PostAsync(editor, $"/Admin/Lists/Order/{FormRecipe.Known}", ("up", ids[0]));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, moved.StatusCode, end.StatusCode, other.StatusCode, none.StatusCode));
        Assert.Equal($"{Desk.Edit(list)}?listPage=2#list", up.Headers.Location!.ToString());
        var first = await Desk.OpenAsync(editor, Desk.Edit(list));
        var second = await Desk.OpenAsync(editor, Desk.Edit(list) + "?listPage=2");
        Assert.Equal(["b", "a", "d"], Titles(first));
        Assert.Equal(["c"], Titles(second));
        Assert.Equal(1, (await desk.Site.FindAsync(ids[0]))!.Part("ContainedPart").Get("Order").AsNumber());
        Assert.Equal(await CountVersionsAsync(ids[0]), await CountVersionsAsync(ids[1]));
    }

    [Fact]
    public async Task A_list_without_an_order_begins_with_the_newest_and_has_no_buttons()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var list = await MakeAsync("Feed", "News");
        var old = await MakeAsync("Chapter", "old", list, null);
        await MakeAsync("Chapter", "new", list, null);

        var form = await Desk.OpenAsync(editor, Desk.Edit(list));
        using var moved = await DeskForms.PostAsync(editor, $"/Admin/Lists/Order/{list}", ("up", old));

        Assert.Equal(["new", "old"], Titles(form));
        Assert.DoesNotContain("name=\"up\"", form.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, moved.StatusCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, (await desk.LatestAsync(old)).Part("ContainedPart").Get("Order").ValueKind);
    }

    [Fact]
    public async Task Nobody_puts_an_item_where_they_may_not_or_where_it_cannot_stand()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var author = await desk.Site.SignInAsync("Author");
        var list = await MakeAsync("Series", "Not theirs");
        foreach (var (user, address, status) in new[]
        {
            (author, NewChapter(list), HttpStatusCode.Forbidden),
            (editor, NewChapter("40nothing00000000000000000"), HttpStatusCode.NotFound),
            (editor, NewChapter(FormRecipe.Known), HttpStatusCode.NotFound),
            (editor, "/Admin/Contents/ContentTypes/Chapter/Create", HttpStatusCode.NotFound),
            (editor, $"/Admin/Contents/ContentTypes/Leaflet/Create?ListPart.ContainerId={list}", HttpStatusCode.NotFound),
        })
        {
            using var answer = await user.GetAsync(address);
            Assert.Equal((address, status), (address, answer.StatusCode));
        }

        var mine = new Caller("a", "a", ["Author"]);
        await Assert.ThrowsAsync<ForbiddenException>(() => MakeAsync("Chapter", "x", list, mine));
        await Assert.ThrowsAsync<InvalidContentException>(() => MakeAsync("Leaflet", "x", list, Caller.Site));
        await Assert.ThrowsAsync<InvalidContentException>(() => MakeAsync("Chapter", "x", "40nothing00000000000000000", Caller.Site));
        var known = ContentDraft.FromItem(await desk.LatestAsync(await MakeAsync("Chapter", "Stays", list, null)));
        known.Part("ContainedPart")["Order"] = 99;
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.Site.Get<ContentEditor>().SaveDraftAsync(new Caller("c", "c", ["ChapterWriter"]), known));
    }

    [Fact]
    public async Task The_list_shows_nothing_that_its_reader_may_not_see()
    {
        using var author = await desk.Site.SignInAsync("Author");
        using var made = await (await Desk.OpenAsync(author, "/Admin/Contents/ContentTypes/Feed/Create")).With("TitlePart.Title", "My feed").SaveAsync();
        var list = FieldTests.IdOf(made);
        await MakeAsync("Chapter", "Of somebody else", list, null);
        using var mine = await (await Desk.OpenAsync(author, NewChapter(list))).With("TitlePart.Title", "Of mine").SaveAsync();

        Assert.Equal(["Of mine"], Titles(await Desk.OpenAsync(author, Desk.Edit(list))));
    }

    [Fact]
    public async Task A_copy_stands_in_the_list_only_if_the_person_may_change_the_list()
    {
        var editor = desk.Site.Get<ContentEditor>();
        var list = await MakeAsync("Series", "Copied");
        var chapter = await MakeAsync("Chapter", "To copy", list);

        var apart = (await editor.CloneAsync(new Caller("c", "c", ["Copier"]), chapter))!;
        var inside = (await editor.CloneAsync(new Caller("e", "e", ["Editor"]), chapter))!;

        Assert.Equal(("To copy", null), (apart.DisplayText, Container.IdOf(apart)));
        Assert.Equal(list, Container.IdOf(inside));
        await editor.DeleteAsync(Caller.Site, list);
        Assert.Null(Container.IdOf(await editor.CloneAsync(new Caller("e", "e", ["Editor"]), chapter)));
    }

    [Fact]
    public async Task A_former_version_comes_back_where_the_item_stands_now()
    {
        var (editor, person) = (desk.Site.Get<ContentEditor>(), new Caller("e", "e", ["Editor"]));
        var (first, second) = (await MakeAsync("Series", "First home"), await MakeAsync("Series", "Second home"));
        var chapter = await MakeAsync("Chapter", "As it was", first);
        var former = await desk.LatestAsync(chapter);
        await PlaceAsync(former, second);

        var moved = (await editor.RestoreVersionAsync(person, former.ContentItemVersionId!))!;
        await PlaceAsync(moved, null);
        var taken = (await editor.RestoreVersionAsync(person, former.ContentItemVersionId!))!;

        Assert.Equal(("As it was", second, 7), (moved.DisplayText, Container.IdOf(moved), moved.Part("ContainedPart").Get("Order").AsNumber()));
        Assert.Equal(("As it was", null), (taken.DisplayText, Container.IdOf(taken)));

        async Task PlaceAsync(ContentItem item, string? list)
        {
            var draft = ContentDraft.FromItem(item);
            draft.Part("TitlePart")["Title"] = "As it is";
            draft.DisplayText = null;
            draft.Content.Remove("ContainedPart");
            if (list is not null) (draft.Part("ContainedPart")["ListContentItemId"], draft.Part("ContainedPart")["ListContentType"], draft.Part("ContainedPart")["Order"]) = (list, "Series", 7);
            await editor.SaveAndPublishAsync(Caller.Site, draft);
        }
    }

    private async Task<string> MakeAsync(string type, string title, string? list = null, Caller? caller = null)
    {
        var draft = new ContentDraft { ContentType = type };
        draft.Part("TitlePart")["Title"] = title;
        if (list is not null) (draft.Part("ContainedPart")["ListContentItemId"], draft.Part("ContainedPart")["ListContentType"]) = (list, "Series");
        return (await desk.Site.Get<ContentEditor>().SaveAndPublishAsync(caller ?? Caller.Site, draft)).ContentItemId;
    }

    private async Task<int> CountVersionsAsync(string id) => (await desk.Site.Get<ContentReader>().ListVersionsAsync(id)).Count;

    private static string[] Titles(Desk form) => [.. Lines().Matches(form.Page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    [GeneratedRegex("<span class=\"contained-title\">\\s*<\\w+[^>]*>([^<]*)<")]
    private static partial Regex Lines();
}
