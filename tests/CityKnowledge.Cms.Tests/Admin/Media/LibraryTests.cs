using System.Net;

namespace CityKnowledge.Cms.Tests.Admin.Media;

/// <summary>The screens of the library, without scripts.</summary>
public sealed class LibraryTests(LibrarySite shared) : IClassFixture<LibrarySite>
{
    private Site Site => shared.Site;

    [Fact]
    public async Task An_upload_without_scripts_asks_at_once_what_the_picture_shows()
    {
        using var librarian = await Site.SignInAsync("Librarian");

        using var sent = await LibrarySite.PostPageAsync(librarian, "free", await DeskForms.TokenAsync(librarian), ("asked.png", LibrarySite.Picture()), ("bad.exe", [1]));
        var asking = await DeskForms.ReadAsync(librarian, sent.Headers.Location!.ToString());
        using var saved = await DeskForms.PostAsync(librarian, "/Admin/Media/Describe", ("path", "free/asked.png"), ("text", "A <b>teal</b> square"));
        var file = await DeskForms.ReadAsync(librarian, "/Admin/Media/File?path=free/asked.png");

        Assert.Equal("/Admin/Media/Describe?path=free%2Fasked.png", sent.Headers.Location.ToString());
        Assert.Contains("'bad.exe' was not stored. Files that end in .exe are not allowed.", asking, StringComparison.Ordinal);
        Assert.Contains("asked.png", asking, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("A <b>teal</b> square</textarea>", file, StringComparison.Ordinal);
        Assert.DoesNotContain("A <b>teal", await librarian.GetStringAsync("/Admin/Media/File?path=free/asked.png"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_files_are_refused_the_page_says_why()
    {
        using var librarian = await Site.SignInAsync("Librarian");

        using var answer = await LibrarySite.PostPageAsync(librarian, "", await DeskForms.TokenAsync(librarian), ("<img src=x>.exe", [1]));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("""<a href="#files">""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_file_is_found_under_both_addresses()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        await LibrarySite.SendAsync(librarian, "before.png", LibrarySite.Picture(), "free");

        using var moved = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Move", ("path", "free/before.png"), ("Name", "../../after"), ("Folder", "shared"));
        using var old = await Site.Visitor.GetAsync("/media/free/before.png");
        using var taken = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Move", ("path", "shared/after.png"), ("Name", "used.png"), ("Folder", "shared"));
        using var outside = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Move", ("path", "shared/after.png"), ("Name", "x.png"), ("Folder", "../.."));

        Assert.Equal("/Admin/Media/File?path=shared%2Fafter.png", moved.Headers.Location?.ToString());
        Assert.Equal("/media/shared/after.png", old.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, taken.StatusCode);
        Assert.Contains("There is a file 'shared/used.png' already.", await DeskForms.TextAsync(taken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, outside.StatusCode);
    }

    [Fact]
    public async Task The_former_name_of_a_file_is_given_to_no_other()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        await LibrarySite.SendAsync(librarian, "bus.png", LibrarySite.Picture(), "free");
        await LibrarySite.SendAsync(librarian, "tram.png", LibrarySite.Picture(), "free");
        using var moved = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Move", ("path", "free/bus.png"), ("Name", "old-bus"), ("Folder", "free"));

        var other = await LibrarySite.SendAsync(librarian, "bus.png", LibrarySite.Picture(), "free");
        using var renamed = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Move", ("path", "free/tram.png"), ("Name", "bus"), ("Folder", "free"));
        using var old = await Site.Visitor.GetAsync("/media/free/bus.png");
        using var back = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Move", ("path", "free/old-bus.png"), ("Name", "bus"), ("Folder", "free"));

        Assert.Equal("free/bus-1.png", other.GetProperty("mediaPath").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, renamed.StatusCode);
        Assert.Contains("leads to 'free/old-bus.png'", await DeskForms.TextAsync(renamed), StringComparison.Ordinal);
        Assert.Equal("/media/free/old-bus.png", old.Headers.Location?.ToString());
        Assert.Equal("/Admin/Media/File?path=free%2Fbus.png", back.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Where_a_file_is_used_is_told_as_far_as_one_may_know()
    {
        using var keeper = await Site.SignInAsync("Keeper");
        using var administrator = await Site.SignInAsync("Administrator");

        var known = await DeskForms.ReadAsync(keeper, "/Admin/Media/File?path=shared/used.png");
        var all = await DeskForms.ReadAsync(administrator, "/Admin/Media/File?path=shared/used.png");
        var question = await DeskForms.ReadAsync(keeper, "/Admin/Media/Delete?path=shared/used.png");

        Assert.Contains($"/Admin/Contents/ContentItems/{LibrarySite.Public}/Edit", known, StringComparison.Ordinal);
        Assert.DoesNotContain("Unspoken plan", known, StringComparison.Ordinal);
        Assert.Contains("1 more items use it that you may not see.", known, StringComparison.Ordinal);
        Assert.Contains("Unspoken plan", all, StringComparison.Ordinal);
        Assert.Contains("2 items use the file and will lack it; 1 of them you may not see.", question, StringComparison.Ordinal);
        Assert.Contains("Bees on roofs", question, StringComparison.Ordinal);
        Assert.DoesNotContain("Unspoken plan", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_deleted_by_a_confirmed_post_and_not_by_a_look_at_the_question()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        await LibrarySite.SendAsync(librarian, "going.png", LibrarySite.Picture());

        await DeskForms.ReadAsync(librarian, "/Admin/Media/Delete?path=going.png");
        using var still = await Site.Visitor.GetAsync("/media/going.png");
        using var deleted = await DeskForms.PostAsync(librarian, "/Admin/Media/Delete?path=going.png");
        using var gone = await Site.Visitor.GetAsync("/media/going.png");
        using var again = await DeskForms.PostAsync(librarian, "/Admin/Media/Delete?path=going.png");

        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal("/Admin/Media", deleted.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Folders_are_made_by_librarians_and_changed_by_keepers()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        using var keeper = await Site.SignInAsync("Keeper");

        using var made = await DeskForms.PostAsync(librarian, "/Admin/Media?handler=Folder", ("folder", ""), ("name", "New ../ place"));
        using var twice = await DeskForms.PostAsync(librarian, "/Admin/Media?handler=Folder", ("folder", ""), ("name", "New ../ place"));
        await LibrarySite.SendAsync(librarian, "in.png", LibrarySite.Picture(), "New-place");
        using var refused = await DeskForms.PostAsync(librarian, "/Admin/Media/Folder?path=New-place", ("Name", "Mine"), ("Parent", ""));
        using var moved = await DeskForms.PostAsync(keeper, "/Admin/Media/Folder?path=New-place", ("Name", "Old place"), ("Parent", "free"));
        using var led = await Site.Visitor.GetAsync("/media/New-place/in.png");
        using var deleted = await DeskForms.PostAsync(keeper, "/Admin/Media/Folder/Delete?path=free/Old-place");
        using var gone = await librarian.GetAsync("/Admin/Media?folder=free/Old-place");

        Assert.Equal("/Admin/Media?folder=New-place", made.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        Assert.Contains("There is a folder 'New-place' already.", await DeskForms.TextAsync(twice), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("/Admin/Media?folder=free%2FOld-place", moved.Headers.Location?.ToString());
        Assert.Equal("/media/free/Old-place/in.png", led.Headers.Location?.ToString());
        Assert.Equal("/Admin/Media?folder=free", deleted.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_folder_with_a_used_file_stays_and_says_why_without_telling_secrets()
    {
        using var keeper = await Site.SignInAsync("Keeper");

        using var refused = await DeskForms.PostAsync(keeper, "/Admin/Media/Folder/Delete?path=shared");
        var page = await DeskForms.ReadAsync(keeper, refused.Headers.Location!.ToString());

        Assert.Contains("Files of this folder are used by 2 items, 'Bees on roofs' for one.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Unspoken plan", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Site.Visitor.GetAsync("/media/shared/used.png")).StatusCode);
    }

    [Theory]
    [InlineData("/Admin/Media?folder=../..")]
    [InlineData("/Admin/Media?folder=nowhere")]
    [InlineData("/Admin/Media/File?path=../../../appsettings.json")]
    [InlineData("/Admin/Media/File?path=")]
    [InlineData("/Admin/Media/Delete?path=none.png")]
    [InlineData("/Admin/Media/GetMediaItems?path=../..")]
    [InlineData("/Admin/Media/GetMediaItem?path=../../CityKnowledge.db")]
    public async Task What_is_not_in_the_library_is_not_there(string address)
    {
        using var administrator = await Site.SignInAsync("Administrator");

        using var answer = await administrator.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_long_folder_comes_in_pages_and_search_looks_below()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        using var made = await DeskForms.PostAsync(librarian, "/Admin/Media?handler=Folder", ("folder", ""), ("name", "long"));
        var folder = Path.Combine(Site.Folder, "App_Data", "Sites", "Default", "Media", "long");
        for (var number = 0; number < 65; number++) await File.WriteAllBytesAsync(Path.Combine(folder, $"file{number:000}.png"), LibrarySite.Picture());

        var first = await DeskForms.ReadAsync(librarian, "/Admin/Media?folder=long");
        var second = await DeskForms.ReadAsync(librarian, "/Admin/Media?folder=long&after=long/file059.png");
        var found = await DeskForms.ReadAsync(librarian, "/Admin/Media?q=FILE06");

        Assert.Contains("file059.png", first, StringComparison.Ordinal);
        Assert.DoesNotContain("file060.png", first, StringComparison.Ordinal);
        Assert.Contains("after=long%2Ffile059.png", first, StringComparison.Ordinal);
        Assert.Contains("file064.png", second, StringComparison.Ordinal);
        Assert.Contains("file064.png", found, StringComparison.Ordinal);
        Assert.DoesNotContain("file05", found, StringComparison.Ordinal);
    }
}
