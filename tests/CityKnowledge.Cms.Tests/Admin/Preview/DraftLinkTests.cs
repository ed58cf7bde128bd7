using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Tests.Admin.Preview;

public sealed partial class DraftLinkTests(PreviewSite fixture) : IClassFixture<PreviewSite>
{
    private Site Site => fixture.Site;

    [Fact]
    public async Task A_person_without_an_account_sees_the_draft_as_it_changes_and_nothing_else()
    {
        var draft = await PreviewSite.SaveAsync(Site, "First words");
        await PreviewSite.SaveAsync(Site, "Hidden draft", id: PreviewSite.Public);
        var link = await MakeAsync(draft.ContentItemId);

        Assert.Contains("<h1>First words</h1>", await Site.GetAsync(link), StringComparison.Ordinal);
        await PreviewSite.SaveAsync(Site, "Second words", id: draft.ContentItemId);
        var page = await Site.GetAsync(link);

        Assert.Contains("<h1>Second words</h1>", page, StringComparison.Ordinal);
        Assert.Contains("at /second-words as nobody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Members words", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden draft", page, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_shows_no_more_to_an_editor_than_to_a_stranger()
    {
        var draft = await PreviewSite.SaveAsync(Site, "Shared words");
        var link = await MakeAsync(draft.ContentItemId);
        using var editor = await Persona.SignInAsync(Site, "Editor");

        using var answer = await editor.GetAsync(link);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("as nobody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Members words", page, StringComparison.Ordinal);
        DraftPageTests.IsKeptByNobody(answer);
    }

    [Fact]
    public async Task Only_a_fingerprint_of_the_link_is_stored()
    {
        var draft = await PreviewSite.SaveAsync(Site, "Kept words");
        var token = (await MakeAsync(draft.ContentItemId)).Split('/')[^1];

        await using var db = Site.Get<Store>().OpenRead();
        Assert.DoesNotContain(await db.UserTokens.Select(row => row.Value).ToListAsync(), value => value!.Contains(token, StringComparison.Ordinal));
        Assert.Contains(await db.Audit.ToListAsync(), row => row.Event == "DraftShared" && row.SubjectId == draft.ContentItemId);
    }

    [Fact]
    public async Task A_link_ends_when_it_is_revoked_and_the_others_go_on()
    {
        var draft = await PreviewSite.SaveAsync(Site, "Ended words");
        using var editor = await Persona.SignInAsync(Site, "Editor");
        var (kept, ended) = (await MakeAsync(draft.ContentItemId, editor), await MakeAsync(draft.ContentItemId, editor));
        var newest = (await Site.Get<DraftLinks>().ListAsync(editor.Caller, draft.ContentItemId))![0];

        using var answer = await editor.PostAsync($"/Admin/Contents/ContentItems/{draft.ContentItemId}/Share?handler=Revoke", ("linkId", newest.Id));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await IsGoneAsync(ended);
        await Site.GetAsync(kept);
        Assert.Single((await Site.Get<DraftLinks>().ListAsync(editor.Caller, draft.ContentItemId))!);
    }

    [Fact]
    public async Task A_link_ends_on_its_day_with_its_maker_and_for_good_with_its_item()
    {
        var (old, orphan, deleted) = (await PreviewSite.SaveAsync(Site, "Old words"), await PreviewSite.SaveAsync(Site, "Orphan words"), await PreviewSite.SaveAsync(Site, "Deleted words"));
        using var maker = await Persona.SignInAsync(Site, "Editor");
        var links = new[] { await MakeAsync(old.ContentItemId), await MakeAsync(orphan.ContentItemId, maker), await MakeAsync(deleted.ContentItemId) };
        await AgeAsync(old.ContentItemId);
        await using (var db = Site.Get<Store>().OpenRead()) await db.Users.Where(user => user.Id == maker.Caller.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsEnabled, false));
        await Site.Get<ContentEditor>().DeleteAsync(Caller.Site, deleted.ContentItemId);
        await Site.Get<ContentEditor>().RestoreFromBinAsync(Caller.Site, deleted.ContentItemId);

        foreach (var link in links) await IsGoneAsync(link);
        await IsGoneAsync("/Drafts/" + new string('A', 43));
        await IsGoneAsync("/Drafts/%25");
    }

    [Fact]
    public async Task Links_are_made_only_by_those_who_may_preview_and_only_for_the_days_offered()
    {
        var draft = await PreviewSite.SaveAsync(Site, "Guarded words");
        var address = $"/Admin/Contents/ContentItems/{draft.ContentItemId}/Share";
        using var contributor = await Persona.SignInAsync(Site, "Contributor");
        using var editor = await Persona.SignInAsync(Site, "Editor");

        foreach (var answer in new[] { await contributor.GetAsync(address), await contributor.PostAsync(address, ("Days", "7")), await contributor.PostAsync(address + "?handler=Revoke", ("linkId", "x")) })
        {
            using (answer) Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var wrong = await editor.PostAsync(address, ("Days", "3650"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("A link lasts 1, 7, 30 days.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await Site.Get<DraftLinks>().ListAsync(editor.Caller, draft.ContentItemId))!);
    }

    private async Task<string> MakeAsync(string contentItemId, Persona? maker = null)
    {
        using var browser = await Site.SignInAsync("Editor");
        if (maker is not null) return "/Drafts/" + await Site.Get<DraftLinks>().MakeAsync(maker.Caller, contentItemId, 7);
        using var answer = await Browsing.PostFormAsync(browser, $"/Admin/Contents/ContentItems/{contentItemId}/Share", ("Days", "7"));
        var page = await Site.GetAsync(answer.Headers.Location!.ToString(), browser);
        return Address().Match(page).Value;
    }

    private async Task IsGoneAsync(string link)
    {
        using var answer = await Site.Visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        DraftPageTests.IsKeptByNobody(answer);
    }

    private async Task AgeAsync(string contentItemId)
    {
        await using var db = Site.Get<Store>().OpenRead();
        var row = await db.UserTokens.SingleAsync(row => row.Name.StartsWith(contentItemId));
        row.Value = $"{row.Value!.Split('.')[0]}.{DateTime.UtcNow.AddDays(-8).Ticks}.{DateTime.UtcNow.AddSeconds(-1).Ticks}";
        await db.SaveChangesAsync();
    }

    [GeneratedRegex("/Drafts/[A-Za-z0-9_-]{43}")]
    private static partial Regex Address();
}
