using System.Net;

namespace CityKnowledge.Cms.Tests.PublicSite;

public sealed class FileTests(DoorSite fixture) : IClassFixture<DoorSite>
{
    private Site Site => fixture.Site;

    [Fact]
    public async Task Files_of_the_theme_are_kept_for_long_at_their_versioned_address()
    {
        using var plain = await Site.Visitor.GetAsync("/Test/site.css");
        var version = plain.Headers.ETag!.Tag.Trim('"');
        using var versioned = await Site.Visitor.GetAsync("/Test/site.css?v=" + version);

        Assert.Equal("p { color: red }", await plain.Content.ReadAsStringAsync());
        Assert.Equal("text/css", plain.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", plain.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(TimeSpan.FromMinutes(5), plain.Headers.CacheControl!.MaxAge);
        Assert.Equal(TimeSpan.FromDays(365), versioned.Headers.CacheControl!.MaxAge);
        using var photo = await Site.Visitor.GetAsync("/Test/photo.png");
        Assert.Equal("image/png", photo.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        using var first = await Site.Visitor.GetAsync("/Test/site.css");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Test/site.css");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await Site.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task An_event_is_given_as_a_calendar_entry_in_its_own_time_zone()
    {
        using var answer = await Site.Visitor.GetAsync($"/Contents/ContentItems/{DoorSite.Event}.ics");
        var calendar = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("fair.ics", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("DTSTART;TZID=Asia/Bangkok:20250901T090000", calendar, StringComparison.Ordinal);
        Assert.Contains("DTEND;TZID=Asia/Bangkok:20250901T163000", calendar, StringComparison.Ordinal);
        Assert.Contains("TZID:Asia/Bangkok", calendar, StringComparison.Ordinal);
        Assert.Contains($"UID:{DoorSite.Event}@127.0.0.1", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:City fair", calendar, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Hall\\, 1", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_of_whole_days_ends_on_the_day_after_its_last()
    {
        var calendar = await Site.GetAsync($"/Contents/ContentItems/{DoorSite.WholeDay}.ics");

        Assert.Contains("DTSTART;VALUE=DATE:20250905", calendar, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20250907", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_event_has_no_calendar()
    {
        using var answer = await Site.Visitor.GetAsync("/Contents/ContentItems/40page0000000000000000000a.ics");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Search_engines_find_every_public_page_and_no_other()
    {
        var map = await Site.GetAsync("/sitemap.xml");

        Assert.Contains("/about</loc>", map, StringComparison.Ordinal);
        Assert.Contains("/events/fair</loc>", map, StringComparison.Ordinal);
        Assert.Contains("/%C3%BCber/citt%C3%A0</loc>", map, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/welcome<", map, StringComparison.Ordinal);
        Assert.Contains("/sitemap.xml", await Site.GetAsync("/robots.txt"), StringComparison.Ordinal);
    }
}
