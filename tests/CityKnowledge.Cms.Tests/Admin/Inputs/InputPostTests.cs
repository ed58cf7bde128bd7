using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Tests.Admin.Inputs;

public sealed partial class InputPostTests(InputSite given) : IClassFixture<InputSite>
{
    private const string Create = "/Admin/ContentFields/CreateContentItem";
    private const string Preview = "/Admin/ContentFields/PreviewMarkdown";
    private const string Words = "/Admin/ContentFields/TermWords?part=Note&field=Places";

    [Fact]
    public async Task A_missing_item_is_made_as_a_draft_of_the_one_who_misses_it()
    {
        using var author = await given.Site.SignInAsync("Author");
        using var answer = await PostAsync(author, Create, City("  New town "));
        var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("New town", made.GetProperty("displayText").GetString());
        Assert.False(made.GetProperty("hasPublished").GetBoolean());
        var id = made.GetProperty("contentItemId").GetString()!;
        Assert.Null(await given.Site.FindAsync(id));
        var draft = await given.Site.Get<ContentReader>().FindLatestAsync(id);
        Assert.Equal(("City", false), (draft!.ContentType, draft.Published));
        Assert.NotNull(draft.Owner);
        var offered = await given.Site.GetAsync("/Admin/ContentFields/SearchContentItems?part=Note&field=Cities&query=new%20town", author);
        Assert.Contains(id, offered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Noter")]
    [InlineData("Moderator")]
    [InlineData("Reader")]
    public async Task Nobody_makes_items_of_a_type_they_may_not_write(string role)
    {
        using var user = await given.Site.SignInAsync(role);
        using var answer = await PostAsync(user, Create, City("Not allowed"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var editor = await given.Site.SignInAsync("Editor");
        Assert.DoesNotContain("Not allowed", await given.Site.GetAsync("/Admin/ContentFields/SearchContentItems?part=Note&field=Cities&query=not%20allowed", editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_the_field_does_not_hold_is_not_made()
    {
        using var editor = await given.Site.SignInAsync("Editor");
        using var other = await PostAsync(editor, Create, ("part", "Note"), ("field", "Cities"), ("type", "Secret"), ("title", "x"));
        using var untitled = await PostAsync(editor, Create, City(" "));

        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, untitled.StatusCode);
        Assert.Contains("A value is required for Title.", await untitled.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Create)]
    [InlineData(Preview)]
    public async Task Nothing_is_taken_without_the_token_of_the_page(string address)
    {
        using var editor = await given.Site.SignInAsync("Editor");
        using var form = new FormUrlEncodedContent([new("part", "Note"), new("field", "Cities"), new("type", "City"), new("title", "Forged"), new("markdown", "x")]);
        using var answer = await editor.PostAsync(address, form);
        using var visitor = await given.Site.Visitor.PostAsync(address, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        Assert.Equal("[]", await given.Site.GetAsync("/Admin/ContentFields/SearchContentItems?part=Note&field=Cities&query=forged", editor));
    }

    [Fact]
    public async Task A_preview_is_what_the_site_will_show_and_runs_nothing()
    {
        using var editor = await given.Site.SignInAsync("Editor");
        using var answer = await PostAsync(editor, Preview, ("markdown", "## Aims\n\n*Clean* [x](javascript:alert(1)) <script>alert(1)</script> <svg onload=alert(1)>"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Aims</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<em>Clean</em>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Terms_have_their_other_names_and_a_known_version_is_kept_by_the_browser()
    {
        using var noter = await given.Site.SignInAsync("Noter");
        var words = JsonDocument.Parse(await given.Site.GetAsync(Words, noter)).RootElement;
        using var known = await noter.GetAsync(Words + "&v=vplaces0000000000000000000");
        using var stale = await noter.GetAsync(Words + "&v=another");

        Assert.Equal("DZA Algérie", words.GetProperty("4algeria").GetString());
        Assert.Contains("immutable", known.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(known.Headers.CacheControl.Private);
        Assert.True(stale.Headers.CacheControl!.NoStore);
        foreach (var role in (string[])["Moderator", "Reader"])
        {
            using var other = await given.Site.SignInAsync(role);
            using var refused = await other.GetAsync(Words);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    private static (string, string)[] City(string title) => [("part", "Note"), ("field", "Cities"), ("type", "City"), ("title", title)];

    private static async Task<HttpResponseMessage> PostAsync(HttpClient user, string address, params (string Name, string Value)[] values)
    {
        // Any page of an account has a form with a token; the start page is closed to some.
        var page = await user.GetStringAsync("/ChangePassword");
        var token = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent([.. values.Select(value => KeyValuePair.Create(value.Name, value.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await user.PostAsync(address, form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
