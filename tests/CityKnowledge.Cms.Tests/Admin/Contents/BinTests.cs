using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Tests.Admin.Contents;

/// <summary>The bin: out of every list and door, back as a draft, or gone for good.</summary>
public sealed class BinTests : IAsyncLifetime
{
    private const string Bin = "/Admin/Contents/Bin";
    private static readonly string Id = DeskSite.Id("1");
    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync(DeskSite.Of(DeskSite.Practice("1", "Bike lanes"), DeskSite.Secret("2", "A secret")));
        await DeskSite.SaveAsync(site, "Bike lanes, rewritten", id: Id);
        await site.Get<ContentEditor>().DeleteAsync(new Caller("u", "anna", [Caller.AdministratorRole]), Id);
        await site.Get<ContentEditor>().DeleteAsync(Caller.Site, DeskSite.Id("2"));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("Author", "")]
    [InlineData("Editor", "Bike lanes, rewritten")]
    [InlineData(Caller.AdministratorRole, "A secret; Bike lanes, rewritten")]
    public async Task A_person_finds_what_they_could_have_deleted(string role, string titles)
    {
        using var browser = await site.SignInAsync(role);

        var page = await site.GetAsync(Bin, browser);

        Assert.Equal(titles, string.Join("; ", DeskSite.TitlesOf(page)));
        if (titles.Length > 0) Assert.Contains("anna", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_delete_nothing_has_no_bin()
    {
        using var browser = await site.SignInAsync("Reader");

        using var answer = await browser.GetAsync(Bin);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_item_comes_back_as_a_draft()
    {
        using var editor = await site.SignInAsync("Editor");

        using var answer = await DeskSite.PostAsync(editor, Bin, Bin, ("restore", Id));

        Assert.Equal(Bin, answer.Headers.Location?.ToString());
        Assert.Equal("Bike lanes, rewritten", (await site.Get<ContentReader>().FindLatestAsync(Id))?.DisplayText);
        Assert.Null(await site.FindAsync(Id));
        Assert.Empty(DeskSite.TitlesOf(await site.GetAsync(Bin, editor)));
    }

    [Fact]
    public async Task Deleted_for_good_leaves_the_log_and_nothing_else()
    {
        using var editor = await site.SignInAsync("Editor");
        Assert.Contains("This cannot be undone.", await site.GetAsync($"{Bin}/{Id}/Purge", editor), StringComparison.Ordinal);

        using var answer = await Browsing.PostFormAsync(editor, $"{Bin}/{Id}/Purge");

        Assert.Equal(Bin, answer.Headers.Location?.ToString());
        Assert.Empty(await site.Get<ContentReader>().ListVersionsAsync(Id));
        await using var db = site.Get<Store>().OpenRead();
        Assert.False(await db.Paths.AnyAsync(row => row.DocumentId == Id));
        Assert.True(await db.Audit.AnyAsync(row => row.SubjectId == Id && row.Event == "Purged"));
        // The address is free again.
        var other = await DeskSite.SaveAsync(site, "Bike lanes");
        Assert.Equal("practices/bike-lanes", other.Part("AutoroutePart").GetProperty("Path").GetString());
    }

    [Fact]
    public async Task What_is_not_in_the_bin_cannot_be_deleted_for_good()
    {
        var there = await DeskSite.SaveAsync(site, "Alive");
        using var editor = await site.SignInAsync("Editor");

        using var answer = await DeskSite.PostAsync(editor, Bin, $"{Bin}/{there.ContentItemId}/Purge");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(await site.Get<ContentReader>().FindLatestAsync(there.ContentItemId));
    }

    [Theory]
    [InlineData("Reader")]
    [InlineData("Author")]
    public async Task Others_can_neither_restore_nor_delete(string role)
    {
        using var browser = await site.SignInAsync(role);

        using var restored = await DeskSite.PostAsync(browser, "/Admin", Bin, ("restore", Id));
        using var purged = await DeskSite.PostAsync(browser, "/Admin", $"{Bin}/{Id}/Purge");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (restored.StatusCode, purged.StatusCode));
        Assert.NotNull(await site.Get<ContentReader>().FindBinnedAsync(Id));
    }

    [Fact]
    public async Task What_was_planned_for_an_item_does_not_happen_once_it_is_back()
    {
        var (publish, archive) = (DateTime.UtcNow.Date.AddDays(3).AddMinutes(7), DateTime.UtcNow.Date.AddDays(5).AddMinutes(7));
        var planned = await DeskSite.SaveAsync(site, "Planned", change: draft =>
        {
            draft.Part(Schedule.PublishPart)[Schedule.PublishMember] = publish;
            draft.Part(Schedule.ArchivePart)[Schedule.ArchiveMember] = archive;
        });
        await site.Get<ContentEditor>().DeleteAsync(Caller.Site, planned.ContentItemId);
        using var editor = await site.SignInAsync("Editor");

        using var answer = await DeskSite.PostAsync(editor, Bin, Bin, ("restore", planned.ContentItemId));

        var back = (await site.Get<ContentReader>().FindLatestAsync(planned.ContentItemId))!;
        Assert.True(back is { DisplayText: "Planned", Published: false });
        Assert.Null(back.Part(Schedule.PublishPart).Get(Schedule.PublishMember).AsMoment());
        Assert.Null(back.Part(Schedule.ArchivePart).Get(Schedule.ArchiveMember).AsMoment());
        await using var db = site.Get<Store>().OpenRead();
        Assert.False(await db.Moments.AnyAsync(row => row.Value == publish || row.Value == archive));
    }
}
