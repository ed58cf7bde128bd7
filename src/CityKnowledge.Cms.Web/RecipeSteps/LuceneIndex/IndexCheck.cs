using System.Text.Json;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Search;

namespace CityKnowledge.Cms.Web.RecipeSteps.LuceneIndex;

/// <summary>Reads index definitions and refuses what no index can be.</summary>
internal static class IndexCheck
{
    /// <exception cref="RecipeException">The name or the analyzer is not allowed.</exception>
    public static IndexDefinition Read(StepRun run, string? name, JsonElement settings, string path)
    {
        if (!IndexDefinition.IsName(name)) throw run.Error(path, $"'{name}' cannot name an index. Allowed: up to 64 letters without accents, digits, '-' and '_'.");
        var definition = IndexDefinition.Read(name!, settings);
        if (!IndexDefinition.KnownAnalyzers.Contains(definition.EffectiveAnalyzer, StringComparer.OrdinalIgnoreCase))
        {
            throw run.Error($"{path}.AnalyzerName", $"There is no analyzer '{definition.EffectiveAnalyzer}'. Known analyzers: {string.Join(", ", IndexDefinition.KnownAnalyzers)}.");
        }

        foreach (var type in definition.Types.Where(type => run.Session.Types.FindType(type) is null))
        {
            run.Warn($"The index '{name}' names the content type '{type}', which does not exist yet.");
        }

        return definition;
    }
}
