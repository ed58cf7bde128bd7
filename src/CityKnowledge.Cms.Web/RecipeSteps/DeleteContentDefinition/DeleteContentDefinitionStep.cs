using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.RecipeSteps.DeleteContentDefinition;

/// <summary>Deletes types and parts by name; what does not exist is no error.</summary>
internal sealed class DeleteContentDefinitionStep(FieldKinds kinds) : RecipeStep
{
    public override string Name => "DeleteContentDefinition";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var merge = new DefinitionMerge(run.Session.Types, kinds);
        merge.Delete(run.Json.Get("ContentTypes").AsTexts(), [.. run.Json.Get("ContentParts").AsTexts()]);
        await run.Session.SetTypesAsync(merge.Definitions, cancel);
    }
}
