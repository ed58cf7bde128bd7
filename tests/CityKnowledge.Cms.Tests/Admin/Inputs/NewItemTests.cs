using System.Net;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Tests.Admin.Inputs;

/// <summary>What is missing is begun from within the form that misses it, with what it needs and is quickly written.</summary>
public sealed class NewItemTests(InputSite given) : IClassFixture<InputSite>
{
    private const string Create = "/Admin/ContentFields/CreateContentItem";

    [Fact]
    public async Task The_picker_offers_the_required_fields_of_one_line_and_no_others()
    {
        using var editor = await given.Site.SignInAsync("Editor");

        var page = WebUtility.HtmlDecode(await given.Site.GetAsync("/Admin/Contents/ContentTypes/Note/Create", editor));

        Assert.Contains("""{"name":"Firm","label":"Firm","fields":[{"name":"Firm.Code.Text","label":"Code","input":"text","options":[]},{"name":"Firm.Staff.Value","label":"Staff","input":"text","options":[]},{"name":"Firm.Since.Value","label":"Since","input":"date","options":[]},{"name":"Firm.Kind.Text","label":"Kind","input":"text","options":[{"name":"A","value":"a"},{"name":"B","value":"b"}]}]}""", page, StringComparison.Ordinal);
        Assert.Contains("""{"name":"City","label":"City","fields":[]}""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_stored_in_its_shape_and_what_is_missing_is_told()
    {
        using var editor = await given.Site.SignInAsync("Editor");

        var made = await MakeAsync(editor, HttpStatusCode.OK, ("title", "Whole"), ("Firm.Code.Text", "W"), ("Firm.Staff.Value", "12"), ("Firm.Since.Value", "2001-02-03"), ("Firm.Kind.Text", "a"),
            ("Firm.Motto.Text", "not asked for"), ("CommonPart.Owner", "x"), ("ContentItemId", "stolen"), ("TitlePart.Title", "stolen"));
        var bare = await MakeAsync(editor, HttpStatusCode.OK, ("title", "Bare"));

        var firm = await FindAsync(made);
        Assert.Equal("""{"Code":{"Text":"W"},"Staff":{"Value":12},"Since":{"Value":"2001-02-03T00:00:00Z"},"Kind":{"Text":"a"}}""", firm.Part("Firm").GetRawText());
        Assert.Equal(("Whole", false), (firm.DisplayText, firm.Published));
        Assert.Equal(["A value is required for Its logo."], made.GetProperty("missing").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal(4, bare.GetProperty("missing").GetArrayLength());
        Assert.Equal("b", (await FindAsync(bare)).Field("Firm", "Kind").Get("Text").AsText());
    }

    [Theory]
    [InlineData("many", "Firm.Staff.Value", "Staff must be a number.")]
    [InlineData("0", "Firm.Staff.Value", "")]
    public async Task A_wrong_value_makes_nothing_and_is_said_of_its_control(string staff, string name, string message)
    {
        using var editor = await given.Site.SignInAsync("Editor");

        var refused = await MakeAsync(editor, HttpStatusCode.BadRequest, ("title", "Wrong firm"), ("Firm.Staff.Value", staff));

        Assert.Equal([name], refused.GetProperty("names").EnumerateArray().Select(text => text.GetString()));
        Assert.Contains(message, Assert.Single(refused.GetProperty("problems").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal("[]", await given.Site.GetAsync("/Admin/ContentFields/SearchContentItems?part=Note&field=Firms&query=wrong", editor));
    }

    private async Task<ContentItem> FindAsync(JsonElement made) => (await given.Site.Get<ContentReader>().FindLatestAsync(made.GetProperty("contentItemId").GetString()!))!;

    private static async Task<JsonElement> MakeAsync(HttpClient browser, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        using var answer = await DeskForms.PostAsync(browser, Create, [("part", "Note"), ("field", "Firms"), ("type", "Firm"), .. fields]);
        Assert.Equal(status, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
