using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.RecipeSteps.ReplaceContentDefinition;

/// <summary>Makes the named types and parts anew, as if they had not been there. Items keep their JSON.</summary>
internal sealed class ReplaceContentDefinitionStep(FieldKinds kinds) : RecipeStep
{
    public override string Name => "ReplaceContentDefinition";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var merge = new DefinitionMerge(run.Session.Types, kinds);
        merge.Forget(Names(run.Json.Get("ContentTypes")), Names(run.Json.Get("ContentParts")));
        merge.Merge(run.Json);
        await run.Session.SetTypesAsync(merge.Definitions, cancel);
    }

    private static IEnumerable<string> Names(JsonElement records) => records.ValueKind == JsonValueKind.Array
        ? records.EnumerateArray().Select(record => record.Get("Name").AsText()).OfType<string>()
        : [];
}
