using System.Diagnostics;
using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Contents;

/// <summary>The promise of the schedule: done within ten seconds of the time.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task A_draft_is_published_and_taken_back_within_ten_seconds_of_its_times()
    {
        await using var site = await Site.StartAsync(DeskSite.Of());
        var (publish, archive) = (DateTime.UtcNow.AddSeconds(2), DateTime.UtcNow.AddSeconds(14));
        var item = await DeskSite.SaveAsync(site, "In time", change: draft =>
        {
            draft.Part(Schedule.PublishPart)[Schedule.PublishMember] = publish;
            draft.Part(Schedule.ArchivePart)[Schedule.ArchiveMember] = archive;
        });
        using var early = await site.Visitor.GetAsync("/practices/in-time");
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);

        Assert.InRange(await WhenAsync(site, item.ContentItemId, isPublic: true), publish, publish.AddSeconds(10));
        Assert.InRange(await WhenAsync(site, item.ContentItemId, isPublic: false), archive, archive.AddSeconds(10));
    }

    [Fact]
    public async Task A_draft_over_the_public_version_says_when_the_item_is_taken_back()
    {
        await using var site = await Site.StartAsync(DeskSite.Of());
        var item = await DeskSite.SaveAsync(site, "Public for a while");
        await site.Get<ContentEditor>().PublishAsync(Caller.Site, item.ContentItemId);
        var archive = DateTime.UtcNow.AddSeconds(2);
        var draft = ContentDraft.FromItem((await site.Get<ContentReader>().FindLatestAsync(item.ContentItemId))!);
        draft.Part(Schedule.ArchivePart)[Schedule.ArchiveMember] = archive;
        await site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft);

        Assert.InRange(await WhenAsync(site, item.ContentItemId, isPublic: false), archive, archive.AddSeconds(10));
    }

    [Fact]
    public async Task What_fell_due_while_the_site_was_closed_is_done_when_it_opens()
    {
        await using var site = await Site.StartAsync(DeskSite.Of());
        var item = await DeskSite.SaveAsync(site, "Due meanwhile", change: draft => draft.Part(Schedule.PublishPart)[Schedule.PublishMember] = DateTime.UtcNow);

        await site.RestartAsync();
        var opened = DateTime.UtcNow;

        Assert.InRange(await WhenAsync(site, item.ContentItemId, isPublic: true), opened, opened.AddSeconds(10));
    }

    [Fact]
    public async Task What_is_not_complete_at_its_time_stays_a_draft_and_holds_up_no_other_save()
    {
        await using var site = await Site.StartAsync(DeskSite.Of());
        var item = await DeskSite.SaveAsync(site, "Half done", change: draft =>
        {
            draft.Part("Practice").Remove("Summary");
            draft.Part(Schedule.PublishPart)[Schedule.PublishMember] = DateTime.UtcNow.AddSeconds(1);
        });
        var watch = Stopwatch.StartNew();
        while ((await site.Get<ContentReader>().FindLatestAsync(item.ContentItemId))!.PublishAt() is not null)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "It was not given up.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var other = await DeskSite.SaveAsync(site, "Another").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Null(await site.FindAsync(item.ContentItemId));
        Assert.Equal("Another", other.DisplayText);
    }

    [Theory]
    [InlineData(Schedule.PublishPart, Schedule.PublishMember)]
    [InlineData(Schedule.ArchivePart, Schedule.ArchiveMember)]
    public async Task A_moment_that_has_passed_is_no_plan(string part, string member)
    {
        await using var site = await Site.StartAsync(DeskSite.Of());
        var item = await DeskSite.SaveAsync(site, "Late");
        var draft = ContentDraft.FromItem((await site.Get<ContentReader>().FindLatestAsync(item.ContentItemId))!);
        draft.Part(part)[member] = new DateTime(2, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        var refused = await Assert.ThrowsAsync<InvalidContentException>(() => site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft));
        var notPublished = await Assert.ThrowsAsync<InvalidContentException>(() => site.Get<ContentEditor>().SaveAndPublishAsync(Caller.Site, draft));

        Assert.Equal([$"{part}.{member}", $"{part}.{member}"], [Assert.Single(refused.Problems).Path, Assert.Single(notPublished.Problems).Path]);
    }

    // The moment at which the item is seen to be public, or not to be.
    private static async Task<DateTime> WhenAsync(Site site, string id, bool isPublic)
    {
        var watch = Stopwatch.StartNew();
        while (await site.FindAsync(id) is not null != isPublic)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "It never happened.");
            await Task.Delay(100);
        }

        return DateTime.UtcNow;
    }
}
