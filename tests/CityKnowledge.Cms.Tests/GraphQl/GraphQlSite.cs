using System.Text.Json;

namespace CityKnowledge.Cms.Tests.GraphQl;

/// <summary>A site with every field kind, every part and a few items, open to visitors.</summary>
public sealed class GraphQlSite : SharedSite
{
    private protected override SiteSetup Setup => SiteSetup.Of([GraphQlRecipe.Definitions, GraphQlRecipe.OpenToVisitors, .. GraphQlRecipe.Items]);

    /// <summary>The <c>data</c> of an answer without errors.</summary>
    internal async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await Site.PostGraphQlAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The display texts of the items a root field lists, in one text: <c>A, B</c>.</summary>
    internal async Task<string> TitlesAsync(string field, object? variables = null)
    {
        var name = field.Split('(', ' ')[0];
        var data = await AskAsync($"{(variables is null ? "" : "query($v: String) ")}{{ {field} {{ displayText }} }}", variables);
        return Titles(data.GetProperty(name));
    }

    internal static string Titles(JsonElement list) =>
        string.Join(", ", list.EnumerateArray().Select(item => item.GetProperty("displayText").GetString()));
}
