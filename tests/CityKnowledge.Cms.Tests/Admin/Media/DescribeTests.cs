using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests.Admin.Media;

/// <summary>What people say of a picture: its words and the point that stays in view.</summary>
public sealed class DescribeTests(LibrarySite shared) : IClassFixture<LibrarySite>
{
    private Site Site => shared.Site;

    [Fact]
    public async Task A_description_that_is_too_long_stays_in_the_form()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        var text = new string('x', 1_001);

        using var answer = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Describe", ("path", "free/alone.png"), ("Text", text));
        var page = await DeskForms.TextAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("at most 1000 characters", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("File?handler=Describe", "Text", "Stamp")]
    [InlineData("Describe", "text", "stamp")]
    public async Task Nobody_overwrites_what_another_says_of_a_picture_unasked(string screen, string text, string stamp)
    {
        using var librarian = await Site.SignInAsync("Librarian");
        var path = (await LibrarySite.SendAsync(librarian, $"two-{text}.png", LibrarySite.Picture(), "free")).GetProperty("mediaPath").GetString()!;
        async Task<string> StampAsync() => Regex.Match(await librarian.GetStringAsync($"/Admin/Media/{screen}{(screen.Contains('?', StringComparison.Ordinal) ? '&' : '?')}path={path}"), $"name=\"{stamp}\" value=\"([^\"]*)\"").Groups[1].Value;
        async Task<string> PresentAsync() => JsonDocument.Parse(await librarian.GetStringAsync($"/Admin/Media/GetMediaItem?path={path}")).RootElement.GetProperty("mediaText").GetString()!;
        var before = await StampAsync();

        using var first = await DeskForms.PostAsync(librarian, $"/Admin/Media/{screen}", ("path", path), (text, "A square"), (stamp, before));
        using var second = await DeskForms.PostAsync(librarian, $"/Admin/Media/{screen}", ("path", path), (text, "Mine"), (stamp, before));
        var page = await DeskForms.TextAsync(second);
        var kept = await PresentAsync();
        using var again = await DeskForms.PostAsync(librarian, $"/Admin/Media/{screen}", ("path", path), (text, "Mine"), (stamp, await StampAsync()));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Mine</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("A square", page, StringComparison.Ordinal);
        Assert.Equal("A square", kept);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("Mine", await PresentAsync());
    }

    [Theory]
    [InlineData("101", "50", "must lie inside")]
    [InlineData("50", "", "both numbers")]
    [InlineData("far", "50", "far")]
    public async Task A_point_outside_the_picture_is_refused(string x, string y, string reason)
    {
        using var librarian = await Site.SignInAsync("Librarian");

        using var answer = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Describe", ("path", "free/alone.png"), ("FocusX", x), ("FocusY", y));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, await DeskForms.TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_point_that_stays_in_view_is_kept()
    {
        using var librarian = await Site.SignInAsync("Librarian");
        var stored = await LibrarySite.SendAsync(librarian, "point.png", LibrarySite.Picture(), "free");
        var path = stored.GetProperty("mediaPath").GetString()!;

        using var saved = await DeskForms.PostAsync(librarian, "/Admin/Media/File?handler=Describe", ("path", path), ("FocusX", "25"), ("FocusY", "75.5"));
        var item = JsonDocument.Parse(await librarian.GetStringAsync($"/Admin/Media/GetMediaItem?path={path}")).RootElement;

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(0.25, item.GetProperty("anchor").GetProperty("x").GetDouble());
        Assert.Equal(0.755, item.GetProperty("anchor").GetProperty("y").GetDouble());
    }
}
