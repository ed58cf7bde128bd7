using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CityKnowledge.Cms.Tests.Demo;

[CollectionDefinition(nameof(DemoSite))]
public sealed class DemoSites : ICollectionFixture<DemoSite>;

/// <summary>The repository's own site with its demo content, for tests that change nothing.</summary>
public sealed class DemoSite : SharedSite
{
    private protected override SiteSetup Setup => SiteSetup.Demo;

    /// <summary>All published items of a type, as visitors ask for them.</summary>
    /// <param name="fields">What to ask of each.</param>
    internal async Task<IReadOnlyList<JsonElement>> ListAsync(string type, string fields)
    {
        var answer = await Site.PostGraphQlAsync($"{{ {type}(first: 1000) {{ {fields} }} }}");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return [.. answer.GetProperty("data").GetProperty(type).EnumerateArray()];
    }

    internal async Task<IHtmlDocument> OpenAsync(string path) => new HtmlParser().ParseDocument(await Site.GetAsync(path));
}
