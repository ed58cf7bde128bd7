using System.Net;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>What the administration refuses instead of answering as if it had been done.</summary>
public sealed class RefusedTests(RefusedTests.Shared shared) : IClassFixture<RefusedTests.Shared>
{
    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.CityKnowledge;
    }

    private Site Site => shared.Site;

    [Theory]
    [InlineData("POST", "/Admin")]
    [InlineData("POST", "/Admin/Lucene/Knowledge?handler=Rebuild")]
    [InlineData("POST", "/Admin/Themes/CityKnowledge?handler=SetCurrentTheme")]
    [InlineData("POST", "/Admin/Users/Index")]
    [InlineData("PUT", "/Admin/ContentTypes/Edit/Page")]
    [InlineData("PAGE", "/Admin/ContentTypes/Edit/Page?handler=HandlerSelection")]
    [InlineData("DELETE", "/Account")]
    [InlineData("POST", "/TwoFactor")]
    [InlineData("DELETE", "/Login")]
    public async Task What_no_page_does_is_not_allowed(string verb, string address)
    {
        using var administrator = await Persona.SignInAsync(Site, "Administrator");

        using var answer = await administrator.SendWithTokenAsync(new HttpMethod(verb), address);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/Admin/Contents/ContentTypes/Page/Create")]
    [InlineData("/Admin/Contents/ContentItems")]
    [InlineData("/Admin/Media")]
    [InlineData("/Admin/Media/Upload")]
    [InlineData("/Admin/ContentTypes/Create")]
    [InlineData("/Admin/Settings/general")]
    public async Task A_form_that_breaks_off_or_cannot_be_read_is_refused_and_no_failure(string address)
    {
        using var administrator = await Site.SignInAsync("Administrator");
        using var torn = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"u8.ToArray());
        torn.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var unreadable = new StringContent("a=%00", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using var first = await administrator.PostAsync(address, torn);
        using var second = await administrator.PostAsync(address, unreadable);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode));
        if (address.EndsWith("Upload", StringComparison.Ordinal)) return;
        foreach (var answer in (HttpResponseMessage[])[first, second]) Assert.Contains("This form cannot be read", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Admin")]
    [InlineData("/Account")]
    public async Task The_head_of_a_page_is_still_answered(string address)
    {
        using var administrator = await Persona.SignInAsync(Site, "Administrator");

        using var answer = await administrator.SendWithTokenAsync(HttpMethod.Head, address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData("Moderator", HttpStatusCode.OK)]
    public async Task A_token_for_forms_is_for_people_of_the_desk(string role, HttpStatusCode expected)
    {
        using var person = await Site.SignInAsync(role.Length == 0 ? [] : [role]);

        using var answer = await person.GetAsync("/Admin/FormToken");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Moderator", false, false)]
    [InlineData("Contributor", true, false)]
    [InlineData("Author", true, true)]
    [InlineData("Editor", true, true)]
    public async Task Lists_are_for_people_who_have_something_to_list(string role, bool lists, bool bin)
    {
        using var person = await Site.SignInAsync(role);

        using var list = await person.GetAsync("/Admin/Contents/ContentItems");
        using var binned = await person.GetAsync("/Admin/Contents/Bin");
        using var restored = await DeskForms.PostAsync(person, "/Admin/Contents/Bin", ("restore", "unknown"));
        var menu = await DeskForms.ReadAsync(person, "/Admin");
        var palette = await Site.GetAsync("/Admin/Palette", person);

        Assert.Equal((lists, bin), (list.StatusCode == HttpStatusCode.OK, binned.StatusCode == HttpStatusCode.OK));
        Assert.Equal(bin ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, restored.StatusCode);
        Assert.Equal((lists, bin), (menu.Contains("<a href=\"/Admin/Contents/ContentItems\"", StringComparison.Ordinal), menu.Contains("<a href=\"/Admin/Contents/Bin\"", StringComparison.Ordinal)));
        Assert.Equal((lists, bin), (palette.Contains("\"/Admin/Contents/ContentItems\"", StringComparison.Ordinal), palette.Contains("\"/Admin/Contents/Bin\"", StringComparison.Ordinal)));
        if (lists) Assert.Equal(bin, (await Site.GetAsync("/Admin/Contents/ContentItems?q=nowhere", person)).Contains("Look in the bin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_type_exists_the_list_is_open_and_empty()
    {
        await using var bare = await Site.StartAsync("""{ "name": "Roles", "Roles": [ { "Name": "Guest", "Permissions": ["AccessAdminPanel"] } ] }""");
        using var guest = await bare.SignInAsync("Guest");

        Assert.Contains("There is no content you may see", await bare.GetAsync("/Admin/Contents/ContentItems", guest), StringComparison.Ordinal);
    }
}
