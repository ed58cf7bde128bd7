using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.AuditTrail;

/// <summary>Who did what and when, on the whole site.</summary>
public sealed partial class LogTests(LogTests.Shared shared) : IClassFixture<LogTests.Shared>
{
    private const string Log = "/Admin/AuditTrail";

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = DeskSite.Of(DeskSite.Practice("1", "Bike lanes"), DeskSite.Practice("2", "Bus lanes"));
    }

    [Fact]
    public async Task Filters_narrow_the_log()
    {
        var (site, editor) = (shared.Site, shared.Site.Get<ContentEditor>());
        var anna = new Caller("anna-id", "Anna", [Caller.AdministratorRole]);
        await editor.UnpublishAsync(anna, DeskSite.Id("1"));
        await editor.PublishAsync(new Caller("ben-id", "Ben", [Caller.AdministratorRole]), DeskSite.Id("1"));
        await editor.DeleteAsync(anna, DeskSite.Id("2"));
        using var auditor = await site.SignInAsync("Auditor");
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(3, await CountAsync("category:Content"));
        Assert.Equal(1, await CountAsync("event:Published"));
        Assert.Equal(2, await CountAsync("id:" + DeskSite.Id("1")));
        Assert.Equal(2, await CountAsync("ann"));
        Assert.Equal(1, await CountAsync("userid:ben-id"));
        Assert.Equal(3, await CountAsync($"date:{today} category:Content"));
        Assert.Equal(3, await CountAsync($"date:>=2025-01-01 category:Content"));
        Assert.Equal(0, await CountAsync($"date:<{today}"));
        Assert.Equal(0, await CountAsync($"date:2020-01-01..2020-12-31"));
        Assert.Equal(3, await CountAsync("date:nonsense category:Content"));
        Assert.Equal(0, await CountAsync("category:' OR 1=1"));

        async Task<int> CountAsync(string filter) => Entries().Count(await site.GetAsync($"{Log}?q={Uri.EscapeDataString(filter)}", auditor));
    }

    // Program words such as "two factor enabled" are for those who wrote the program.
    [Fact]
    public async Task Every_deed_that_the_code_notes_has_words()
    {
        var noted = Repository.SourceFiles(Path.Combine(Repository.Root, "src")).SelectMany(file => Noted().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        var named = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "CityKnowledge.Cms.Web", "Admin", "AuditTrail", "AuditDeeds.cs"))
            + await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "CityKnowledge.Cms.Web", "Admin", "AuditTrail", "AuditWords.cs"));

        Assert.True(noted.Count > 20, $"Only {noted.Count} deeds were found in the sources.");
        Assert.DoesNotContain(noted, name => !named.Contains($"\"{name}\" =>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_writes_its_choice_into_the_box()
    {
        using var auditor = await shared.Site.SignInAsync("Auditor");

        using var answer = await auditor.GetAsync($"{Log}?q=anna&category=Content&filter=1");

        Assert.Equal(Log + "?q=" + Uri.EscapeDataString("category:Content anna"), answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("Editor", HttpStatusCode.Forbidden)]
    [InlineData("Guest", HttpStatusCode.Forbidden)]
    [InlineData("Auditor", HttpStatusCode.OK)]
    public async Task Reading_it_needs_the_right(string role, HttpStatusCode status)
    {
        using var browser = await shared.Site.SignInAsync(role);

        using var answer = await browser.GetAsync(Log);
        var menu = await shared.Site.GetAsync("/Admin", browser);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, menu.Contains($"href=\"{Log}\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("""\bNote(?:Async)?\([^;"]*(?:"(?:Content|ContentType|Media|Recipe|Role|Search|Settings|Taxonomy|User)",[^;"]*)?"([A-Z][A-Za-z]+)"(?=[,)])""")]
    private static partial Regex Noted();

    [GeneratedRegex("<tr>\\s*<td class=\"meta\">")]
    private static partial Regex Entries();
}
