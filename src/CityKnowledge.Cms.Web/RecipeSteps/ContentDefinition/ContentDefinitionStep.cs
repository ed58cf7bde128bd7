using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.RecipeSteps.ContentDefinition;

/// <summary>Adds types and parts, or merges them into those that exist.</summary>
internal sealed class ContentDefinitionStep(FieldKinds kinds) : RecipeStep
{
    public override string Name => "ContentDefinition";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var merge = new DefinitionMerge(run.Session.Types, kinds);
        merge.Merge(run.Json);
        await run.Session.SetTypesAsync(merge.Definitions, cancel);
    }
}
