using System.Net;
using System.Text.Json;

namespace CityKnowledge.Cms.Tests.Admin.Media;

/// <summary>With the roles of the site's own recipe: writers use the library and change their own files, editors change all, others see no library.</summary>
public sealed class OwnFilesTests(OwnFilesTests.Shared shared) : IClassFixture<OwnFilesTests.Shared>
{
    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.CityKnowledge;
    }

    private Site Site => shared.Site;

    [Theory]
    [InlineData("Author")]
    [InlineData("Contributor")]
    public async Task Writers_upload_and_change_what_is_theirs(string role)
    {
        using var writer = await Site.SignInAsync(role);
        var stored = await LibrarySite.SendAsync(writer, $"of-{role}.png", LibrarySite.Picture());
        var path = stored.GetProperty("mediaPath").GetString()!;

        var listed = await Site.GetAsync("/Admin/Media/GetMediaItems", writer);
        var screen = await DeskForms.ReadAsync(writer, $"/Admin/Media/File?path={path}");
        var asking = await DeskForms.ReadAsync(writer, $"/Admin/Media/Describe?path={path}");
        using var described = await DeskForms.PostAsync(writer, "/Admin/Media/Describe", ("path", path), ("text", "A teal square"));
        using var moved = await DeskForms.PostAsync(writer, "/Admin/Media/MoveMedia", ("oldPath", path), ("newPath", $"now-{role}.png"));
        using var deleted = await DeskForms.PostAsync(writer, "/Admin/Media/DeleteMedia", ("path", $"now-{role}.png"));

        Assert.Contains($"\"{path}\"", listed, StringComparison.Ordinal);
        Assert.Contains("/Admin/Media/File?handler=Move", screen, StringComparison.Ordinal);
        Assert.Contains(path, asking, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK, HttpStatusCode.OK), (described.StatusCode, moved.StatusCode, deleted.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Visitor.GetAsync($"/media/now-{role}.png")).StatusCode);
    }

    [Theory]
    [InlineData("Author", false)]
    [InlineData("Contributor", false)]
    [InlineData("Editor", true)]
    public async Task A_file_of_another_is_changed_by_editors_alone(string role, bool may)
    {
        using var owner = await Site.SignInAsync("Author");
        var path = (await LibrarySite.SendAsync(owner, "theirs.png", LibrarySite.Picture())).GetProperty("mediaPath").GetString()!;
        using var other = await Site.SignInAsync(role);

        var screen = await DeskForms.ReadAsync(other, $"/Admin/Media/File?path={path}");
        using var question = await other.GetAsync($"/Admin/Media/Delete?path={path}");
        using var asking = await other.GetAsync($"/Admin/Media/Describe?path={path}");
        using var described = await DeskForms.PostAsync(other, "/Admin/Media/File?handler=Describe", ("path", path), ("Text", "Mine now"));
        using var renamed = await DeskForms.PostAsync(other, "/Admin/Media/File?handler=Move", ("path", path), ("Name", Path.GetFileName(path)), ("Folder", ""));
        using var moved = await DeskForms.PostAsync(other, "/Admin/Media/MoveMedia", ("oldPath", path), ("newPath", path));
        using var deleted = await DeskForms.PostAsync(other, "/Admin/Media/DeleteMedia", ("path", path));

        Assert.Equal(may, screen.Contains("handler=Move", StringComparison.Ordinal));
        Assert.Equal(may, screen.Contains("handler=Describe", StringComparison.Ordinal));
        Assert.Equal(may, screen.Contains("/Admin/Media/Delete", StringComparison.Ordinal));
        Assert.All([question, asking, described, renamed, moved, deleted], answer => Assert.Equal(may, answer.StatusCode != HttpStatusCode.Forbidden));
        Assert.Equal(may ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await Site.Visitor.GetAsync($"/media/{path}")).StatusCode);
    }

    [Fact]
    public async Task Who_was_given_a_role_later_does_not_own_what_was_there_before()
    {
        await Site.RunStepsAsync($$"""{ "name": "media", "Files": [ { "TargetPath": "of-nobody.png", "Base64": "{{Convert.ToBase64String(LibrarySite.Picture())}}" } ] }""");
        using var author = await Site.SignInAsync("Author");

        using var deleted = await DeskForms.PostAsync(author, "/Admin/Media/DeleteMedia", ("path", "of-nobody.png"));

        Assert.Equal(HttpStatusCode.Forbidden, deleted.StatusCode);
    }

    [Theory]
    [InlineData("GetFolders")]
    [InlineData("GetMediaItems")]
    [InlineData("GetMediaItem?path=secret.png")]
    public async Task Who_only_sees_pictures_on_pages_reads_no_library(string address)
    {
        using var moderator = await Site.SignInAsync("Moderator");

        using var answer = await moderator.GetAsync("/Admin/Media/" + address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_form_of_a_writer_offers_folders_by_right()
    {
        using var author = await Site.SignInAsync("Author");
        using var made = await DeskForms.PostAsync(author, "/Admin/Media/CreateFolder", ("path", ""), ("name", "ours"));

        var folder = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal((true, false), (folder.GetProperty("canCreateFolder").GetBoolean(), folder.GetProperty("canDeleteFolder").GetBoolean()));
    }
}
