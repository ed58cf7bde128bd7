using System.Net;
using System.Text.Json;

namespace CityKnowledge.Cms.Tests.Search;

/// <summary>A site whose content is searched.</summary>
public sealed class SearchSite : SharedSite
{
    private protected override SiteSetup Setup => SiteSetup.Of(SearchRecipe.Steps);

    /// <summary>The titles a query finds, in one text: <c>A, B</c>.</summary>
    internal async Task<string> TitlesAsync(string query, string role = "Insider")
    {
        await Site.WaitForSearchAsync();
        return Searching.Titles(await Site.QueryAsync(query, await Site.SignInAsync(role)));
    }
}

/// <summary>Searches a site as programs do.</summary>
internal static class Searching
{
    /// <summary>Waits until the indexes answer.</summary>
    public static Task WaitForSearchAsync(this Site site) => UntilAsync(async () =>
    {
        using var answer = await site.Visitor.GetAsync("/health/ready");
        return answer.StatusCode == HttpStatusCode.OK;
    });

    /// <summary>Waits until this holds; fails after twenty seconds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var end = DateTime.UtcNow.AddSeconds(20);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < end, "What was waited for did not come.");
            await Task.Delay(20);
        }
    }

    public static async Task<JsonElement> QueryAsync(this Site site, string query, HttpClient program, string door = "content")
    {
        var json = await site.GetAsync($"/api/lucene/{door}?indexName=Knowledge&query={Uri.EscapeDataString(query)}", program);
        return JsonDocument.Parse(json).RootElement;
    }

    public static string Titles(JsonElement answer) =>
        string.Join(", ", answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("DisplayText").GetString()));

    public static string Match(string text) => $$"""{ "query": { "match": { "Content.ContentItem.FullText": {{JsonSerializer.Serialize(text)}} } } }""";
}
