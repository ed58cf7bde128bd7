using System.Net;
using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests.Admin.Media;

/// <summary>The files of an item in the edit form, without scripts.</summary>
public sealed class MediaFieldTests(LibrarySite shared) : IClassFixture<LibrarySite>
{
    private const string Address = $"/Admin/Contents/ContentItems/{LibrarySite.Public}/Edit";

    private Site Site => shared.Site;

    [Fact]
    public async Task Paths_and_texts_stay_side_by_side_when_a_file_is_added_and_one_has_no_text()
    {
        using var editor = await Site.SignInAsync("Administrator");
        var form = await DeskForms.ReadAsync(editor, Address);

        using var saved = await SaveAsync(editor, ("", ""), ("shared/used.png", ""), ("", "of no file"), ("free/alone.png", "A <b>tile</b>"));
        var again = await DeskForms.ReadAsync(editor, Address);
        var item = await Site.Get<Content.Items.ContentReader>().FindLatestAsync(LibrarySite.Public);

        Assert.Contains("name=\"Article.Image.Paths\" value=\"shared/used.png\"", form, StringComparison.Ordinal);
        Assert.Contains("/media/shared/used.png?width=240", form, StringComparison.Ordinal);
        Assert.True(saved.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, await saved.Content.ReadAsStringAsync());
        Assert.Equal(["shared/used.png", "free/alone.png"], Texts(item!, "Paths"));
        Assert.Equal(["", "A <b>tile</b>"], Texts(item!, "MediaTexts"));
        Assert.Contains("A <b>tile</b>", again, StringComparison.Ordinal);
    }

    private static string?[] Texts(Content.Items.ContentItem item, string member) =>
        [.. item.Field("Article", "Image").GetProperty(member).EnumerateArray().Select(text => text.GetString())];

    private static async Task<HttpResponseMessage> SaveAsync(HttpClient editor, params (string Path, string Text)[] files)
    {
        var page = await editor.GetStringAsync(Address);
        var hidden = Regex.Matches(page, """<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")
            .Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))
            .Where(field => !field.Item1.StartsWith("Article.Image", StringComparison.Ordinal)).DistinctBy(field => field.Item1);
        (string, string)[] fields =
        [
            .. hidden, ("TitlePart.Title", "Bees on roofs"), ("submit.Save", "submit.Save"),
            .. files.Select(file => ("Article.Image.Paths", file.Path)), .. files.Select(file => ("Article.Image.MediaTexts", file.Text)),
        ];
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await editor.PostAsync(Address, form);
    }
}
