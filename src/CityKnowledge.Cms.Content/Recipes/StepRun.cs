using System.Text.Json;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>One step being run: what it says and where it stands.</summary>
public sealed class StepRun(RecipePlace place, JsonElement json)
{
    /// <summary>The step with its expressions evaluated.</summary>
    public JsonElement Json { get; } = json;

    /// <summary>An error of this step, ready to be thrown.</summary>
    /// <param name="path">Below the step: <c>data[7].City</c>; empty for the step itself.</param>
    /// <param name="reason">What is wrong and what would be right.</param>
    public RecipeException Error(string path, string reason) =>
        new(place with { Path = path.Length == 0 ? place.Path : $"{place.Path}.{path}" }, reason);
}
