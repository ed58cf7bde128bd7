using System.Net;

namespace CityKnowledge.Cms.Tests.Admin.Palette;

/// <summary>The command palette answers within the rights of who asks.</summary>
public sealed class PaletteTests(PaletteTests.Shared shared) : IClassFixture<PaletteTests.Shared>
{
    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = DeskSite.Of(DeskSite.Practice("1", "Quiet practice"), DeskSite.Secret("2", "Quiet secret"));
    }

    [Theory]
    [InlineData("Guest", "", "")]
    [InlineData("Reader", "/Contents/ContentItems/", "")]
    [InlineData("Editor", "/Admin/Contents/ContentItems/", "/Admin/Contents/ContentTypes/Practice/Create")]
    public async Task It_lists_screens_types_and_items_a_person_may_use(string role, string item, string create)
    {
        using var browser = await shared.Site.SignInAsync(role);

        var quiet = await shared.Site.GetAsync("/Admin/Palette?q=quiet", browser);
        var everything = await shared.Site.GetAsync("/Admin/Palette", browser);

        Assert.Equal(item.Length > 0, quiet.Contains("\"" + item + DeskSite.Id("1"), StringComparison.Ordinal));
        Assert.DoesNotContain("secret", quiet, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(item.Length > 0, everything.Contains("/Admin/Contents/ContentItems\"", StringComparison.Ordinal));
        Assert.DoesNotContain("/Admin/AuditTrail", everything, StringComparison.Ordinal);
        Assert.Equal(create.Length > 0, everything.Contains("ContentTypes/Practice/Create", StringComparison.Ordinal));
        Assert.DoesNotContain("ContentTypes/Secret/Create", everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "new practice")]
    [InlineData("fr", "pràctice nouveau")]
    public async Task A_type_is_found_by_words_for_making_one(string language, string text)
    {
        using var editor = await shared.Site.SignInAsync("Editor");
        (await DeskForms.PostAsync(editor, "/Admin/Language", ("culture", language), ("returnUrl", "/Admin"))).Dispose();

        Assert.Contains("ContentTypes/Practice/Create", await shared.Site.GetAsync("/Admin/Palette?q=" + Uri.EscapeDataString(text), editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_and_people_without_the_panel_get_nothing()
    {
        using var nobody = await shared.Site.SignInAsync();

        using var visitor = await shared.Site.Visitor.GetAsync("/Admin/Palette?q=quiet");
        using var refused = await nobody.GetAsync("/Admin/Palette?q=quiet");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (visitor.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task The_keys_are_listed_on_a_page()
    {
        using var guest = await shared.Site.SignInAsync("Guest");

        Assert.Contains("<kbd>Ctrl</kbd> <kbd>K</kbd>", await shared.Site.GetAsync("/Admin/Shortcuts", guest), StringComparison.Ordinal);
    }
}
