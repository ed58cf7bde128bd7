using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Web.RecipeSteps.Recipes;

/// <summary>Runs other recipes right after this step, inside the same transaction.</summary>
internal sealed class RecipesStep : RecipeStep
{
    public override string Name => "recipes";

    public override Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var values = run.Json.Get("Values");
        if (values.ValueKind != JsonValueKind.Array) throw run.Error("Values", "The step needs an array 'Values' of objects with the member 'name'.");
        var place = 0;
        foreach (var value in values.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"Values[{place++}].name");
            run.RunAfterwards(value.Get("name").AsText() ?? throw run.Error(path, "The name of the recipe is missing."), path);
        }

        return Task.CompletedTask;
    }
}
