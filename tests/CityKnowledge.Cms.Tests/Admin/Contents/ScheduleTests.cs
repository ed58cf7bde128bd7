using System.Diagnostics;
using System.Net;
using CityKnowledge.Cms.Content.Items;

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
