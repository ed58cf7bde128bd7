using System.Net;

namespace CityKnowledge.Cms.Tests.Start;

public sealed class FirstStartTests
{
    [Fact]
    public async Task A_site_sets_itself_up_from_a_recipe()
    {
        await using var site = await Site.StartAsync(
            Recipe.Type("Note", ("Body", "TextField")),
            Recipe.Content(Recipe.Item("Note", "40note0000000000000000000a", "Hello", """ "Note": { "Body": { "Text": "World" } } """)));

        var note = await site.FindAsync("40note0000000000000000000a");

        Assert.Equal("World", note!.Field("Note", "Body").GetProperty("Text").GetString());
    }

    [Fact]
    public async Task Several_sites_live_in_one_process()
    {
        await using var first = await Site.StartAsync(Recipe.Type("Note"), Recipe.Content(Recipe.Item("Note", "40note0000000000000000000a", "First")));
        await using var second = await Site.StartAsync(Recipe.Type("Note"), Recipe.Content(Recipe.Item("Note", "40note0000000000000000000a", "Second")));

        Assert.Equal("First", (await first.FindAsync("40note0000000000000000000a"))!.DisplayText);
        Assert.Equal("Second", (await second.FindAsync("40note0000000000000000000a"))!.DisplayText);
    }

    [Fact]
    public async Task While_the_site_sets_itself_up_it_lives_but_is_not_ready()
    {
        await using var site = await Site.StartAsync(SiteSetup.Demo with { AwaitReady = false });

        using var live = await site.Visitor.GetAsync("/health/live");
        using var ready = await site.Visitor.GetAsync("/health/ready");
        using var page = await site.Visitor.GetAsync("/");

        Assert.False(site.Get<Web.Setup.SetupState>().IsReady, "The set-up was over before it was looked at.");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (live.StatusCode, ready.StatusCode, page.StatusCode));
        Assert.Equal("Healthy", await live.Content.ReadAsStringAsync());
        await site.Get<Web.Setup.SetupState>().FinishedAsync;
    }

    [Fact]
    public async Task An_unknown_recipe_name_answers_503_with_the_failure_and_sets_nothing_up()
    {
        await using var site = await Site.StartAsync(SiteSetup.Of() with { RecipeName = "Nowhere", AwaitReady = false });
        await site.Get<Web.Setup.SetupState>().FinishedAsync;

        using var answer = await site.Visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("The AutoSetup failed installing the site.", body, StringComparison.Ordinal);
        Assert.Contains("No recipe named &#39;Nowhere&#39; was found", body, StringComparison.Ordinal);
    }
}
