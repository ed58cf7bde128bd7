using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Tests.Items;

/// <summary>What the <c>content</c> step does with items that are known already.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Id = "40note0000000000000000000a";
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(Recipe.Type("Note"), Recipe.Content(Recipe.Item("Note", Id, "First")));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_same_version_again_changes_nothing()
    {
        var before = await site.FindAsync(Id);

        var report = await site.RunStepsAsync(Recipe.Content(Recipe.Item("Note", Id, "First")));

        Assert.Equal(new ImportCounts(0, 0, 1), report.Items);
        Assert.Equal(before!.ModifiedUtc, (await site.FindAsync(Id))!.ModifiedUtc);
        Assert.Single(await site.Get<ContentReader>().ListVersionsAsync(Id));
    }

    [Fact]
    public async Task A_known_version_with_other_content_is_changed_in_place()
    {
        await site.RunStepsAsync(Recipe.Content(Recipe.Item("Note", Id, "First, corrected")));

        Assert.Equal("First, corrected", (await site.FindAsync(Id))!.DisplayText);
        Assert.Single(await site.Get<ContentReader>().ListVersionsAsync(Id));
    }

    [Fact]
    public async Task A_new_published_version_takes_the_place_of_the_former_one()
    {
        await site.RunStepsAsync(Recipe.Content(With("Second", ("ContentItemVersionId", "v2second000000000000000000"))));

        var versions = await site.Get<ContentReader>().ListVersionsAsync(Id);
        Assert.Equal(2, versions.Count);
        Assert.Equal("Second", Assert.Single(versions, version => version is { Latest: true, Published: true }).DisplayText);
    }

    [Fact]
    public async Task A_new_draft_leaves_the_published_version_to_visitors()
    {
        await site.RunStepsAsync(Recipe.Content(With("Draft", ("ContentItemVersionId", "v3draft0000000000000000000"), ("Published", false))));

        Assert.Equal("First", (await site.FindAsync(Id))!.DisplayText);
        Assert.Equal("Draft", (await site.Get<ContentReader>().FindLatestAsync(Id))!.DisplayText);
    }

    [Fact]
    public async Task Unknown_parts_are_kept_and_loose_scalars_are_not()
    {
        await site.RunStepsAsync(Recipe.Content(With("First", ("Foo", new JsonObject { ["Bar"] = 1 }), ("Loose", 3))));

        var content = (await site.FindAsync(Id))!.Content;
        Assert.Equal(1, content.GetProperty("Foo").GetProperty("Bar").GetInt32());
        Assert.False(content.TryGetProperty("Loose", out _));
    }

    [Fact]
    public async Task Two_items_of_one_title_get_two_addresses()
    {
        await site.RunStepsAsync(Recipe.Content(Recipe.Item("Note", "40note0000000000000000000b", "First")));

        Assert.Contains("First", await site.GetAsync("note/first"), StringComparison.Ordinal);
        Assert.Contains("First", await site.GetAsync("note/first-1"), StringComparison.Ordinal);
    }

    private static string With(string title, params (string Name, JsonNode? Value)[] members)
    {
        var item = JsonNode.Parse(Recipe.Item("Note", Id, title))!.AsObject();
        foreach (var (name, value) in members) item[name] = value;
        return item.ToJsonString();
    }
}
