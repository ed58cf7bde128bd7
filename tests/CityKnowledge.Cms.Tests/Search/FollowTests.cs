using System.Diagnostics;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Search;

public sealed class FollowTests
{
    private const string Everything = """{ "query": { "match_all": {} }, "size": 50, "sort": "Content.ContentItem.DisplayText.Normalized" }""";
    private const string All = "Bike streets, Bogotá, Bus lanes, Ghent, Secret plan, Tokyo 東京";

    [Fact]
    public async Task A_published_item_is_found_within_a_second_and_a_deleted_one_no_more()
    {
        await using var site = await StartAsync();
        using var program = await site.SignInAsync("Insider");
        await site.RunStepsAsync(Recipe.Content(SearchRecipe.Note("40n0te0new0000000000000000", "Fresh", "Brand new tramway")));
        var time = Stopwatch.StartNew();
        await UntilAsync(site, Searching.Match("tramway"), "Fresh");
        Assert.True(time.ElapsedMilliseconds < 1000, $"Found after {time.ElapsedMilliseconds} ms.");

        await using (var session = await site.Get<ContentSessions>().BeginAsync(Caller.Site))
        {
            await session.Items.DeleteAsync("40n0te0new0000000000000000");
            await session.CommitAsync();
        }

        await UntilAsync(site, Searching.Match("tramway"), "");
    }

    [Fact]
    public async Task A_practice_follows_its_city_to_another_country()
    {
        await using var site = await StartAsync();
        Assert.Contains("Belgium (2)", await site.GetAsync("/search?Terms=city"), StringComparison.Ordinal);

        var city = SearchRecipe.City(SearchRecipe.Ghent, "Ghent", 265086, 51.05, 3.72, "40term0jp00000000000000000", "A city").Replace("2025-03-01T09:00:00Z", "2025-03-02T09:00:00Z", StringComparison.Ordinal);
        await site.RunStepsAsync(Recipe.Content(city));

        await Searching.UntilAsync(async () => (await site.GetAsync("/search?Terms=bike")).Contains("Japan (1)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deleted_folder_is_made_again_while_the_site_serves()
    {
        await using var site = await StartAsync();
        Directory.Delete(FolderOf(site), recursive: true);

        await Searching.UntilAsync(async () =>
        {
            Assert.Equal(All, Searching.Titles(await site.QueryAsync(Everything, await site.SignInAsync("Insider"))));
            return Directory.Exists(FolderOf(site)) && Directory.EnumerateFiles(FolderOf(site), "segments_*", SearchOption.AllDirectories).Any();
        });
        await UntilAsync(site, Everything, All);
    }

    [Fact]
    public async Task A_damaged_folder_is_made_again_at_the_next_start()
    {
        await using var site = await StartAsync();
        foreach (var file in Directory.EnumerateFiles(FolderOf(site), "*", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, "This is no index.");
        }

        await site.RestartAsync();

        await site.WaitForSearchAsync();
        await UntilAsync(site, Everything, All);
    }

    [Fact]
    public async Task An_index_goes_on_where_it_stopped()
    {
        await using var site = await StartAsync();
        var before = Directory.GetDirectories(FolderOf(site));
        await site.RunStepsAsync(Recipe.Content(SearchRecipe.Note("40n0te0new0000000000000000", "Fresh", "Brand new tramway")));

        await site.RestartAsync();

        await site.WaitForSearchAsync();
        await UntilAsync(site, Searching.Match("tramway"), "Fresh");
        Assert.Equal(before, Directory.GetDirectories(FolderOf(site)));
    }

    [Fact]
    public async Task A_rebuild_makes_a_new_generation_with_the_same_items()
    {
        await using var site = await StartAsync();
        var before = Directory.GetDirectories(FolderOf(site));

        await site.RunStepsAsync("""{ "name": "lucene-index-rebuild", "Indices": ["Knowledge"] }""");

        await Searching.UntilAsync(() => Task.FromResult(!before.SequenceEqual(Directory.GetDirectories(FolderOf(site)))));
        await UntilAsync(site, Everything, All);
    }

    [Fact]
    public async Task Defining_an_index_twice_leaves_it_as_it_was()
    {
        await using var site = await StartAsync();
        var before = Directory.GetDirectories(FolderOf(site));

        await site.RunStepsAsync(SearchRecipe.Index);

        await UntilAsync(site, Everything, All);
        Assert.Equal(before, Directory.GetDirectories(FolderOf(site)));
    }

    [Fact]
    public async Task A_changed_definition_makes_the_index_again()
    {
        await using var site = await StartAsync();

        await site.RunStepsAsync("""
            { "name": "CreateOrUpdateIndexProfile", "indexes": [ { "Name": "Knowledge", "ProviderName": "Lucene", "Type": "Content",
              "Properties": { "ContentIndexMetadata": { "IndexedContentTypes": ["City"] }, "LuceneIndexMetadata": { "AnalyzerName": "standardanalyzer" } } } ] }
            """);

        await UntilAsync(site, Everything, "Bogotá, Ghent, Tokyo 東京");
    }

    private static async Task<Site> StartAsync()
    {
        var site = await Site.StartAsync(SearchRecipe.Steps);
        await site.WaitForSearchAsync();
        return site;
    }

    private static async Task UntilAsync(Site site, string query, string titles)
    {
        using var program = await site.SignInAsync("Insider");
        await Searching.UntilAsync(async () => Searching.Titles(await site.QueryAsync(query, program)) == titles);
    }

    private static string FolderOf(Site site) => Path.Combine(site.Folder, "App_Data", "Sites", "Default", "Lucene", "Knowledge");
}
