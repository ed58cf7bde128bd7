using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Search;

namespace CityKnowledge.Cms.Web.RecipeSteps.LuceneIndex;

/// <summary>Defines search indexes that are not there yet; they are filled in the background.</summary>
internal sealed class LuceneIndexStep : RecipeStep
{
    public override string Name => "lucene-index";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var definitions = await IndexDefinitions.GetAsync(run.Session, cancel);
        if (run.Json.Get("Indices") is not { ValueKind: JsonValueKind.Array } indices) throw run.Error("Indices", "The step needs an array 'Indices'.");
        var place = 0;
        foreach (var entry in indices.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"Indices[{place++}]");
            if (entry.ValueKind != JsonValueKind.Object) throw run.Error(path, "An entry is an object: the name of an index and its settings.");
            foreach (var index in entry.EnumerateObject()) Add(run, definitions, index, $"{path}.{index.Name}");
        }

        await IndexDefinitions.SetAsync(run.Session, definitions, cancel);
    }

    private static void Add(StepRun run, List<IndexDefinition> definitions, JsonProperty index, string path)
    {
        if (definitions.Exists(known => string.Equals(known.Name, index.Name, StringComparison.OrdinalIgnoreCase))) return;
        definitions.Add(IndexCheck.Read(run, index.Name, index.Value, path));
    }
}
