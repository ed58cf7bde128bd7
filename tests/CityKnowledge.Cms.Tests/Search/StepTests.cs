using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Tests.Search;

public sealed class StepTests
{
    [Theory]
    [InlineData("""{ "name": "lucene-index" }""", "The step needs an array 'Indices'.")]
    [InlineData("""{ "name": "lucene-index", "Indices": [ { "../up": {} } ] }""", "'../up' cannot name an index.")]
    [InlineData("""{ "name": "lucene-index", "Indices": [ { "A": { "AnalyzerName": "klingon" } } ] }""", "There is no analyzer 'klingon'. Known analyzers: multilingual, standardanalyzer.")]
    [InlineData("""{ "name": "lucene-index-rebuild", "Indices": ["Nothing"] }""", "There is no index 'Nothing'.")]
    [InlineData("""{ "name": "RebuildIndex", "indexNames": ["Nothing"] }""", "There is no index 'Nothing'.")]
    [InlineData("""{ "name": "Queries", "Queries": [ { "Source": "Lucene" } ] }""", "A query needs a Name.")]
    [InlineData("""{ "name": "Queries", "Queries": [ { "Name": "A", "Source": "Oracle", "Template": "{}" } ] }""", "has the source 'Oracle'. Known sources: Lucene, Sql, Elasticsearch.")]
    public async Task A_wrong_step_is_refused_with_what_would_be_right(string step, string message)
    {
        await using var site = await Site.StartAsync(Recipe.Type("Note"));

        var trouble = await Assert.ThrowsAsync<RecipeException>(() => site.RunStepsAsync(step));

        Assert.Contains(message, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_for_another_engine_is_left_out_with_a_warning()
    {
        await using var site = await Site.StartAsync(Recipe.Type("Note"));

        var report = await site.RunStepsAsync("""{ "name": "Queries", "Queries": [ { "Name": "A", "Source": "Sql", "Template": "SELECT 1" } ] }""");

        Assert.Contains(report.Warnings, warning => warning.Contains("The query 'A' is left out", StringComparison.Ordinal));
    }
}
