using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.AuditTrail;

/// <summary>What happened to an item, how its versions differ, and bringing one back.</summary>
public sealed partial class HistoryTests : IAsyncLifetime
{
    private static readonly string Id = DeskSite.Id("1");
    private static readonly string History = $"/Admin/AuditTrail/{Id}";
    private static readonly Caller Anna = new("anna-id", "anna", [Caller.AdministratorRole]);
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(DeskSite.Of(
        DeskSite.Practice("1", "Bike lanes", """ "Practice": { "Summary": { "Text": "Lanes for bikes in town." }, "Story": { "Html": "<p>Once upon a time</p>" } } """),
        DeskSite.Practice("2", "A related practice")));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_is_told_in_words_with_who_and_when()
    {
        await DeskSite.SaveAsync(site, "Bike lanes, rewritten", Anna, Id);
        await site.Get<ContentEditor>().PublishAsync(Anna, Id);
        using var editor = await site.SignInAsync("Editor");

        var page = await site.GetAsync(History, editor);

        Assert.Matches("(?s)Published.*anna.*Draft saved.*anna", page[page.IndexOf("id=\"deeds\"", StringComparison.Ordinal)..]);
        Assert.Contains($"{DateTime.UtcNow:yyyy-MM-dd}T", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_are_compared_value_by_value()
    {
        await DeskSite.SaveAsync(site, "Bike lanes", Anna, Id, draft =>
        {
            draft.Part("Practice")["Summary"] = new JsonObject { ["Text"] = "Lanes for everyone in town." };
            draft.Part("Practice")["Story"] = new JsonObject { ["Html"] = "<p>Once upon <b>a time</b></p>" };
            draft.Part("Practice")["Related"] = new JsonObject { ["ContentItemIds"] = new JsonArray(DeskSite.Id("2")) };
            draft.Part("Practice")["Themes"] = new JsonObject { ["TermContentItemIds"] = new JsonArray(DeskSite.Rivers) };
        });
        using var editor = await site.SignInAsync("Editor");

        var page = await site.GetAsync(await CompareAsync(editor), editor);

        Assert.Contains("Lanes for <del>bikes</del><ins>everyone</ins> in town.", page, StringComparison.Ordinal);
        Assert.Contains("<ins>A related practice</ins>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>Rivers</ins>", page, StringComparison.Ordinal);
        Assert.Contains("The words are the same; their formatting is not.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>")]
    [InlineData("{{ 7 | times: 6 }}")]
    public async Task What_was_written_is_shown_and_never_run(string text)
    {
        await DeskSite.SaveAsync(site, text, Anna, Id, draft =>
        {
            draft.Part("Practice")["Summary"] = new JsonObject { ["Text"] = text };
            draft.Part("Practice")["Story"] = new JsonObject { ["Html"] = text + "<p>end</p>" };
        });
        using var editor = await site.SignInAsync("Editor");

        foreach (var address in (string[])[History, await CompareAsync(editor)])
        {
            var page = await site.GetAsync(address, editor);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("<(svg|img|math)[^>]*on(load|error)", page);
            Assert.DoesNotContain(">42<", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_earlier_version_becomes_a_draft_and_the_draft_before_is_kept()
    {
        var rewritten = await DeskSite.SaveAsync(site, "Bike lanes, rewritten", Anna, Id);
        using var editor = await site.SignInAsync("Editor");

        using var answer = await Browsing.PostFormAsync(editor, $"{History}/Restore/v{Id[1..]}");

        Assert.Equal(History, answer.Headers.Location?.ToString());
        var latest = await site.Get<ContentReader>().FindLatestAsync(Id);
        Assert.Equal(("Bike lanes", false), (latest?.DisplayText, latest?.Published));
        Assert.Equal("Bike lanes", (await site.FindAsync(Id))?.DisplayText);
        Assert.Contains(await site.Get<ContentReader>().ListVersionsAsync(Id), version => version.DisplayText == rewritten.DisplayText);
        Assert.Contains("An earlier version restored as a draft", await site.GetAsync(History, editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restored_version_is_not_published_by_a_plan_of_that_time()
    {
        await DeskSite.SaveAsync(site, "Bike lanes", Anna, Id, draft => draft.Part(Schedule.PublishPart)[Schedule.PublishMember] = "2099-05-01T08:00:00Z");
        var planned = await site.Get<ContentReader>().FindLatestAsync(Id);
        await site.Get<ContentEditor>().PublishAsync(Anna, Id);
        await DeskSite.SaveAsync(site, "Another", Anna, Id);

        var restored = await site.Get<ContentEditor>().RestoreVersionAsync(Anna, planned!.ContentItemVersionId!);

        Assert.Null(restored?.PublishAt());
    }

    [Theory]
    [InlineData("Editor", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("Auditor", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("Reader", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("Author", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("Guest", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Who_may_edit_or_audit_may_read_it_and_who_may_edit_may_restore(string role, HttpStatusCode read, HttpStatusCode restore)
    {
        var first = $"v{Id[1..]}";
        await DeskSite.SaveAsync(site, "Bike lanes, rewritten", Anna, Id);
        using var browser = await site.SignInAsync(role);

        using var history = await browser.GetAsync(History);
        using var compared = await browser.GetAsync($"{History}/Compare?to={first}");
        using var asked = await browser.GetAsync($"{History}/Restore/{first}");

        Assert.Equal((read, read, restore), (history.StatusCode, compared.StatusCode, asked.StatusCode));
        if (restore == HttpStatusCode.OK) return;
        using var done = await DeskSite.PostAsync(browser, "/Admin", $"{History}/Restore/{first}");
        Assert.Equal(HttpStatusCode.Forbidden, done.StatusCode);
        Assert.Equal("Bike lanes, rewritten", (await site.Get<ContentReader>().FindLatestAsync(Id))?.DisplayText);
    }

    [Fact]
    public async Task A_version_of_another_item_is_not_found_here()
    {
        using var editor = await site.SignInAsync("Editor");

        using var answer = await editor.GetAsync($"{History}/Compare?to=v{DeskSite.Id("2")[1..]}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> CompareAsync(HttpClient browser) =>
        WebUtility.HtmlDecode(Link().Match(await site.GetAsync(History, browser)).Groups[1].Value);

    [GeneratedRegex("""href="([^"]*/Compare\?from=[^"]*)">""")]
    private static partial Regex Link();
}
