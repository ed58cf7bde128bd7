using System.Net;
using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Tests.Admin.Recipes;

/// <summary>Recipes are tried and run from the administration, and report what they did.</summary>
public sealed class RecipeScreenTests(RecipeDesk shared) : IClassFixture<RecipeDesk>
{
    private Site Site => shared.Site;

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_leaves_nothing()
    {
        using var cook = await Site.SignInAsync("Cook");

        var report = await RunAsync(cook, "Try", "Additions");
        var files = Path.Combine(Site.Folder, "App_Data", "Sites", "Default");

        Assert.Contains("Dry run, undone", report, StringComparison.Ordinal);
        Assert.Contains("New note", report, StringComparison.Ordinal);
        Assert.Contains("1 new, 0 changed, 0 unchanged", report, StringComparison.Ordinal);
        Assert.Contains("SiteSettings", report, StringComparison.Ordinal);
        Assert.Contains("ContentDefinition", report, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await Site.FindAsync(RecipeDesk.Added));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Visitor.GetAsync("/note/new-note")).StatusCode);
        Assert.False(File.Exists(Path.Combine(files, "Media", "added.png")));
        Assert.Empty(Directory.Exists(Path.Combine(files, "Media.ready")) ? Directory.GetFileSystemEntries(Path.Combine(files, "Media.ready")) : []);
        Assert.DoesNotContain("Renamed by recipe", await DeskForms.ReadAsync(cook, "/Admin/Recipes"), StringComparison.Ordinal);
        Assert.DoesNotContain("Extra", Site.Get<Content.Types.TypeCatalogue>().Current.Types.Select(type => type.Name));
    }

    [Fact]
    public async Task A_run_applies_the_recipe_and_a_second_one_finds_nothing_to_change()
    {
        await using var site = await Site.StartAsync(RecipeDesk.Recipes);
        using var cook = await site.SignInAsync("Cook");

        var question = await DeskForms.ReadAsync(cook, "/Admin/Recipes/Run?name=Additions");
        var first = await RunAsync(cook, "Run", "Additions");
        var second = await RunAsync(cook, "Run", "Additions");
        var rehearsal = await RunAsync(cook, "Try", "Additions");

        Assert.Contains("Run 'Additions'?", question, StringComparison.Ordinal);
        Assert.Contains("Applied", first, StringComparison.Ordinal);
        Assert.Contains("1 new, 0 changed, 0 unchanged", first, StringComparison.Ordinal);
        Assert.NotNull(await site.FindAsync(RecipeDesk.Added));
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/media/added.png")).StatusCode);
        Assert.Contains("0 new, 0 changed, 1 unchanged", second, StringComparison.Ordinal);
        Assert.Contains("Nothing: everything is already as the recipe wants it.", rehearsal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Try", "Would fail")]
    [InlineData("Run", "Failed, nothing applied")]
    public async Task A_failure_is_told_with_file_step_and_place_and_nothing_is_applied(string way, string outcome)
    {
        using var cook = await Site.SignInAsync("Cook");

        var report = await RunAsync(cook, way, "Broken");

        Assert.Contains(outcome, report, StringComparison.Ordinal);
        Assert.Contains("broken.recipe.json", report, StringComparison.Ordinal);
        Assert.Contains("2 (<code>content</code>)", report, StringComparison.Ordinal);
        Assert.Contains("$.steps[1].data[0].", report, StringComparison.Ordinal);
        Assert.Contains("must be a number", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Never", (await Site.Get<Content.Settings.CurrentSite>().GetAsync()).SiteName, StringComparison.Ordinal);
        Assert.Contains(outcome, await DeskForms.ReadAsync(cook, "/Admin/Recipes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_outlive_a_restart()
    {
        await using var site = await Site.StartAsync(RecipeDesk.Recipes);
        using var cook = await site.SignInAsync("Cook");
        await RunAsync(cook, "Try", "Broken");

        await site.RestartAsync();
        using var again = await site.SignInAsync("Cook");
        var report = Assert.Single(await site.Get<RecipeReports>().ListAsync(), kept => kept.Failure is not null);

        Assert.Contains("Would fail", await DeskForms.ReadAsync(again, "/Admin/Recipes/Report/" + report.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_one_recipe_runs_another_waits_and_its_progress_is_shown()
    {
        await using var site = await Site.StartAsync(RecipeDesk.Recipes);
        using var cook = await site.SignInAsync("Cook");
        using var started = await HoldWriterAsync(site, () => DeskForms.PostAsync(cook, "/Admin/Recipes?handler=Run", ("name", "Additions")), async address =>
        {
            var page = await DeskForms.ReadAsync(cook, address);
            Assert.Contains("data-controller=\"refresh\"", page, StringComparison.Ordinal);
            using var second = await DeskForms.PostAsync(cook, "/Admin/Recipes?handler=Try", ("name", "Additions"));
            Assert.Contains("is still running; one runs at a time", await DeskForms.ReadAsync(cook, second.Headers.Location!.ToString()), StringComparison.Ordinal);
        });

        Assert.Contains("Applied", await EndAsync(cook, started.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Try")]
    [InlineData("Run")]
    public async Task Who_may_not_run_recipes_runs_none(string way)
    {
        using var helper = await Site.SignInAsync("Guest");
        using var cook = await Site.SignInAsync("Cook");

        using var refused = await DeskForms.PostAsync(helper, $"/Admin/Recipes?handler={way}", ("name", "Additions"));
        using var tokenless = await cook.PostAsync($"/Admin/Recipes?handler={way}", new FormUrlEncodedContent([KeyValuePair.Create("name", "Additions")]));
        using var unknown = await DeskForms.PostAsync(cook, $"/Admin/Recipes?handler={way}", ("name", "../secrets"));
        using var noReport = await cook.GetAsync("/Admin/Recipes/Report/1");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, noReport.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync("/Admin/Recipes/Report/1")).StatusCode);
    }

    private static async Task<string> RunAsync(HttpClient cook, string way, string name)
    {
        using var started = await DeskForms.PostAsync(cook, $"/Admin/Recipes?handler={way}", ("name", name));
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        return await EndAsync(cook, started.Headers.Location!.ToString());
    }

    private static async Task<string> EndAsync(HttpClient cook, string address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var page = await DeskForms.ReadAsync(cook, address);
            if (!page.Contains("data-controller=\"refresh\"", StringComparison.Ordinal)) return page;
            await Task.Delay(50, patience.Token);
        }
    }

    // Whoever writes holds the run up, so that it can be looked at.
    private static async Task<HttpResponseMessage> HoldWriterAsync(Site site, Func<Task<HttpResponseMessage>> start, Func<string, Task> look)
    {
        await using var session = await site.Get<Content.Items.ContentSessions>().BeginAsync(Content.Security.Caller.Site);
        var started = await start();
        await look(started.Headers.Location!.ToString());
        return started;
    }
}
