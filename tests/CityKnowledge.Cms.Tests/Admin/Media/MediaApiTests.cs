using System.Net;
using System.Text.Json;

namespace CityKnowledge.Cms.Tests.Admin.Media;

/// <summary>The addresses that Orchard's media app and our pickers use.</summary>
public sealed class MediaApiTests(LibrarySite shared) : IClassFixture<LibrarySite>
{
    private Site Site => shared.Site;

    [Fact]
    public async Task Folders_and_files_are_listed()
    {
        using var librarian = await Site.SignInAsync("Librarian");

        var folders = await ReadAsync(librarian, "/Admin/Media/GetFolders");
        var files = await ReadAsync(librarian, "/Admin/Media/GetMediaItems?path=shared");
        var none = await ReadAsync(librarian, "/Admin/Media/GetMediaItems?path=shared&extensions=.pdf,.jpg");

        Assert.Contains(folders.EnumerateArray(), folder => folder.GetProperty("path").GetString() == "shared" && !folder.GetProperty("canDeleteFolder").GetBoolean());
        var used = files.EnumerateArray().First(file => file.GetProperty("name").GetString() == "used.png");
        Assert.Equal("shared/used.png", used.GetProperty("mediaPath").GetString());
        Assert.Equal("/media/shared/used.png", used.GetProperty("url").GetString());
        Assert.Equal("image/png", used.GetProperty("mime").GetString());
        Assert.Empty(none.EnumerateArray());
    }

    [Fact]
    public async Task Files_are_moved_and_deleted_in_lists()
    {
        using var keeper = await Site.SignInAsync("Keeper");
        using var first = await PostAsync(keeper, "CreateFolder", ("path", ""), ("name", "One"));
        using var second = await PostAsync(keeper, "CreateFolder", ("path", ""), ("name", "Two"));
        await LibrarySite.SendAsync(keeper, "a.png", LibrarySite.Picture(), "One");
        await LibrarySite.SendAsync(keeper, "b.png", LibrarySite.Picture(), "One");

        using var moved = await PostAsync(keeper, "MoveMediaList", ("mediaNames", "a.png"), ("mediaNames", "b.png"), ("sourceFolder", "One"), ("targetFolder", "Two"));
        using var renamed = await PostAsync(keeper, "MoveMedia", ("oldPath", "Two/a.png"), ("newPath", "Two/c.png"));
        using var deleted = await PostAsync(keeper, "DeleteMediaList", ("paths", "Two/b.png"), ("paths", "Two/c.png"));
        using var emptied = await PostAsync(keeper, "DeleteFolder", ("path", "Two"));

        Assert.All([first, second, moved, renamed, deleted, emptied], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal("/media/Two/c.png", (await ReadAsync(renamed)).GetProperty("newUrl").GetString());
        Assert.DoesNotContain((await ReadAsync(keeper, "/Admin/Media/GetFolders")).EnumerateArray(), folder => folder.GetProperty("name").GetString() == "Two");
    }

    [Fact]
    public async Task A_used_file_is_deleted_only_when_that_is_meant()
    {
        using var keeper = await Site.SignInAsync("Keeper");

        using var refused = await PostAsync(keeper, "DeleteMedia", ("path", "shared/used.png"));
        using var librarian = await Site.SignInAsync("Librarian");
        using var secret = await PostAsync(librarian, "DeleteMedia", ("path", "shared/used.png"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("'used.png' is used by 2 items, 'Bees on roofs' for one.", (await ReadAsync(refused)).GetProperty("error").GetString());
        Assert.DoesNotContain("Unspoken", await secret.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Upload")]
    [InlineData("CreateFolder")]
    [InlineData("DeleteFolder")]
    [InlineData("DeleteMedia")]
    [InlineData("DeleteMediaList")]
    [InlineData("MoveMedia")]
    [InlineData("MoveMediaList")]
    public async Task Who_lacks_the_right_or_the_token_changes_nothing(string action)
    {
        using var writer = await Site.SignInAsync("Writer");
        using var keeper = await Site.SignInAsync("Keeper");

        using var lacking = await PostAsync(writer, action, ("path", "free/alone.png"));
        using var visitor = await Site.Visitor.PostAsync($"/Admin/Media/{action}", new FormUrlEncodedContent([]));
        using var tokenless = await keeper.PostAsync($"/Admin/Media/{action}?path=free/alone.png&oldPath=free/alone.png&newPath=x.png&paths=free/alone.png", new FormUrlEncodedContent([]));
        using var read = await keeper.GetAsync($"/Admin/Media/{action}?path=free/alone.png");
        using var file = await Site.Visitor.GetAsync("/media/free/alone.png");

        Assert.Equal(HttpStatusCode.Forbidden, lacking.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Theory]
    [InlineData("GetFolders")]
    [InlineData("GetMediaItems")]
    [InlineData("GetMediaItem?path=shared/used.png")]
    public async Task Who_may_not_manage_media_reads_no_list(string address)
    {
        using var writer = await Site.SignInAsync("Writer");

        using var lacking = await writer.GetAsync("/Admin/Media/" + address);
        using var visitor = await Site.Visitor.GetAsync("/Admin/Media/" + address);

        Assert.Equal(HttpStatusCode.Forbidden, lacking.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string action, params (string Name, string Value)[] fields) =>
        await DeskForms.PostAsync(browser, "/Admin/Media/" + action, fields);

    private static async Task<JsonElement> ReadAsync(HttpClient browser, string address) => JsonDocument.Parse(await browser.GetStringAsync(address)).RootElement;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
