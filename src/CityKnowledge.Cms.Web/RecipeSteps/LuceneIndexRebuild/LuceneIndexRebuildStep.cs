using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Search;

namespace CityKnowledge.Cms.Web.RecipeSteps.LuceneIndexRebuild;

/// <summary>
/// Makes indexes again from the database, in the background. The present ones answer until the new ones are ready, so
/// Orchard's reset, which refreshes in place, is the same.
/// </summary>
internal sealed class LuceneIndexRebuildStep : RecipeStep
{
    public override string Name => "lucene-index-rebuild";

    public override IReadOnlyList<string> OtherNames => ["lucene-index-reset", "RebuildIndex", "ResetIndex"];

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var definitions = await IndexDefinitions.GetAsync(run.Session, cancel);
        var all = run.Json.Get("IncludeAll").AsFlag() ?? false;
        var (member, names) = NamesOf(run);
        foreach (var name in names.Where(name => !all && !definitions.Exists(index => Is(index, name))))
        {
            throw run.Error(member, $"There is no index '{name}'. Known indexes: {string.Join(", ", definitions.Select(index => index.Name))}.");
        }

        await IndexDefinitions.SetAsync(
            run.Session,
            definitions.Select(index => all || names.Exists(name => Is(index, name)) ? index with { Edition = index.Edition + 1 } : index),
            cancel);
    }

    private static (string Member, List<string> Names) NamesOf(StepRun run)
    {
        foreach (var member in new[] { "Indices", "indexNames", "IndexNames" })
        {
            if (run.Json.Get(member) is { ValueKind: JsonValueKind.Array } names) return (member, [.. names.AsTexts()]);
        }

        return ("Indices", []);
    }

    private static bool Is(IndexDefinition index, string name) => string.Equals(index.Name, name, StringComparison.OrdinalIgnoreCase);
}
